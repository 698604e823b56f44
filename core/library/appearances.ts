import { toDay } from '../report-day';

/** In which reports a paper stands; `reportIds` are sorted, and begin with their day. */
export interface Appearance {
  paperId: string;
  reportIds: string[];
}

/** Undated reports have this in the place of a day. */
export const NO_DATE = '0000-00-00';

/** The day of a report by its id; `0000-00-00` for one without. */
function dayOf(reportId: string): string {
  return reportId.slice(0, NO_DATE.length);
}

/** The row of a paper with one report more. */
export function withAppearance(row: Appearance | undefined, paperId: string, reportId: string): Appearance {
  const reportIds = [...new Set([...(row?.reportIds ?? []), reportId])].toSorted();
  return { paperId, reportIds };
}

/** The row of a paper with one report less; null when no other has it. */
export function withoutAppearance(row: Appearance, reportId: string): Appearance | null {
  const reportIds = row.reportIds.filter((id) => id !== reportId);
  return reportIds.length > 0 ? { ...row, reportIds } : null;
}

/**
 * The first day before a report's own on which a report had the paper; null when there is none, or the report has no day. A paper
 * that was dismissed stood before the reader on that day, though it may have been left out of every report.
 *
 * @param dismissedAt epoch milliseconds; null: it was not.
 */
export function seenBefore(
  row: Appearance | undefined,
  reportId: string,
  dismissedAt: number | null = null,
): string | null {
  const day = dayOf(reportId);
  if (day === NO_DATE) return null;
  const reported = row?.reportIds.map(dayOf).find((other) => other !== NO_DATE) ?? day;
  const dismissed = dismissedAt === null ? day : toDay(dismissedAt);
  const first = reported < dismissed ? reported : dismissed;
  return first < day ? first : null;
}

/** The reports that came after a report's day and have the paper. */
export function laterReports(row: Appearance, reportId: string): string[] {
  return row.reportIds.filter((id) => dayOf(id) > dayOf(reportId));
}
