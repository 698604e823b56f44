import type { AppError } from '../errors';
import { isRetryable, retryDelay } from '../model/retry';

const MINUTE_MILLISECONDS = 60_000;
const HOUR_MILLISECONDS = 60 * MINUTE_MILLISECONDS;
/** A day after the first failure the next announcement is there. */
const MOST_ARXIV_ATTEMPTS = 24;

/**
 * Milliseconds until a day's report is tried again; null when it is not, and a failure of its model leaves the day without one.
 * arXiv is asked hourly at most when it refused or failed, and sooner only when nothing reached it.
 *
 * @param attempt failures so far, counted from 1.
 * @param random a number from 0 up to 1: readers who fail together do not come back together.
 */
export function dailyRetryDelay(
  { code, retryAfterSeconds }: Pick<AppError, 'code' | 'retryAfterSeconds'>,
  attempt: number,
  random: number,
): number | null {
  if (isRetryable(code)) return retryDelay(attempt, retryAfterSeconds, random);
  if (!code.startsWith('arxiv-') || attempt >= MOST_ARXIV_ATTEMPTS) return null;
  const isOffline = code === 'arxiv-offline';
  const step = isOffline ? Math.min(MINUTE_MILLISECONDS * 4 ** (attempt - 1), HOUR_MILLISECONDS) : HOUR_MILLISECONDS;
  return Math.max(step * (1 + random / 4), (retryAfterSeconds ?? 0) * 1_000);
}
