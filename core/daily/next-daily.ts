import type { DailyJob } from '../jobs/job';
import type { Settings } from '../settings';
import { withSettled } from './daily-state';
import { type DailyState, type NextTry, nextTryAt } from './schedule';

/**
 * Which day is made next without the reader's doing, and when; null where that is not wanted, or no category is set. A day that
 * failed for good, or that the reader stopped, is left to the reader.
 *
 * @param jobs the newest days' jobs.
 */
export function nextDaily(
  now: number,
  settings: Settings,
  state: DailyState,
  jobs: readonly Pick<DailyJob, 'state' | 'input'>[],
): NextTry | null {
  if (!settings.daily || settings.categories.length === 0) return null;
  const left = jobs.filter(({ state: jobState }) => jobState === 'failed' || jobState === 'cancelled');
  const known = left.reduce((before, { input }) => withSettled(before, input.date), state);
  return nextTryAt(now, known, settings.dailyMinutes);
}
