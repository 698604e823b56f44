import * as z from 'zod/mini';
import { AppError } from '../errors';
import { parseJson } from '../report/json-text';
import { isDay } from '../report-day';

const entrySchema = z.object({
  date: z.string().check(z.refine(isDay)),
  title: z.string(),
  papers: z.number(),
  analyses: z.number(),
  bytes: z.number(),
  updated: z.number(),
  mark: z.string(),
  overview: z.nullable(z.string()),
});

/**
 * A day that was published. `bytes` is the size of its JSON; `updated`, in epoch milliseconds, is when its content became what it
 * is, and `mark` tells whether it still is that. `overview` is plain text, kept for the days of the Atom feed and null for older
 * ones.
 */
export type IndexEntry = z.infer<typeof entrySchema>;

/** Name of a day's Markdown: the generator's, whatever the fields, since others look for it. */
export function markdownPath(date: string): string {
  return `arxiv_cv_report_${date}.md`;
}

/** Name of a day's JSON. */
export function jsonPath(date: string): string {
  return `${date}.json`;
}

const indexSchema = z.object({ days: z.array(entrySchema) });

/** The index of published days, newest first, one line a day. */
export function formatIndex(days: readonly IndexEntry[]): string {
  const lines = days.map((day) => JSON.stringify(day));
  return lines.length === 0 ? '{"days":[]}\n' : `{"days":[\n${lines.join(',\n')}\n]}\n`;
}

/**
 * Reads `index.json`.
 *
 * @throws AppError `bad-json` or `bad-record`: an index that cannot be read is not to be written over.
 */
export function readIndex(text: string): IndexEntry[] {
  const index = indexSchema.safeParse(parseJson(text));
  if (!index.success) throw new AppError('bad-record', 'The index of days cannot be read', { cause: index.error });
  return index.data.days;
}
