import { findDayNumber, toDay } from '../report-day';
import { announcementDaysBetween } from './calendar';

const MINUTE_MILLISECONDS = 60 * 1000;
/** From so many announcement days without a file on, a feed is named to its reader. */
const SILENT_DAYS = 3;

/**
 * How many announcement days a feed has left out: behind its newest file, or since it was subscribed to when it never had one.
 * A day counts from the hour on at which the feed's file is usually there.
 *
 * @param lastDate day of the newest file, YYYY-MM-DD; null when there is none.
 * @param subscribedAt epoch milliseconds.
 * @param usualMinutes behind midnight in Beijing of the file's own day; more than a day's for one that comes on the next.
 * @param now epoch milliseconds.
 */
export function silentDays(lastDate: string | null, subscribedAt: number, usualMinutes: number, now: number): number {
  /** The newest day whose file is usually there. */
  const dueDay = (time: number) => toDay(time - usualMinutes * MINUTE_MILLISECONDS);
  const isDay = lastDate !== null && findDayNumber(lastDate) !== null;
  return announcementDaysBetween(isDay ? lastDate : dueDay(subscribedAt), dueDay(now)).length;
}

/** Whether a feed that left out so many days is named to its reader. */
export function isSilent(days: number): boolean {
  return days >= SILENT_DAYS;
}
