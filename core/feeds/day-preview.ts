import { buildGuide } from '../guide/build';
import { prepareReport } from '../library/prepare';
import type { Skipped } from '../paper';
import type { Tree } from '../render/tree';
import { runSteps, type Steps } from '../steps';
import { decodeReport } from '../report/decode';
import { readInputSteps } from '../report/read';
import { languageOf, type TextLanguage } from '../render/language';

/** What analyses rest on: `guessed` is full text as far as the form of the text tells. */
export type PreviewBasis = 'guessed' | 'abstract' | 'unknown';

/** What a day's file holds, for a reader who has yet to decide. */
export interface DayPreview {
  /** YYYY-MM-DD */
  date: string;
  papers: number;
  analyses: number;
  /** Papers whose source holds text that is no analysis. */
  failures: number;
  /** Of the analyses, the most frequent first. */
  languages: [language: TextLanguage, count: number][];
  bases: [basis: PreviewBasis, count: number][];
  /** In the order of the file; `line` is the Chinese title or else the gist, '' where there is neither. */
  first: { id: string; title: Tree[]; line: string; language: TextLanguage }[];
  skipped: Skipped[];
  bytes: number;
}

const SHOWN = 5;

function countKinds<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1]);
}

/**
 * Reads a day's file as importing it would, and writes nothing. `doSteps` may leave the reading between two steps.
 *
 * @throws AppError as `decodeReport` and `readInput` do.
 */
export async function previewDay(
  bytes: Uint8Array,
  date: string,
  doSteps: <T>(steps: Steps<T>) => T | Promise<T> = runSteps,
): Promise<DayPreview> {
  const { report, skipped } = await doSteps(readInputSteps(decodeReport(bytes), { date }));
  const analyses = report.papers.flatMap(({ analysis }) => analysis ?? []);
  const start = { ...report, summary: null, papers: report.papers.slice(0, SHOWN) };
  const { report: shown } = await prepareReport(start, 0, { build: (analysis, paper) => buildGuide(analysis, paper) });
  return {
    date: report.date ?? date,
    papers: report.papers.length,
    analyses: analyses.length,
    failures: report.papers.filter(({ failure }) => failure !== null).length,
    languages: countKinds(analyses.map(({ markdown }) => languageOf(markdown))),
    // Only an analysis that itself speaks of the abstract is taken at its word.
    bases: countKinds(analyses.map(({ basis }) => (basis === 'full' ? 'guessed' : basis))),
    first: shown.entries.map(({ id, titleTree, titleChinese, gist }) => {
      const line = titleChinese || gist;
      return { id, title: titleTree, line, language: languageOf(line) };
    }),
    skipped,
    bytes: bytes.length,
  };
}
