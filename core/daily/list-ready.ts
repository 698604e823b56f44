import { announcedAt } from '../announcements/calendar';

/** The lists are made anew from 20:00 in New York on, which takes some minutes. */
const MAKING_MILLISECONDS = 15 * 60_000;

/** When a day's lists may first be asked for, in epoch milliseconds; NaN for no day. */
export function listReadyAt(date: string): number {
  return announcedAt(date) + MAKING_MILLISECONDS;
}
