import type { Part } from '../paper';
import { CLOSING_OPENER, solvedProblem, toGist, toLine } from './line';
import { type Passage, toSentences } from './passages';
import { splitSentences } from './sentences';
import type { Tree } from '../render/tree';

/** A section with its small talk taken out; `passages` are its body's, read once. */
export interface Draft {
  part: Part;
  title: string;
  body: Tree[];
  passages: readonly Passage[];
}

const PROBLEM = /问题|挑战|难题|瓶颈|不足|局限|困难|难以|缺乏|稀缺|尚不|差距|依赖|限制/;
const METHOD = /提出|引入|设计|构建|开发|采用|利用|通过|方法|框架/;
const RESULTS = /实验|结果|基准|性能|优于|超越|SOTA|最先进|准确率|成功率|揭示|证明|表明/;
const PROSE_RESULTS = new RegExp(`${RESULTS.source}|验证|评测|评估`);
const METHOD_START = /^(?:方法|该方法|本文提出|作者提出|论文提出|为此|提出|模型|系统|框架|核心)/;
/** A line shorter than this takes the next sentence with it. */
const SHORT = 26;
/** A gist of two short sentences stays whole. */
export const LONGEST_GIST = 80;
/** The first sources of each line are the part itself, and the paragraph about it in prose without headings. */
const OWN_SOURCES = 2;

/** The three lines of 要点, as far as the text yields them. A part that is missing is looked for in its neighbours. */
export function toBrief(drafts: readonly Draft[], gist: string): { part: Part; text: string }[] {
  const sentencesOf = (part: Part): string[] => passagesOf(drafts, part).flatMap(toSentences);
  const contribution = sentencesOf('contribution');
  const lead = passagesOf(drafts, 'other').flatMap(toSentences);
  const prose = hasParts(drafts) ? null : toProse(drafts);
  const used = new Set<string>();

  const line = (part: 'problem' | 'method' | 'results', sources: readonly (() => readonly string[])[]): string => {
    for (const [rank, source] of sources.entries()) {
      const sentences = source().filter((sentence) => !used.has(sentence));
      const other = sentences.findIndex((sentence) => toLine(sentence, part === 'problem') !== gist);
      // A section's own words may repeat the gist; a neighbour's would only say it twice.
      const index = other === -1 && rank < OWN_SOURCES ? 0 : other;
      const first = sentences[index];
      if (first === undefined) continue;
      used.add(first);
      const text = toLine(first, part === 'problem');
      const next = sentences[index + 1];
      return rank === 0 && text.length < SHORT && next !== undefined && next.length < 80
        ? `${text}${toLine(next, false)}`
        : text;
    }
    return '';
  };

  const texts: [Part, string][] = [
    [
      'problem',
      line('problem', [
        () => sentencesOf('problem'),
        () => prose?.problem ?? [],
        () => contribution.flatMap((sentence) => solvedProblem(sentence) ?? []),
        () => only(lead, PROBLEM),
        () => only(contribution, PROBLEM),
        () => lead,
        () => contribution,
      ]),
    ],
    [
      'method',
      line('method', [
        () => sentencesOf('method'),
        () => prose?.method ?? [],
        () => only(contribution, METHOD),
        () => contribution,
      ]),
    ],
    [
      'results',
      line('results', [
        () => sentencesOf('results'),
        () => prose?.results ?? [],
        () => only(contribution, RESULTS),
        () => sentencesOf('impact'),
        () => sentencesOf('comparison'),
      ]),
    ],
  ];
  return texts.flatMap(([part, text]) => (text === '' ? [] : [{ part, text }]));
}

function only(sentences: readonly string[], pattern: RegExp): string[] {
  return sentences.filter((text) => pattern.test(text));
}

/** The analysis in one sentence; '' when it has no running text. */
export function toGistOf(drafts: readonly Draft[]): string {
  const own = passagesOf(drafts, 'gist')
    .map(({ text }) => text)
    .join(' ');
  if (own !== '') return own.length <= LONGEST_GIST ? own.trim() : toGist(splitSentences(own)[0] ?? own);
  const sentence = closingSentence(drafts) ?? firstOf(drafts, ['contribution', 'problem']) ?? firstOf(drafts, null);
  return sentence === undefined ? '' : toGist(sentence);
}

/** `总而言之，…` wherever it stands last, else the first sentence under 总结. */
function closingSentence(drafts: readonly Draft[]): string | undefined {
  for (const draft of drafts.toReversed()) {
    if (draft.part === 'translation') continue;
    for (const { text } of draft.passages.toReversed()) {
      const sentence = splitSentences(text).findLast((candidate) => CLOSING_OPENER.test(candidate));
      if (sentence !== undefined && sentence.length > 24) return sentence;
    }
  }
  return passagesOf(drafts, 'conclusion').flatMap(toSentences)[0];
}

function firstOf(drafts: readonly Draft[], parts: readonly Part[] | null): string | undefined {
  for (const part of parts ?? [null]) {
    const chosen = part === null ? drafts : drafts.filter((draft) => draft.part === part);
    const sentence = chosen.flatMap(({ passages }) => passages).flatMap(toSentences)[0];
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

function passagesOf(drafts: readonly Draft[], part: Part): Passage[] {
  return drafts.flatMap((draft) => (draft.part === part ? draft.passages : []));
}

function hasParts(drafts: readonly Draft[]): boolean {
  return drafts.some(
    ({ part }) => part === 'problem' || part === 'method' || part === 'results' || part === 'contribution',
  );
}

/** Prose without headings: its first paragraph says what is missing, and each of the others what it is about. */
function toProse(drafts: readonly Draft[]): Record<'problem' | 'method' | 'results', string[]> {
  const paragraphs = drafts.flatMap(({ passages }) => passages).map(toSentences);
  const [first = [], ...rest] = paragraphs;
  const starts = (pattern: RegExp): string[] =>
    rest.find(([sentence]) => sentence !== undefined && pattern.test(sentence)) ?? [];
  return { problem: first, method: starts(METHOD_START), results: starts(PROSE_RESULTS) };
}
