import type { ErrorCode } from '../errors';

/** Failures after which the same request may succeed. */
const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'model-busy',
  'model-offline',
  'model-silent',
  'model-cut',
  'model-blank',
]);
const MOST_ATTEMPTS = 5;
const SHORTEST_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 300_000;
/** A longer Retry-After is cut to this. */
const LONGEST_ASKED_SECONDS = 600;

/** Whether the same request may succeed later without the reader's doing. */
export function isRetryable(code: ErrorCode): boolean {
  return RETRYABLE.has(code);
}

/**
 * Milliseconds until the next attempt; null when there have been enough.
 *
 * @param attempt failures so far, counted from 1.
 * @param random a number from 0 up to 1: the delay lies between half and all of the doubling step, so that many readers who
 *   fail together do not come back together.
 */
export function retryDelay(attempt: number, retryAfterSeconds: number | null, random: number): number | null {
  if (attempt >= MOST_ATTEMPTS) return null;
  const step = SHORTEST_MILLISECONDS * 4 ** (attempt - 1);
  const delay = Math.min(LONGEST_MILLISECONDS, Math.max(SHORTEST_MILLISECONDS, (step * (1 + random)) / 2));
  return Math.max(delay, Math.min(retryAfterSeconds ?? 0, LONGEST_ASKED_SECONDS) * 1_000);
}

/**
 * Reads a Retry-After header: seconds, or an HTTP date.
 *
 * @returns seconds from `now` (epoch milliseconds), never below 0; null when there is none that can be read.
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(?:\.\d+)?s?$/.test(text)) return Math.ceil(Number.parseFloat(text));
  // Date.parse takes '-5' and the like for years; an HTTP date begins with the name of a day.
  const date = /^[A-Z][a-z]{2},/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1_000));
}
