import * as z from 'zod/mini';
import { parseArxivId } from '../arxiv/id';
import { parseDayFileSteps } from '../day-file/parse';
import { isDayFile, isObject } from '../day-file/rows';
import { AppError } from '../errors';
import { isLibraryJson, readLibraryJson, toReport } from '../library/json';
import { type Paper, paperSchema, reportSchema, type Skipped } from '../paper';
import { cleanText } from '../render/allowed';
import { runSteps, type Steps } from '../steps';
import { parseJson } from './json-text';
import { parseReportSteps, type ReadReport } from './parse';

/**
 * Reads whatever a reader may bring, by what it holds: a daily report in Markdown, a day file of daily-arXiv-ai-enhanced, an
 * exported library, or JSON that `daodu parse` wrote (one line of it, or the bare report). `hint` is the day that the file's
 * name tells, for texts that do not say theirs.
 *
 * @throws AppError as `parseReport`, `parseDayFile` and `readLibraryJson` do; `bad-json` and `bad-record` for other JSON.
 */
export function readInput(text: string, hint?: { date: string | null }): ReadReport {
  return runSteps(readInputSteps(text, hint));
}

/** `readInput`, for a page or a worker that others wait for: a day of ten thousand papers takes a second or two to read. */
export function* readInputSteps(text: string, hint?: { date: string | null }): Steps<ReadReport> {
  if (isLibraryJson(text)) {
    const { papers, skipped } = readLibraryJson(text);
    return { report: toReport(papers), skipped };
  }
  const [start] = /^\uFEFF?\s{0,99}[{[]/.exec(text) ?? [''];
  if (start !== '' && isDayFile(text)) return yield* parseDayFileSteps(text, hint);
  if (start.endsWith('{')) return dated(readReportJson(text), hint);
  try {
    return yield* parseReportSteps(text, hint);
  } catch (error) {
    // The first line of a day file may be a broken one.
    const isOther = error instanceof AppError && error.code === 'no-report' && isDayFile(text);
    if (isOther) return yield* parseDayFileSteps(text, hint);
    throw error;
  }
}

/** A report with the day that its file's name tells. One that was Markdown without a day stays as its source is. */
function dated(read: ReadReport, hint: { date: string | null } | undefined): ReadReport {
  const { kind, date, layout } = read.report;
  if (!hint || date !== null || kind !== 'report' || layout !== null) return read;
  return { ...read, report: { ...read.report, date: hint.date } };
}

const skippedSchema = z.array(z.object({ line: z.number(), reason: z.string() }));
const LONGEST_REASON = 300;

/** Reasons that another program gives, as a reader may see them. */
const toShown = ({ line, reason }: Skipped): Skipped => ({ line, reason: cleanText(reason.slice(0, LONGEST_REASON)) });

// A report may come from another program, which leaves out what it does not have.
const looseSchema = z.looseObject({ papers: z.array(z.unknown()) });
const NO_REPORT = { kind: 'report', date: null, title: '', summary: null, layout: null };
const NO_SUMMARY = { sections: [], invented: false };
const NO_ANALYSIS = { basis: 'unknown', sections: [] };
const NO_PAPER = {
  version: null,
  titleChinese: null,
  authors: [],
  published: null,
  categories: [],
  abstract: '',
  analysis: null,
  failure: null,
  keyFindings: [],
  links: [],
  extra: {},
  saved: null,
};

/** A value with the fields that a report may lack; what is there is not looked at yet. */
function withDefaults(value: unknown): unknown {
  const found = looseSchema.safeParse(value);
  if (!found.success) return value;
  const summary = found.data['summary'];
  return {
    ...NO_REPORT,
    ...found.data,
    ...(isObject(summary) && { summary: { ...NO_SUMMARY, ...summary } }),
    papers: found.data.papers.map(withPaperDefaults),
  };
}

function withPaperDefaults(value: unknown): unknown {
  if (!isObject(value)) return value;
  const analysis = isObject(value['analysis']) && { analysis: { ...NO_ANALYSIS, ...value['analysis'] } };
  return { ...NO_PAPER, ...value, ...analysis };
}

/** Takes out the papers that are none, where others are left; a source of text takes all of its papers to be written again. */
function withoutBadPapers(value: unknown): { report: unknown; skipped: Skipped[] } {
  if (!isObject(value) || !Array.isArray(value['papers']) || value['layout'] !== null)
    return { report: value, skipped: [] };
  const all = value['papers'].map(readPaper);
  const papers = all.filter((paper) => paper !== null);
  if (papers.length === 0) return { report: value, skipped: [] };
  const skipped = all.flatMap((paper, index) => {
    // A line of JSON holds all of its papers.
    return paper ? [] : { line: 1, reason: `第 ${index + 1} 篇缺少编号、标题或别的内容，读不了` };
  });
  return { report: { ...value, papers }, skipped };
}

function readPaper(value: unknown): Paper | null {
  const { data: paper } = paperSchema.safeParse(value);
  const id = paper && parseArxivId(paper.id);
  return paper && id && paper.title.trim() !== ''
    ? { ...paper, id: id.base, version: paper.version ?? id.version }
    : null;
}

/**
 * Reads a report that was written as JSON, bare or as a line of `daodu parse`.
 *
 * @throws AppError `bad-json` with the line, or `bad-record` when the JSON is no report.
 */
export function readReportJson(text: string): ReadReport {
  const value = parseJson(text);
  const line = isObject(value) && 'report' in value ? value : { report: value };
  const skipped = 'skipped' in line ? skippedSchema.safeParse(line.skipped) : undefined;
  const { report: given, skipped: bad } = withoutBadPapers(withDefaults(line.report));
  const report = reportSchema.safeParse(given);
  if (!report.success || skipped?.success === false)
    throw new AppError('bad-record', 'The JSON holds no report', { cause: report.error ?? skipped?.error, line: 1 });
  return { report: report.data, skipped: [...(skipped?.data ?? []).map(toShown), ...bad] };
}
