import type { LibraryPaper } from '../library/records';
import { dayOfNumber, findDayNumber } from '../report-day';

/** A week from Monday to Sunday, by Beijing's days. */
export interface Week {
  /** `2026-W48`, as ISO 8601 counts weeks. */
  name: string;
  /** YYYY-MM-DD */
  from: string;
  to: string;
}

const DAY_MILLISECONDS = 24 * 3_600_000;
/** China has one time zone and no summer time. */
const BEIJING_AHEAD_MILLISECONDS = 8 * 3_600_000;

/** The week that a day is in, or the one so many weeks later or, below 0, earlier. Null for what is no day. */
export function weekOf(day: string, later = 0): Week | null {
  const number = findDayNumber(day);
  if (number === null) return null;
  // Day 0 was a Thursday.
  const monday = number - ((number + 3) % 7) + 7 * later;
  const year = Number(dayOfNumber(monday + 3).slice(0, 4)); // a week is of the year that its Thursday is in
  const first = findDayNumber(`${year}-01-04`) ?? monday;
  const count = Math.floor((monday - (first - ((first + 3) % 7))) / 7) + 1;
  return {
    name: `${year}-W${String(count).padStart(2, '0')}`,
    from: dayOfNumber(monday),
    to: dayOfNumber(monday + 6),
  };
}

/** When a week begins, and when the next one does, in epoch milliseconds. */
export function boundsOf({ from }: Week): [start: number, end: number] {
  const start = (findDayNumber(from) ?? 0) * DAY_MILLISECONDS - BEIJING_AHEAD_MILLISECONDS;
  return [start, start + 7 * DAY_MILLISECONDS];
}

/** What happened to papers in a week. A paper may be in several. */
export interface WeekInput {
  week: Week;
  saved: LibraryPaper[];
  /** Opened, or marked as read. */
  read: LibraryPaper[];
  /** With a note that was changed in the week, or that is on a paper of it. */
  noted: LibraryPaper[];
  /** Reports of the week's days, oldest first, each with the papers that stand first in it. */
  reports: { date: string; source: string; count: number; chosen: LibraryPaper[] }[];
}
