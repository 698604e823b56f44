import { toDayKey } from '@/core/library/day-key';
import { isOwnReport } from '@/core/library/own-report';
import { db } from './db';
import { guarded } from './guard';
import { takeOwnReport } from './own-report';
import { readReportText } from './reports';
import { type TakenReport, takeReport } from './take-report';

/**
 * Takes a report in again from its own text, and with it what was taken out because nobody saved or opened it.
 *
 * @param now epoch milliseconds
 * @returns null when the library has no such report, or not its text.
 */
export async function bringBack(reportId: string, now: number): Promise<TakenReport | null> {
  const [record, report] = await Promise.all([guarded(() => db.reports.get(reportId)), readReportText(reportId)]);
  if (!record || !report) return null;
  if (isOwnReport(reportId)) return takeOwnReport(report, toDayKey(reportId), now);
  const { feedId, via, source } = record;
  const origin = feedId === undefined ? null : { feedId, name: source, via: via ?? '' };
  return takeReport(report, { now, origin });
}
