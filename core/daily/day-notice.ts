import { announcementKind, lastAnnouncementDay } from '../announcements/calendar';
import { toDay, toMoment } from '../report-day';
import type { Settings } from '../settings';
import { listReadyAt } from './list-ready';
import type { NextTry } from './schedule';

/** What is known of a reader's own daily report. */
export interface DayFacts {
  settings: Pick<Settings, 'categories' | 'daily' | 'dailyMinutes'>;
  /** Which day is made next by itself; null: none is. */
  next: NextTry | null;
  /** When a day was last tried, in epoch milliseconds; null: never. */
  triedAt: number | null;
  /** The newest day that has any report in the library, YYYY-MM-DD; null when there is none. */
  newest: string | null;
  hasFeeds: boolean;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * What is said of a day's report that is not there. `expected`: it comes by itself at `at`; `late`: it was asked for, was not
 * there yet, and is asked for again at `at`; `closed`: nothing is announced today, the next one comes at `at`; `offer`: it does
 * not come by itself; `categories`: the reader has yet to say what they follow. `ready` tells whether arXiv has announced the
 * day, so that it can be made at once. Times are epoch milliseconds.
 */
export type DayNotice =
  | { kind: 'expected' | 'late'; date: string; at: number; ready: boolean }
  | { kind: 'closed'; reason: 'weekend' | 'holiday'; at: number }
  | { kind: 'offer'; date: string }
  | { kind: 'categories' };

/** As much later than the reader's hour an installation may come, so that not all come at once. */
const MOST_JITTER_MILLISECONDS = 15 * 60_000;

/**
 * What the reader is told of the newest day's own report; null when it is there, and where reports come from feeds alone and
 * the newest day has come.
 */
export function findDayNotice({ settings, next, triedAt, newest, hasFeeds, now }: DayFacts): DayNotice | null {
  const { categories, daily, dailyMinutes } = settings;
  if (categories.length === 0) return hasFeeds ? null : { kind: 'categories' };
  const announced = lastAnnouncementDay(now);
  if (!daily) return newest !== null && newest >= announced ? null : { kind: 'offer', date: announced };
  if (next === null) return null;
  const { date } = next;
  const usual = Math.max(toMoment(date, dailyMinutes), listReadyAt(date));
  // By the hour as the reader set it: that this installation comes some minutes later is nothing to speak of.
  const at = next.at > usual && next.at <= usual + MOST_JITTER_MILLISECONDS ? usual : next.at;
  const today = toDay(now);
  if (date > today) {
    const reason = announcementKind(today);
    return !hasFeeds && (reason === 'weekend' || reason === 'holiday') ? { kind: 'closed', reason, at } : null;
  }
  const isLate = triedAt !== null && triedAt >= usual && triedAt <= now;
  return { kind: isLate ? 'late' : 'expected', date, at, ready: announced >= date };
}
