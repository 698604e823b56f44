import { isWeekend, shiftDay, toDay, toMoment } from '../report-day';
import type { Feed, FeedDay, FeedState } from './feed';

const HOUR = 3_600_000;
const LONGEST_PAUSE = 12 * HOUR;
/** A server that asks for more is asked again all the same. */
const LONGEST_ASKED_PAUSE = 24 * HOUR;
/** Readers who wait for the same hour do not come all at once. */
const MOST_JITTER = 20 * 60_000;
/** So far back a check looks for days that were missed. */
const DAYS_BACK = 14;
/** A day that is older and was absent will stay so. */
const DAYS_OF_HOPE = 3;

type Schedule = Pick<Feed, 'usualMinutes' | 'weekdaysOnly'>;

/** How a check ended. `failed`: no route has answered for one of the days. */
export type CheckOutcome = { kind: 'answered' } | { kind: 'failed'; retryAfterSeconds: number | null };

const isExpected = (date: string, { weekdaysOnly }: Schedule): boolean => !(weekdaysOnly && isWeekend(date));

/** So many days up to `last`, newest first. */
const daysUpTo = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => shiftDay(last, -back));

/** The day, YYYY-MM-DD, whose file may appear now: feeds name theirs by the day in UTC, which by noon is Beijing's too. */
export function feedToday(now: number): string {
  return toDay(now);
}

/** Whether a day that was asked for before may have changed by now. */
function isWorthAsking(day: FeedDay, now: number): boolean {
  const today = feedToday(now);
  if (day.state === 'there') return false;
  if (day.date === today) return true;
  // Late files are rare: once a day is enough.
  return day.date >= shiftDay(today, -DAYS_OF_HOPE) && toDay(day.checkedAt) !== today;
}

/**
 * The days to ask for in one check, newest first: those since the last that was fetched, at most 14 back; and that one itself,
 * since files are made anew, which its mark will tell. The day itself only from its usual hour.
 *
 * @param days what is known of this feed's days; others are left out of account.
 * @param now epoch milliseconds.
 */
export function datesToCheck(feed: Feed, state: FeedState, days: readonly FeedDay[], now: number): string[] {
  const today = feedToday(now);
  const first = now < toMoment(today, feed.usualMinutes) ? shiftDay(today, -1) : today;
  const known = new Map(days.filter(({ feedId }) => feedId === feed.id).map((day) => [day.date, day]));
  // A day still to come is left from a clock that was wrong.
  const lastDate = state.lastDate !== null && state.lastDate <= today ? state.lastDate : null;
  return daysUpTo(first, DAYS_BACK).filter((date) => {
    if (date === lastDate) return true;
    if (!isExpected(date, feed) || (lastDate !== null && date < lastDate)) return false;
    const day = known.get(date);
    return !day || isWorthAsking(day, now);
  });
}

/** The usual hour of the first expected day from `date` on. */
function nextUsualTime(feed: Schedule, date: string): number {
  let day = date;
  while (!isExpected(day, feed)) day = shiftDay(day, 1);
  return toMoment(day, feed.usualMinutes);
}

/**
 * When to check a feed next, in epoch milliseconds: at its usual hour until the day is there or over, hourly at most; later and
 * later while it fails. Never within an hour.
 *
 * @param state as the outcome has left it: `lastDate` and `failures` count this check.
 * @param random gives a number from 0 up to 1.
 */
export function nextCheckAt(
  feed: Schedule,
  state: FeedState,
  outcome: CheckOutcome,
  now: number,
  random: () => number,
): number {
  const today = feedToday(now);
  const jitter = random() * MOST_JITTER;
  const isOver = state.lastDate === today;
  const asked = outcome.kind === 'failed' ? (outcome.retryAfterSeconds ?? 0) * 1_000 : 0;
  const doubled = outcome.kind === 'failed' ? HOUR * 2 ** Math.max(0, state.failures - 1) : HOUR;
  const soonest = now + Math.max(Math.min(doubled, LONGEST_PAUSE), Math.min(asked, LONGEST_ASKED_PAUSE));
  const usual = nextUsualTime(feed, isOver ? shiftDay(today, 1) : feedToday(soonest + jitter));
  return Math.max(soonest, usual) + jitter;
}

/**
 * How a feed fares under another usual hour: asked next by that. One that fails, or that is due, stays as it is.
 *
 * @param random gives a number from 0 up to 1.
 */
export function withUsualTime(feed: Schedule, state: FeedState, now: number, random: () => number): FeedState {
  if (state.error !== null || state.nextAt <= now) return state;
  return { ...state, nextAt: nextCheckAt(feed, state, { kind: 'answered' }, now, random) };
}

/** Days on which to look for a feed's newest file before anything is known of it, newest first, over so many days back. */
export function newestCandidates(feed: Schedule, now: number, days = DAYS_BACK): string[] {
  return daysUpTo(feedToday(now), days).filter((date) => isExpected(date, feed));
}

/**
 * The days to fetch when the last so many are wanted, newest first.
 *
 * @param have days that are there already.
 */
export function fillDates(lastN: number, now: number, have: ReadonlySet<string>, weekdaysOnly = false): string[] {
  return daysUpTo(feedToday(now), lastN).filter(
    (date) => !have.has(date) && isExpected(date, { weekdaysOnly, usualMinutes: 0 }),
  );
}
