import * as z from 'zod/mini';
import { AppError } from '../errors';
import { isLibraryJson, readLibraryJson, toReport } from '../library/json';
import { reportSchema } from '../paper';
import { lineAt } from './decode';
import { parseReport, type ReadReport } from './parse';

/**
 * Reads whatever a reader may bring: a daily report in Markdown, an exported library, or JSON that `daodu parse` wrote (one
 * line of it, or the bare report).
 *
 * @throws AppError as `parseReport` and `readLibraryJson` do; `bad-json` and `bad-record` for other JSON.
 */
export function readInput(text: string): ReadReport {
  if (isLibraryJson(text)) {
    const { papers, skipped } = readLibraryJson(text);
    return { report: toReport(papers), skipped };
  }
  return /^\uFEFF?\s{0,99}\{/.test(text) ? readReportJson(text) : parseReport(text);
}

const skippedSchema = z.array(z.object({ line: z.number(), reason: z.string() }));

// A report may come from another program, which leaves out what it does not have.
const looseSchema = z.looseObject({ papers: z.array(z.looseObject({ id: z.string(), title: z.string() })) });
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
  const papers = found.data.papers.map((paper) => ({
    ...NO_PAPER,
    ...paper,
    ...(isObject(paper['analysis']) && { analysis: { ...NO_ANALYSIS, ...paper['analysis'] } }),
  }));
  const summary = found.data['summary'];
  return {
    ...NO_REPORT,
    ...found.data,
    ...(isObject(summary) && { summary: { ...NO_SUMMARY, ...summary } }),
    papers,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * Reads a report that was written as JSON, bare or as a line of `daodu parse`.
 *
 * @throws AppError `bad-json` with the line, or `bad-record` when the JSON is no report.
 */
export function readReportJson(text: string): ReadReport {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const position = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined;
    // What ends early ends with its last sign, not with the line break behind it.
    const last = text.trimEnd().length;
    const line = lineAt(text, position === undefined ? last : Math.min(Number(position), last));
    throw new AppError('bad-json', 'The JSON does not parse', { cause, line });
  }
  const line = isObject(value) && 'report' in value ? value : { report: value };
  const skipped = 'skipped' in line ? skippedSchema.safeParse(line.skipped) : undefined;
  const report = reportSchema.safeParse(withDefaults(line.report));
  if (!report.success || skipped?.success === false)
    throw new AppError('bad-record', 'The JSON holds no report', { cause: report.error ?? skipped?.error, line: 1 });
  return { report: report.data, skipped: skipped?.data ?? [] };
}
