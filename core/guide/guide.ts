import type { Basis, Part } from '../paper';
import type { Tree } from '../render/tree';
import type { TextLanguage } from '../render/language';

/** Raised whenever `buildGuide` gives something else for the same input; stored guides of an older one are built again. */
export const GUIDE_VERSION = 3;

/**
 * The number that stored guides carry: by what they were rendered, our version and the reader's glossary. Guides of another
 * edition are rendered again when they are next read.
 */
export function guideEdition({ glossaryVersion }: { glossaryVersion: number }): number {
  return GUIDE_VERSION * 10_000 + (glossaryVersion % 10_000);
}

/** Whether stored guides were rendered by something older. */
export function isStale(
  row: { guideVersion: number; guides: readonly Guide[] },
  settings: { glossaryVersion: number },
): boolean {
  return row.guides.length > 0 && row.guideVersion !== guideEdition(settings);
}

/** Whether stored guides have a form that another version drew; it may lack what this one draws. */
export function isForeign({ guideVersion, guides }: { guideVersion: number; guides: readonly Guide[] }): boolean {
  return guides.length > 0 && Math.floor(guideVersion / 10_000) !== GUIDE_VERSION;
}

/** One section of a guide, ready to draw. `title` is the source's own heading ('' where it has none). */
export interface GuideSection {
  part: Part;
  title: string;
  /** True when the text itself says that it infers (“没有明确列出…可以推断”). */
  inferred: boolean;
  body: Tree[];
}

/** One analysis, rendered: all that a panel draws, as plain JSON. Sections stand in reading order, 其他 last. */
export interface Guide {
  /** Key of the analysis it was made from; unique in the library. */
  key: string;
  /** The name of its source as a reader would say it: 计算机视觉日报. */
  source: string;
  /** YYYY-MM-DD of the source, or null. */
  date: string | null;
  basis: Basis;
  /** False when the basis was only guessed from the form of the text (据格式推测). */
  basisStated: boolean;
  /** The arXiv version that was read, from 1; null when unknown. */
  version: number | null;
  model: string | null;
  /** What writing it took: tokens and, with a price, yuan; '' where nobody knows. */
  cost: string;
  /** One sentence, plain text. */
  gist: string;
  /** At most one plain line each for 问题, 方法, 结果. */
  brief: { part: Part; text: string }[];
  sections: GuideSection[];
  /**
   * Key findings, each a run of text with its language; `quoted` when they are sentences of the abstract (原文关键句).
   * `sentence` is the one of the paper that a finding rests on, where one is known.
   */
  findings: { quoted: boolean; items: { lang: 'zh' | 'en'; body: Tree[]; sentence: string | null }[] };
  /** Before which section the findings stand, and which parts the reader has hidden; absent in a guide as it is stored. */
  findingsAt?: number;
  hidden?: (Part | 'findings')[];
  /** How many of its numbers stand in the text they were looked up in, and how many do not; null without such a text. */
  numbers: { text: 'abstract' | 'full'; found: number; absent: number } | null;
  /** Of the analysis, where that is not Chinese. */
  language?: Exclude<TextLanguage, 'zh'>;
}

/** The order in which a reader meets the parts: 问题 · 方法 · 结果 · 局限 · 展望, then the rest. */
export const READING_ORDER: readonly Part[] = [
  'gist',
  'contribution',
  'problem',
  'method',
  'results',
  'limitations',
  'future',
  'impact',
  'applications',
  'comparison',
  'guide',
  'conclusion',
  'translation',
  'other',
];
