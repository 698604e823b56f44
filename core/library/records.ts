import type { Guide } from '../guide/guide';
import type { Basis, Report, Saved, Section } from '../paper';
import type { TextLanguage } from '../render/language';
import type { Tree } from '../render/tree';
import type { Writing } from '../writing/written';

/** What is known of a paper, from whatever source; `id` is the versionless arXiv id. */
export interface PaperRecord {
  id: string;
  /** The newest version any source named; null when none did. */
  version: number | null;
  title: string;
  titleChinese: string | null;
  authors: string[];
  /** Day of the first version, YYYY-MM-DD. */
  published: string | null;
  categories: string[];
  abstract: string;
  links: { label: string; url: string }[];
  comments: string | null;
  journalRef: string | null;
  doi: string | null;
  /** 'report' metadata is never overwritten by what a page says. */
  from: 'report' | 'page';
}

/** One analysis of a paper. `key` is `paperId|reportId|version`, stable over repeated imports. */
export interface AnalysisRecord {
  key: string;
  paperId: string;
  reportId: string | null;
  /** The name of its source as a reader would say it: 计算机视觉日报. */
  source: string;
  date: string | null;
  basis: Basis;
  basisStated: boolean;
  /** The arXiv version it is about. */
  version: number | null;
  model: string | null;
  markdown: string;
  sections: Section[];
  keyFindings: string[];
  /** For each key finding the sentence of the paper it rests on; only where a model of the reader's gave them. */
  evidence?: (string | null)[];
  /** Name of the full text that its numbers were looked up in, as `texts` keeps it: 2512.23705v1. */
  checkedText?: string;
  /** How it was written; only where a model of the reader's wrote it. */
  writing?: Writing;
  extra: Record<string, string>;
  /** Its language where that is not Chinese. */
  language?: Exclude<TextLanguage, 'zh'>;
}

/** A paper with all that the library holds about it; analyses best first. What exports take and imports give. */
export interface LibraryPaper {
  paper: PaperRecord;
  analyses: AnalysisRecord[];
  saved: Saved | null;
}

/** The one record that a visit reads: every rendered guide of a paper, best first, and whether it is saved. */
export interface GuideRecord {
  paperId: string;
  /** The edition its guides were rendered by (`guideEdition`). */
  guideVersion: number;
  guides: Guide[];
  saved: boolean;
  /** True while a guide of this paper is being written, and when that failed: then there is a job to look for. */
  job?: boolean;
}

/** One paper in a report's list, as the popup draws it. */
export interface ReportEntry {
  id: string;
  version: number | null;
  title: string;
  /** The title with its TeX rendered, so that a list opens without the renderer of formulas. */
  titleTree: Tree[];
  titleChinese: string | null;
  gist: string;
  categories: string[];
  /** The first of the paper's own key sentences, where there is no analysis to say what it is about. */
  keySentence?: Tree[];
  /** Null when there is no analysis. */
  basis: Basis | null;
  basisStated: boolean;
  /** True when the source has text in place of an analysis that is none. */
  failed: boolean;
  /** The first day before this one on which a report had the paper, YYYY-MM-DD; absent when it is new. */
  seenOn?: string;
  /** Of the analysis, where that is not Chinese. */
  language?: Exclude<TextLanguage, 'zh'>;
}

/** A day's report as it is listed. `id` is `date|title`, with `|feedId` behind it where two feeds have the same title; `summary` is rendered, `importedAt` epoch milliseconds. */
export interface ReportRecord {
  id: string;
  date: string | null;
  title: string;
  source: string;
  summary: { sections: { title: string; body: Tree[] }[]; invented: boolean } | null;
  entries: ReportEntry[];
  importedAt: number;
  /** The feed it came from, and the host by which; absent for a file. */
  feedId?: string;
  via?: string;
  /** When what nobody saved or opened of it was taken out of the library; epoch milliseconds. */
  prunedAt?: number;
}

/** The whole report as parsed, for export and for showing the source again; kept apart so that lists stay light. */
export interface ReportText {
  reportId: string;
  report: Report;
}
