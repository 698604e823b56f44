import { announcementDaysBetween, feedReadyAt } from '../announcements/calendar';
import { shiftDay, toDay, toMoment } from '../report-day';
import { listReadyAt } from './list-ready';

/** How far a reader's daily reports have come. Times are epoch milliseconds. */
export interface DailyState {
  /** The newest day that is settled, YYYY-MM-DD: had, or known to have nothing or to be gone. Null: none so far. */
  settledDay: string | null;
  /** When a day was last tried; null: never. */
  triedAt: number | null;
  /** Not before this, as arXiv or the last answer wants it: `restUntil` of the pace, `at` of `not-yet`; 0: no wish. */
  notBefore: number;
  /** From 0 up to 1, drawn once for this installation: not all readers come in the same minute. */
  jitter: number;
}

export interface NextTry {
  /** The day of the announcement to ask for, YYYY-MM-DD. */
  date: string;
  /** In epoch milliseconds; `now` when it is due. */
  at: number;
}

/** When arXiv's feeds have the day in winter too, and have had half an hour. */
export const READER_MINUTES = 13 * 60 + 30;

const HOUR_MILLISECONDS = 3_600_000;
const MOST_JITTER_MILLISECONDS = 15 * 60_000;
/** The longest pause between two announcements is shorter. */
const LOOK_DAYS = 14;

/**
 * Which day to ask for next, and when: a day at the reader's hour, then hourly at most while it is late, until the feeds go on to
 * the next; weekends and arXiv's holidays are left out, weekdays of a year whose holidays are unknown are not.
 *
 * @param readerMinutes the reader's hour as minutes since midnight in Beijing.
 */
export function nextTryAt(now: number, state: DailyState, readerMinutes = READER_MINUTES): NextTry {
  const { notBefore, jitter } = state;
  const today = toDay(now);
  // What lies ahead is from a clock that was set back since.
  const triedAt = state.triedAt !== null && state.triedAt <= now ? state.triedAt : null;
  const settledDay = state.settledDay !== null && state.settledDay <= today ? state.settledDay : null;
  const soonest = Math.max(now, triedAt === null ? 0 : triedAt + HOUR_MILLISECONDS, notBefore);
  const days = announcementDaysBetween(shiftDay(today, -LOOK_DAYS), shiftDay(toDay(soonest), LOOK_DAYS));
  for (const date of days) {
    if (settledDay !== null && date <= settledDay) continue;
    const usual = Math.max(toMoment(date, readerMinutes), listReadyAt(date)) + jitter * MOST_JITTER_MILLISECONDS;
    const at = Math.max(usual, soonest);
    if (at < feedReadyAt(shiftDay(date, 1))) return { date, at };
  }
  throw new RangeError('no day to ask for: a time that is no time'); // two weeks always have a day
}
