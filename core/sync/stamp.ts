/** Stamps within one millisecond. */
const PER_MILLISECOND = 1_000;
/** A clock that is this far ahead is wrong. */
const MOST_AHEAD_MILLISECONDS = 24 * 3_600_000;

/** The stamp of a moment, from epoch milliseconds. */
export const toStamp = (milliseconds: number): number => Math.max(1, Math.floor(milliseconds * PER_MILLISECOND));

/**
 * A stamp for a change that is made now and replaces one with the stamp `after` (0: none). It is later than that one, however
 * wrong the clock is: whoever changes what they see always wins over what they saw.
 */
export const nextStamp = (now: number, after: number): number => Math.max(toStamp(now), after + 1);

/** The latest stamp that can be true, by a clock that shows `now`. One from years ahead would win for years. */
export const latestStamp = (now: number): number => toStamp(now + MOST_AHEAD_MILLISECONDS);

export function isBelievable(stamp: number, now: number): boolean {
  return Number.isSafeInteger(stamp) && stamp > 0 && stamp <= latestStamp(now);
}
