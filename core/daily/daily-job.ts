import type { ErrorCode } from '../errors';
import type { Language } from '../settings';
import type { Interests } from './interests';
import type { ModelScore } from './news';

/** What a day's report is to be made from and by. */
export interface DailyInput {
  /** The day of the announcement, YYYY-MM-DD. */
  date: string;
  categories: string[];
  crossLists: boolean;
  interests: Interests;
  /** So many papers at most. */
  most: number;
  /** Null: without a model. */
  modelId: string | null;
  /** In which guides and overview are written. */
  language: Language;
  /** What the day may cost, in yuan; null: no limit. Of a model without a price it says nothing. */
  limit: number | null;
}

/** A chosen paper on its way. `skipped`: the day's limit was reached before it. */
export interface DailyPaper {
  id: string;
  title: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'skipped';
  error: ErrorCode | null;
  /** What its guide cost, in yuan; null where that is not known, or nothing was written. */
  cost: number | null;
}

/**
 * How far a day's report is. Steps come in this order. Without a model `score` is done here and `analyse` makes outlines; both
 * then cost nothing and are not kept.
 */
export interface DailyProgress {
  step: 'announced' | 'score' | 'analyse' | 'overview' | 'save';
  /** What the model said so far, by id; null: it was asked and gave nothing that could be used. */
  scores: Record<string, ModelScore | null>;
  /** How many papers the model is to score in all; 0 until that is known. */
  toScore: number;
  /** Whether the answer to the request before could not be used, or not all of it, so that it is asked once more and no oftener. */
  again: boolean;
  /** The report's papers in its order; null until they are chosen. */
  papers: DailyPaper[] | null;
  /** The overview as the model wrote it, with what names other papers taken out; null: none so far, or counted. */
  overview: string | null;
  /** How many sentences, items and sections were taken out of it. */
  overviewRemoved: number;
  /** Why the day went on without its model; null when it did not. */
  modelError: ErrorCode | null;
  /** Of scores and overview; a guide counts its own. */
  requests: number;
  inputTokens: number;
  outputTokens: number;
  /** Yuan so far, guides included; null where the model has no price. */
  cost: number | null;
  /** When the step `analyse` was begun, in epoch milliseconds, to tell what time is left; null before. */
  analysingSince: number | null;
}

export const NOTHING_MADE: DailyProgress = {
  step: 'announced',
  scores: {},
  toScore: 0,
  again: false,
  papers: null,
  overview: null,
  overviewRemoved: 0,
  modelError: null,
  requests: 0,
  inputTokens: 0,
  outputTokens: 0,
  cost: null,
  analysingSince: null,
};
