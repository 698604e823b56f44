import type { Price } from '../model/config';
import { costOf, USUAL_GUIDE } from '../model/cost';
import { MOST_SCORED, SCORE_BATCH } from './score-batch';

/** What a day's report takes about; `yuan` is null without a price. */
export interface DayEstimate {
  requests: number;
  input: number;
  output: number;
  yuan: number | null;
}

// In tokens, as `estimateTokens` counts the requests for the papers of 30 December 2025, rounded up. What a model thinks is not
// in them, nor is it in a guide's.
const SCORING = { frame: 800, perPaper: { input: 420, output: 50 } };
const OVERVIEW = { frame: 800, perPaper: { input: 400 }, output: 1_200 };

/**
 * What a day will take about: the scores of so many papers, guides to `most` of them, each from the full text and by one
 * request, and the overview. A little high, since a reader who pays less than was said does not mind.
 */
export function estimateDay({ toScore, most }: { toScore: number; most: number }, price: Price | null): DayEstimate {
  const batches = Math.ceil(toScore / SCORE_BATCH);
  const overviews = most > 0 ? 1 : 0;
  const usage = {
    input:
      batches * SCORING.frame +
      toScore * SCORING.perPaper.input +
      most * (USUAL_GUIDE.input + OVERVIEW.perPaper.input) +
      overviews * OVERVIEW.frame,
    output: toScore * SCORING.perPaper.output + most * USUAL_GUIDE.output + overviews * OVERVIEW.output,
  };
  return { requests: batches + most + overviews, ...usage, yuan: costOf(usage, price) };
}

/** New papers of a category on a weekday, and those that are listed in it from others. */
const USUAL = { new: 44, cross: 11 };

/**
 * About how many papers there are to score on a weekday, before the day is known and without any keywords, which leave most out.
 * By the one whole list at hand, of cs.CV on 30 December 2025: 44 new and 11 from other categories. That is a slow day of a
 * large category; a small one has a few, so that for several together this is a middle. A category counts once, and more than
 * `MOST_SCORED` are never scored.
 */
export function usualToScore(categories: readonly string[], crossLists: boolean): number {
  return Math.min(MOST_SCORED, new Set(categories).size * (USUAL.new + (crossLists ? USUAL.cross : 0)));
}
