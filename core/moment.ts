import { isDay, toDay } from './report-day';
import type { Language } from './settings';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HOUR_MILLISECONDS = 60 * 60 * 1000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;
/** China has one time zone and no summer time. */
const BEIJING_AHEAD_MILLISECONDS = 8 * HOUR_MILLISECONDS;

/** A day without its weekday: 12 月 30 日, with the year where it is not this one's; what is no YYYY-MM-DD stays as it is. */
export function nameDay(date: string, now: number, language: Language): string {
  if (!isDay(date)) return date;
  const [year = '', month = '', day = ''] = date.split('-');
  const named = !toDay(now).startsWith(year);
  if (language === 'zh') return `${named ? `${year} 年 ` : ''}${Number(month)} 月 ${Number(day)} 日`;
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}${named ? ` ${year}` : ''}`;
}

/** A moment as its reader says it, by Beijing's clock: 今天 13:42, 12 月 30 日 13:42. Both are epoch milliseconds. */
export function nameMoment(time: number, now: number, language: Language): string {
  const clock = new Date(time + BEIJING_AHEAD_MILLISECONDS).toISOString().slice(11, 16);
  const near: Record<string, [string, string]> = {
    [toDay(now - DAY_MILLISECONDS)]: ['昨天', 'yesterday'],
    [toDay(now)]: ['今天', 'today'],
    [toDay(now + DAY_MILLISECONDS)]: ['明天', 'tomorrow'],
  };
  const date = toDay(time);
  return `${near[date]?.[language === 'zh' ? 0 : 1] ?? nameDay(date, now, language)} ${clock}`;
}
