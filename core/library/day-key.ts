import { NO_DATE } from './appearances';

/** Of ids `date|title`. */
const BEHIND_DATE = '|';
/** Sorts behind whatever a title begins with. */
const LAST = '\uFFFF';

/** What names the day of a report: its date, YYYY-MM-DD; a report without one stands alone, under its own id. */
export function toDayKey(reportId: string): string {
  const date = reportId.slice(0, NO_DATE.length);
  return date === NO_DATE ? reportId : date;
}

/** The ids that a day's reports can have, from the first to the last, both of them included. */
export function idsOfDay(dayKey: string): { from: string; to: string } {
  return dayKey.length === NO_DATE.length
    ? { from: dayKey + BEHIND_DATE, to: dayKey + BEHIND_DATE + LAST }
    : { from: dayKey, to: dayKey };
}
