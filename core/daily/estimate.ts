import type { Price } from '../model/config';
import { costOf } from '../model/cost';
import { SCORE_BATCH } from './model-score';

/** What a day's report takes about; `yuan` is null without a price. */
export interface DayEstimate {
  requests: number;
  input: number;
  output: number;
  yuan: number | null;
}

/** What scoring so many papers, writing guides to at most so many of them, and the overview will take about. */
export function estimateDay({ toScore, most }: { toScore: number; most: number }, price: Price | null): DayEstimate {
  const batches = Math.ceil(toScore / SCORE_BATCH);
  const usage = { input: batches * 7_000 + most * 16_000, output: batches * 1_000 + most * 2_500 };
  return { requests: batches + most + 1, ...usage, yuan: costOf(usage, price) };
}

/** About how many papers are to be scored on a usual day, before it is known. */
export function usualToScore(categories: readonly string[], crossLists: boolean): number {
  return categories.length * (crossLists ? 150 : 100);
}
