import type { ListedPaper } from '@/components/library/listed-paper';
import type { ReportPlace } from '@/components/library/report-head';
import { accountOf, type CategoryAccount, countOthers } from '@/core/announcements/account';
import type { DayEntry } from '@/core/library/day';
import type { ReportRecord } from '@/core/library/records';
import { NO_DATE } from '@/core/library/appearances';
import { isOwnReport } from '@/core/library/own-report';
import { groupReport } from '@/core/library/report-groups';
import { describeSeen } from '@/core/report-day';
import type { Settings } from '@/core/settings';
import { readAnnounced, wantedCategories } from '@/storage/announcements';
import { readListMarks } from '@/storage/marks';
import { keptPapers } from '@/storage/papers';
import { neighbourReports, readReport, reportsOfDate } from '@/storage/reports';

/** What became of the day's papers, in all of its reports together. */
export interface DayAccount {
  rows: CategoryAccount[];
  /** Papers beside what was announced that day. */
  other: number;
}

/** A report with all that its head shows. */
export interface ReportView {
  report: ReportRecord;
  sameDay: ReportRecord[];
  previous: ReportPlace | null;
  next: ReportPlace | null;
  account: DayAccount;
}

/** A part of a list; all but the first are folded until asked for. */
export interface ListPart {
  kind: 'first' | 'rest' | 'seen';
  papers: ListedPaper[];
}

/** The report asked for by its id; else the one that came in last. */
function pickReport(reports: readonly ReportRecord[], reportId: string | null): ReportRecord | undefined {
  if (reportId !== null) return reports.find(({ id }) => id === reportId);
  return reports.toSorted((one, other) => other.importedAt - one.importedAt)[0];
}

/** Of a report without a day nothing is known. */
export async function readAccount(date: string | null, reports: readonly ReportRecord[]): Promise<DayAccount> {
  if (date === null) return { rows: [], other: 0 };
  const [announced, categories] = await Promise.all([readAnnounced(date), wantedCategories(date)]);
  const day = { date, entries: reports.flatMap(({ entries }) => entries) };
  return { rows: accountOf(day, announced, categories), other: countOthers(day, announced) };
}

/** A report by its id, which begins with its day. */
function toPlace(id: string): ReportPlace {
  const [day = ''] = id.split('|', 1);
  return { id, date: day === NO_DATE ? null : day, title: id.slice(day.length + 1) };
}

/** A report's head; null when there is no such report. */
export async function findView(date: string | null, reportId: string | null): Promise<ReportView | null> {
  // Long reports are read once: to unpack a thousand rows takes a while.
  const known = date === null ? [] : await reportsOfDate(date);
  const report = pickReport(known, reportId) ?? (reportId === null ? null : await readReport(reportId));
  if (!report) return null;
  const sameDay = report.date === date ? known : [report];
  const [{ previous, next }, account] = await Promise.all([
    neighbourReports(report.id),
    readAccount(report.date, sameDay),
  ]);
  return {
    report,
    sameDay,
    previous: previous === null ? null : toPlace(previous),
    next: next === null ? null : toPlace(next),
    account,
  };
}

/** A report's papers as its page shows them. */
export async function readParts(report: ReportRecord, { keywords, language }: Settings): Promise<ListPart[]> {
  const ids = report.entries.map((entry) => entry.id);
  const [marks, kept] = await Promise.all([
    readListMarks(ids),
    report.prunedAt === undefined ? new Set(ids) : keptPapers(ids),
  ]);
  const now = Date.now();
  const hasWhy = isOwnReport(report.id);
  const toListed = ({ seenOn, ...entry }: DayEntry): ListedPaper => ({
    ...entry,
    authors: [],
    tags: [],
    status: null,
    texts: [],
    saved: marks[entry.id]?.saved ?? false,
    seen: marks[entry.id]?.seen ?? false,
    dismissed: marks[entry.id]?.dismissed ?? false,
    ...(seenOn !== undefined && { seenBefore: describeSeen(seenOn, language, now) }),
    ...(!kept.has(entry.id) && { gone: true }),
    ...(hasWhy && { hasWhy }),
  });
  const { first, rest, seen } = groupReport(report, keywords);
  return [
    { kind: 'first', papers: first.map(toListed) },
    { kind: 'rest', papers: rest.map(toListed) },
    { kind: 'seen', papers: seen.map(toListed) },
  ];
}
