import { idsOfDay, toDayKey } from '@/core/library/day-key';
import type { ReportRecord } from '@/core/library/records';
import { type ReportListing, toListing } from '@/core/library/report-listing';
import type { Report } from '@/core/paper';
import { isDay } from '@/core/report-day';
import { db } from './db';
import { guarded } from './guard';

/** All reports, newest day first; undated ones last. */
export function listReports(): Promise<ReportListing[]> {
  return guarded(async () => (await db.reports.orderBy('id').reverse().toArray()).map(toListing));
}

/** All reports of a day, which `toDayKey` names; null is the newest day. Ids begin with the date, so the last one is of that day. */
export function reportsOfDay(dayKey: string | null): Promise<ReportRecord[]> {
  return guarded(() =>
    db.transaction('r', db.reports, async () => {
      const newest = dayKey === null ? await db.reports.orderBy('id').lastKey() : null;
      const key = dayKey ?? (typeof newest === 'string' ? toDayKey(newest) : null);
      if (key === null) return [];
      const { from, to } = idsOfDay(key);
      return db.reports.where('id').between(from, to, true, true).toArray();
    }),
  );
}

/** The newest report as a list tells of it. */
export function latestListing(): Promise<ReportListing | null> {
  return guarded(async () => {
    // By its key: Dexie copies what a range gives once more, and a report may have ten thousand entries.
    const key = await db.reports.orderBy('id').lastKey();
    const report = typeof key === 'string' ? await db.reports.get(key) : undefined;
    return report ? toListing(report) : null;
  });
}

/** The newest day that has a report, YYYY-MM-DD; null when none has. By its key alone: a report may have ten thousand entries. */
export function newestDay(): Promise<string | null> {
  return guarded(async () => {
    const key = await db.reports.orderBy('id').lastKey();
    const day = typeof key === 'string' ? toDayKey(key) : '';
    return isDay(day) ? day : null;
  });
}

/**
 * The newest report's id and its first papers; null when there is none, or `isKnown` says that they are known: it is asked before
 * anything is read but the id.
 */
export async function newestEntries(
  count: number,
  isKnown: (reportId: string) => Promise<boolean>,
): Promise<{ report: string; ids: string[] } | null> {
  const report = await guarded(() => db.reports.orderBy('id').lastKey());
  if (typeof report !== 'string' || (await isKnown(report))) return null;
  const found = await readReport(report);
  return found && { report, ids: found.entries.slice(0, count).map(({ id }) => id) };
}

export function readReport(id: string): Promise<ReportRecord | null> {
  return guarded(async () => (await db.reports.get(id)) ?? null);
}

/** Reports of one day, in the order of their titles. */
export function reportsOfDate(date: string): Promise<ReportRecord[]> {
  return guarded(() => db.reports.where('date').equals(date).sortBy('id'));
}

/** The whole report as it was parsed, from which its Markdown can be written again. */
export function readReportText(id: string): Promise<Report | null> {
  return guarded(async () => (await db.reportTexts.get(id))?.report ?? null);
}

/** What a report's source says in place of a paper's analysis; null when it has one, or the text is gone. */
export async function readFailure(reportId: string, paperId: string): Promise<string | null> {
  const report = await readReportText(reportId);
  return report?.papers.find((paper) => paper.id === paperId && paper.failure !== null)?.failure ?? null;
}

/** Ids of the reports before and after this one, by day and title. */
export function neighbourReports(id: string): Promise<{ previous: string | null; next: string | null }> {
  return guarded(async () => {
    const [before, after] = await Promise.all([
      db.reports.where('id').below(id).reverse().limit(1).primaryKeys(),
      db.reports.where('id').above(id).limit(1).primaryKeys(),
    ]);
    return { previous: before[0] ?? null, next: after[0] ?? null };
  });
}

/** The days that have reports before and after this one, as `toDayKey` names them. */
export function neighbourDays(dayKey: string): Promise<{ previous: string | null; next: string | null }> {
  return guarded(async () => {
    const { from, to } = idsOfDay(dayKey);
    const [before, after] = await Promise.all([
      db.reports.where('id').below(from).reverse().limit(1).primaryKeys(),
      db.reports.where('id').above(to).limit(1).primaryKeys(),
    ]);
    const [previous, next] = [before[0], after[0]];
    return {
      previous: previous === undefined ? null : toDayKey(previous),
      next: next === undefined ? null : toDayKey(next),
    };
  });
}
