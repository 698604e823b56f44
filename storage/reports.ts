import type { ReportRecord } from '@/core/library/records';
import type { Report } from '@/core/paper';
import { db } from './db';
import { guarded } from './guard';

/** A report in a list of days. */
export interface ReportListing {
  id: string;
  date: string | null;
  title: string;
  source: string;
  count: number;
  /** The host by which a feed's report came; null for a file. */
  via: string | null;
}

function toListing({ id, date, title, source, entries, via }: ReportRecord): ReportListing {
  return { id, date, title, source, count: entries.length, via: via ?? null };
}

/** All reports, newest day first; undated ones last. */
export function listReports(): Promise<ReportListing[]> {
  return guarded(async () => (await db.reports.orderBy('id').reverse().toArray()).map(toListing));
}

/** The newest report, or null in an empty library. Ids begin with the date, so the last key is the newest day. */
export function latestReport(): Promise<ReportRecord | null> {
  return guarded(async () => (await db.reports.orderBy('id').last()) ?? null);
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
