import type { Language } from './settings';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** China has one time zone and no summer time. */
const BEIJING_AHEAD_MILLISECONDS = 8 * 60 * 60 * 1000;

const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Counts days since 1970 in UTC, in which YYYY-MM-DD is read whatever the zone of the machine.
 *
 * @returns null for anything that names no day.
 */
export function findDayNumber(date: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return null;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  // Date.UTC carries 02-30 over into March; such a day does not exist.
  return new Date(time).toISOString().startsWith(date) ? time / DAY_MILLISECONDS : null;
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDay(date: string): boolean {
  return findDayNumber(date) !== null;
}

function todayNumber(now: number): number {
  return Math.floor((now + BEIJING_AHEAD_MILLISECONDS) / DAY_MILLISECONDS);
}

/** The day of a number that `findDayNumber` gave, as YYYY-MM-DD. */
export function dayOfNumber(day: number): string {
  return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The day in Beijing, where reports are read, as YYYY-MM-DD. `now` is epoch milliseconds. */
export function toDay(now: number): string {
  return dayOfNumber(todayNumber(now));
}

/** The time of day in Beijing, HH:MM. `now` is epoch milliseconds. */
export function toBeijingTime(now: number): string {
  return new Date(now + BEIJING_AHEAD_MILLISECONDS).toISOString().slice(11, 16);
}

const DAY_IN_NAME = /(?<!\d)(?:(20\d\d)(\d\d)(\d\d)|(20\d\d)(?:([-_./])|\s*年\s*)(\d\d?)(?:\5|\s*月\s*)(\d\d?))(?!\d)/g;

/**
 * The day in a file's name or path: 2025-12-30, 2025_12_30, 20251230, 2025 年 12 月 30 日, 2025/12/30.md. The last one counts, as
 * that is nearest to the file.
 *
 * @returns YYYY-MM-DD, or null where the name has no day that exists.
 */
export function dateOfName(name: string): string | null {
  let last: string | null = null;
  for (const [, ...groups] of name.matchAll(DAY_IN_NAME)) {
    const [year = '', month = '', day = ''] = groups.filter((group) => group !== undefined && /^\d/.test(group));
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (findDayNumber(date) !== null) last = date;
  }
  return last;
}

/** How far a day lies back, as one says it; '' for a day still to come and for more than thirty days ago. */
function describeDistance(days: number, language: Language): string {
  if (days < 0 || days > 30) return '';
  if (days === 0) return language === 'zh' ? '今天' : 'today';
  if (days === 1) return language === 'zh' ? '昨天' : 'yesterday';
  return language === 'zh' ? `${days} 天前` : `${days} days ago`;
}

/**
 * A report's day as its reader says it: 12 月 30 日 周二 · 昨天. A day of another year has the year before it, unless it is so
 * near that its distance says it.
 *
 * @param date YYYY-MM-DD; anything else is given back as it is.
 * @param now epoch milliseconds; “today” is Beijing's, where reports are read, whatever the zone of the machine. Infinity for a
 *   text that is read at any time: 2025 年 12 月 30 日 周二.
 */
export function describeDay(date: string, now: number, language: Language): string {
  const day = findDayNumber(date);
  if (day === null) return date;
  const today = todayNumber(now);
  const distance = describeDistance(today - day, language);
  const then = new Date(day * DAY_MILLISECONDS);
  const year = then.getUTCFullYear();
  const named = distance === '' && year !== new Date(today * DAY_MILLISECONDS).getUTCFullYear();
  const weekday = WEEKDAYS[language][then.getUTCDay()] ?? '';
  const dayOfMonth = then.getUTCDate();
  const written =
    language === 'zh'
      ? `${named ? `${year} 年 ` : ''}${then.getUTCMonth() + 1} 月 ${dayOfMonth} 日 ${weekday}`
      : `${weekday}, ${dayOfMonth} ${MONTHS[then.getUTCMonth()] ?? ''}${named ? ` ${year}` : ''}`;
  return distance ? `${written} · ${distance}` : written;
}

/** The day so many days later, or earlier. `date` is a day that exists, as YYYY-MM-DD. */
export function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** Whether a day, YYYY-MM-DD, is a Saturday or a Sunday. */
export function isWeekend(date: string): boolean {
  return new Date(date).getUTCDay() % 6 === 0;
}

/** The moment of a day in Beijing, in epoch milliseconds. */
export function toMoment(date: string, minutes: number): number {
  return Date.parse(date) - BEIJING_AHEAD_MILLISECONDS + minutes * 60_000;
}

/**
 * A day without its weekday: 6 月 19 日; one of another year than today's has the year.
 *
 * @param date YYYY-MM-DD; anything else is given back as it is.
 * @param now epoch milliseconds.
 */
export function describeShortDay(date: string, language: Language, now: number): string {
  const day = findDayNumber(date);
  if (day === null) return date;
  const then = new Date(day * DAY_MILLISECONDS);
  const year = date.slice(0, 4) === toDay(now).slice(0, 4) ? null : then.getUTCFullYear();
  const [month, dayOfMonth] = [then.getUTCMonth(), then.getUTCDate()];
  if (language === 'zh') return `${year === null ? '' : `${year} 年 `}${month + 1} 月 ${dayOfMonth} 日`;
  return `${MONTHS[month] ?? ''} ${dayOfMonth}${year === null ? '' : `, ${year}`}`;
}

/** Says on which day a paper was in a report before: 6 月 19 日出现过. It takes what `describeShortDay` takes. */
export function describeSeen(date: string, language: Language, now: number): string {
  if (findDayNumber(date) === null) return date;
  const day = describeShortDay(date, language, now);
  return language === 'zh' ? `${day}出现过` : `seen ${day}`;
}
