import type { Basis, Part } from '../paper';

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

/** Who wrote an analysis, from what, and at what cost: stored with it. */
export interface Writing {
  /** As the provider names it. */
  model: string;
  /** Raised with every change of the prompt. */
  promptVersion: number;
  basis: Exclude<Basis, 'unknown'>;
  /** Null where the provider did not say and no estimate was made. */
  inputTokens: number | null;
  outputTokens: number | null;
  /** In yuan, by the price of that time; null without a price. */
  cost: number | null;
  /** Epoch milliseconds. */
  writtenAt: number;
}
