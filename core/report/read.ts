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
const lineSchema = z.object({ report: reportSchema, skipped: z.optional(skippedSchema) });

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
    const line = lineAt(text, position === undefined ? text.trimEnd().length : Number(position));
    throw new AppError('bad-json', 'The JSON does not parse', { cause, line });
  }
  const line = z.safeParse(lineSchema, value);
  if (line.success) return { report: line.data.report, skipped: line.data.skipped ?? [] };
  const report = z.safeParse(reportSchema, value);
  if (report.success) return { report: report.data, skipped: [] };
  throw new AppError('bad-record', 'The JSON holds no report', { cause: report.error, line: 1 });
}
