import { nameDay } from '../moment';
import { isDay, shiftDay, toDay } from '../report-day';
import type { Language } from '../settings';
import { type DayEntry, groupDay, mergeDay } from './day';
import { isOwnReport } from './own-report';
import type { ReportRecord } from './records';

/** A day that was missed: what its reports put in front, of which some may have been seen meanwhile. */
export interface MissedDay {
  /** YYYY-MM-DD. */
  date: string;
  entries: DayEntry[];
  /** Whether its report was made here, so that what it left out is there too. */
  isOwn: boolean;
}

/** Further back nobody catches up. */
const MOST_DAYS = 14;
/** What a day puts in front, as the popup and its own page do. */
const MOST_NEW = 60;

/**
 * The days whose reports a reader may have missed.
 *
 * @param since when they last looked on an earlier day, in epoch milliseconds.
 * @param newest the day that the popup shows by itself, YYYY-MM-DD.
 * @returns both days inclusive; null when there is none between.
 */
export function missedDays(since: number, newest: string, now: number): { from: string; to: string } | null {
  if (!isDay(newest)) return null;
  const from = [toDay(since), shiftDay(toDay(now), -MOST_DAYS)].toSorted().at(-1) ?? newest;
  const to = shiftDay(newest, -1);
  return from <= to ? { from, to } : null;
}

/** Whether a report came after the reader's last look: of the very day of that look only what came later. */
function isMissed({ date, importedAt }: ReportRecord, since: number): boolean {
  return date !== null && (date > toDay(since) || importedAt > since);
}

/**
 * What was missed, newest day first: the papers that a day puts in front and that no earlier day had.
 *
 * @param reports those of the days that `missedDays` gives.
 * @param isWanted whether a paper has one of the reader's keywords; null without any.
 */
export function groupMissed(
  reports: readonly ReportRecord[],
  since: number,
  isWanted: ((entry: DayEntry) => boolean) | null,
): MissedDay[] {
  const byDate = new Map<string, ReportRecord[]>();
  for (const report of reports) {
    if (report.date === null || !isMissed(report, since)) continue;
    byDate.set(report.date, [...(byDate.get(report.date) ?? []), report]);
  }
  return [...byDate]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([date, ofDay]) => ({
      date,
      entries: groupDay(mergeDay(ofDay), isWanted, MOST_NEW).first,
      isOwn: ofDay.some(({ id }) => isOwnReport(id)),
    }));
}

/** Days as one says them: 11 月 24–26 日, 11 月 28 日–12 月 2 日. In any order; '' for none. */
export function nameDays(dates: readonly string[], now: number, language: Language): string {
  const sorted = dates.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [start, end] = [nameDay(first, now, language), nameDay(last, now, language)];
  if (first === last) return end;
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  if (!isOneMonth) return `${start}–${end}`;
  return language === 'zh'
    ? `${start.replace(/ 日$/, '')}–${Number(last.slice(8))} 日`
    : `${Number(first.slice(8))}–${end}`;
}
