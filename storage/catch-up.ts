import { announcementDaysBetween, lastAnnouncementDay } from '@/core/announcements/calendar';
import { toKeywordTest } from '@/core/keywords';
import { groupMissed, type MissedDay, missedDays } from '@/core/library/catch-up';
import type { DayEntry } from '@/core/library/day';
import { idsOfDay, toDayKey } from '@/core/library/day-key';
import { shiftDay, toDay } from '@/core/report-day';
import { db } from './db';
import { guarded } from './guard';
import { type ListMarks, readListMarks } from './marks';
import { readSettings } from './settings';

/** A day of the library that the reader may have missed. */
export interface CatchUp {
  /** Newest first. */
  days: MissedDay[];
  marks: Record<string, ListMarks>;
}

/** Announcements of so many days back can still be had. */
const WEEK_DAYS = 7;

/**
 * What has come since the reader last looked, but for the newest day, which the popup shows by itself.
 *
 * @param since when they last looked on an earlier day, in epoch milliseconds; null: never.
 */
export async function readCatchUp(since: number | null, now: number): Promise<CatchUp> {
  const nothing = { days: [], marks: {} };
  if (since === null) return nothing;
  const { keywords } = await readSettings();
  const reports = await guarded(async () => {
    const newest = await db.reports.orderBy('id').lastKey();
    const days = typeof newest === 'string' ? missedDays(since, toDayKey(newest), now) : null;
    if (!days) return [];
    return db.reports.where('id').between(idsOfDay(days.from).from, idsOfDay(days.to).to, true, true).toArray();
  });
  const test = toKeywordTest(keywords);
  const isWanted =
    test && (({ title, titleChinese, gist }: DayEntry) => test([title, titleChinese ?? '', gist].join('\n')));
  const days = groupMissed(reports, since, isWanted);
  const ids = days.flatMap(({ entries }) => entries.map(({ id }) => id));
  return { days, marks: await readListMarks([...new Set(ids)]) };
}

/** The days of the last week on which arXiv announced something and of which there is no report, newest first. */
export function daysWithout(now: number): Promise<string[]> {
  return guarded(async () => {
    const days = announcementDaysBetween(shiftDay(toDay(now), -WEEK_DAYS), lastAnnouncementDay(now));
    const counts = await Promise.all(days.map((date) => db.reports.where('date').equals(date).count()));
    return days.filter((_, index) => counts[index] === 0).toReversed();
  });
}
