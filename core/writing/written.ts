import * as z from 'zod/mini';
import type { Part } from '../paper';

/** A key finding in the reader's language, and the sentence of the paper it rests on (null where the model gave none that is there). */
export interface Finding {
  text: string;
  sentence: string | null;
}

/** What a model has written of a guide so far, or all of it. Parts stand in the order they were written in. */
export interface WrittenGuide {
  titleChinese: string | null;
  /** `markdown` of a part; `inferred` when the model says that the text does not state it. */
  parts: { part: Part; markdown: string; inferred: boolean }[];
  findings: Finding[];
  /** True when the answer could not be read as asked and is kept as prose. */
  prose: boolean;
}

/** A guide of which nothing is written yet. */
export const NOTHING_WRITTEN: WrittenGuide = { titleChinese: null, parts: [], findings: [], prose: false };

/**
 * Who wrote an analysis, from what, and at what cost: stored with it. `model` is the provider's name for it; `promptVersion`
 * is raised with every change of the prompt; tokens are the provider's count, or an estimate where it gave none; `cost` is in
 * yuan by the price of that time, null without a price; `writtenAt` is epoch milliseconds.
 */
export const writingSchema = z.object({
  model: z.string(),
  promptVersion: z.number(),
  basis: z.enum(['full', 'abstract']),
  inputTokens: z.number(),
  outputTokens: z.number(),
  cost: z.nullable(z.number()),
  writtenAt: z.number(),
});
export type Writing = z.infer<typeof writingSchema>;
