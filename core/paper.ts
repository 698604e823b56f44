import * as z from 'zod/mini';
import { STATUSES } from './status';

/** The role of a section of an analysis, whatever its source calls it. */
export const PARTS = [
  'gist',
  'translation',
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
  'other',
] as const;
export const partSchema = z.enum(PARTS);
export type Part = z.infer<typeof partSchema>;

/** What an analysis rests on: the paper's full text, its abstract only, or not known. */
export const basisSchema = z.enum(['full', 'abstract', 'unknown']);
export type Basis = z.infer<typeof basisSchema>;

/** `title` is the heading as written, with number and colon, without `#`, `**` and list mark; '' for lead prose. */
export const sectionSchema = z.object({ part: partSchema, title: z.string(), markdown: z.string() });
export type Section = z.infer<typeof sectionSchema>;

/** `markdown` is the whole text as the source has it; `sections` are cut from it and add nothing. */
export const analysisSchema = z.object({ markdown: z.string(), basis: basisSchema, sections: z.array(sectionSchema) });
export type Analysis = z.infer<typeof analysisSchema>;

export const linkSchema = z.object({ label: z.string(), url: z.string() });

export const statusSchema = z.enum(STATUSES);

/** What a reader added to a saved paper. `savedAt` is epoch milliseconds; `note` is Markdown. */
export const savedSchema = z.object({
  savedAt: z.number(),
  tags: z.array(z.string()),
  note: z.string(),
  /** Absent where the reader has named none. */
  status: z.optional(statusSchema),
});
export type Saved = z.infer<typeof savedSchema>;

/**
 * One paper as a report (or our own export) gives it. `id` is the versionless arXiv id; `version` counts from 1, null when
 * the source names none; `published` is YYYY-MM-DD or null; texts are Markdown or plain text with TeX, never HTML.
 * `failure` says why there is no analysis where the source has text that is none. `extra`: label → text of unknown fields.
 */
export const paperSchema = z.object({
  id: z.string(),
  version: z.nullable(z.number()),
  title: z.string(),
  titleChinese: z.nullable(z.string()),
  authors: z.array(z.string()),
  published: z.nullable(z.string()),
  categories: z.array(z.string()),
  abstract: z.string(),
  analysis: z.nullable(analysisSchema),
  failure: z.nullable(z.string()),
  keyFindings: z.array(z.string()),
  links: z.array(linkSchema),
  extra: z.record(z.string(), z.string()),
  saved: z.nullable(savedSchema),
});
export type Paper = z.infer<typeof paperSchema>;

export const summarySchema = z.object({
  markdown: z.string(),
  sections: z.array(z.object({ title: z.string(), markdown: z.string() })),
  invented: z.boolean(),
});
export type Summary = z.infer<typeof summarySchema>;

/**
 * A day's report, or a library that was exported. `date` is YYYY-MM-DD. `layout` is whatever `formatReport` needs beside the
 * fields to give the source's bytes again; null for a report that was never text.
 */
export const reportSchema = z.object({
  kind: z.enum(['report', 'library']),
  date: z.nullable(z.string()),
  title: z.string(),
  summary: z.nullable(summarySchema),
  papers: z.array(paperSchema),
  layout: z.unknown(),
});
export type Report = z.infer<typeof reportSchema>;

/** A line of input that could not be used, and why. `line` counts from 1. */
export interface Skipped {
  line: number;
  reason: string;
}
