import { dayOfNumber, findDayNumber } from '../report-day';

/** `unknown`: a weekday of a year for which arXiv's holidays are not listed here, or no day at all. */
export type DayKind = 'announced' | 'weekend' | 'holiday' | 'unknown';

const MINUTE_MILLISECONDS = 60 * 1000;
const HOUR_MILLISECONDS = 60 * MINUTE_MILLISECONDS;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;
/** New York is so many hours behind Greenwich, one fewer in summer. */
const NEW_YORK_BEHIND_HOURS = 5;
const ANNOUNCEMENT_HOUR = 20;
/** No use looks further back than this, and a date from a file may be of any century. */
const MOST_DAYS = 400;

const [SUNDAY, MONDAY, SATURDAY] = [0, 1, 6];

const KNOWN_YEARS: ReadonlySet<string> = new Set(['2025', '2026']);
/**
 * Days in New York on which arXiv neither takes submissions together nor announces any. On a Friday nothing is announced
 * anyway; a Friday in this list leaves out the Sunday behind it.
 *
 * Verified: arXiv's own table (arxiv-base, `arxiv/db/arxiv_holidays_seed.sql`, as of 2026-05), which agrees with what
 * info.arxiv.org/help/availability.html showed for 2026, and for 2025 but for December, which it had not settled yet. arXiv may
 * still put off a mailing for other reasons, which no list tells before.
 */
const HOLIDAYS: ReadonlySet<string> = new Set([
  '2024-12-31',
  '2025-01-01',
  '2025-01-20',
  '2025-06-19',
  '2025-07-04',
  '2025-07-06',
  '2025-09-01',
  '2025-11-27',
  '2025-12-25',
  '2025-12-30',
  '2026-01-01',
  '2026-01-19',
  '2026-06-19',
  '2026-07-03',
  '2026-09-07',
  '2026-11-26',
  '2026-12-25',
  '2026-12-29',
  '2026-12-31',
]);

function weekdayOf(day: number): number {
  return new Date(day * DAY_MILLISECONDS).getUTCDay();
}

function kindOf(day: number): DayKind {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY || weekday === SUNDAY) return 'weekend';
  const isHoliday = (daysBefore: number) => HOLIDAYS.has(dayOfNumber(day - daysBefore));
  if (isHoliday(1) || (weekday === MONDAY && isHoliday(3))) return 'holiday';
  return KNOWN_YEARS.has(dayOfNumber(day).slice(0, 4)) ? 'announced' : 'unknown';
}

/**
 * What kind of day a mailing day is: the day that arXiv's feeds and listings bear, and reports with them. What is announced on
 * an evening in New York, Sunday to Thursday, is mailed under the next day.
 *
 * The rule for Sundays is verified in arXiv's code (arxiv-base, `arxiv/schedule/calendar.py`); that a day which is mailed is the
 * day after its evening, by its schedule of announcements, and by the feed of 2025-12-30, behind Monday evening.
 *
 * @param date YYYY-MM-DD.
 */
export function announcementKind(date: string): DayKind {
  const day = findDayNumber(date);
  return day === null ? 'unknown' : kindOf(day);
}

/** The first Sunday of a month, counted from 1, on or after its `from`th day, as a day's number. */
function findSunday(year: number, month: number, from: number): number {
  const first = Date.UTC(year, month - 1, from) / DAY_MILLISECONDS;
  return first + ((7 - weekdayOf(first)) % 7);
}

/** An hour of a day in New York, as epoch milliseconds. Summer time begins and ends at two in the morning. */
function newYorkTime(day: number, hour: number): number {
  const year = new Date(day * DAY_MILLISECONDS).getUTCFullYear();
  const at = day * 24 + hour;
  // The law since 2007: from the second Sunday of March to the first of November.
  const isSummer = at >= findSunday(year, 3, 8) * 24 + 2 && at < findSunday(year, 11, 1) * 24 + 2;
  return (at + NEW_YORK_BEHIND_HOURS - (isSummer ? 1 : 0)) * HOUR_MILLISECONDS;
}

/** When what is mailed on a day was announced: 20:00 in New York the evening before, 08:00 or 09:00 in Beijing. NaN for no day. */
export function announcedAt(date: string): number {
  return newYorkTime((findDayNumber(date) ?? NaN) - 1, ANNOUNCEMENT_HOUR);
}

/** When arXiv's feeds and its API have a day: midnight in New York, 12:00 or 13:00 in Beijing. NaN for no day. */
export function feedReadyAt(date: string): number {
  return newYorkTime(findDayNumber(date) ?? NaN, 0);
}

/** A weekday of an unknown year is most likely no holiday. */
function isAnnounced(day: number): boolean {
  const kind = kindOf(day);
  return kind === 'announced' || kind === 'unknown';
}

/**
 * The days on which something was announced, oldest first, `after` exclusive and `upTo` inclusive; of a longer time the last 400
 * days. Every weekday of a year whose holidays are unknown counts. Empty when one of the two is no day.
 */
export function announcementDaysBetween(after: string, upTo: string): string[] {
  const [first, last] = [findDayNumber(after), findDayNumber(upTo)];
  if (first === null || last === null) return [];
  const from = Math.max(first, last - MOST_DAYS) + 1;
  const days = Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index);
  return days.filter(isAnnounced).map(dayOfNumber);
}

/** The newest day whose announcement has happened; `now` is epoch milliseconds. */
export function lastAnnouncementDay(now: number): string {
  // Beijing's and New York's days differ by one at most.
  let day = Math.floor(now / DAY_MILLISECONDS) + 1;
  while (!isAnnounced(day) || announcedAt(dayOfNumber(day)) > now) day--;
  return dayOfNumber(day);
}
