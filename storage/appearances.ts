import {
  type Appearance,
  laterReports,
  seenBefore,
  withAppearance,
  withoutAppearance,
} from '@/core/library/appearances';
import type { ReportEntry, ReportRecord } from '@/core/library/records';
import { db } from './db';
import { getKnown } from './known-rows';

type Rows = ReadonlyMap<string, Appearance>;
/** When papers were dismissed, by paper. */
type Dismissals = ReadonlyMap<string, { dismissedAt: number }>;

/** An entry with the day on which its paper was first seen before this report's. */
function marked(entry: ReportEntry, reportId: string, rows: Rows, dismissals: Dismissals): ReportEntry {
  const { seenOn: _, ...plain } = entry;
  const seenOn = seenBefore(rows.get(entry.id), reportId, dismissals.get(entry.id)?.dismissedAt);
  return seenOn === null ? plain : { ...plain, seenOn };
}

/** Notes that a report has these papers, in the transaction that it is called in. */
export async function addAppearances(ids: readonly string[], reportId: string): Promise<Map<string, Appearance>> {
  const rows = await getKnown(db.appearances, ids);
  const changed = new Map(ids.map((id) => [id, withAppearance(rows.get(id), id, reportId)]));
  await db.appearances.bulkPut([...changed.values()]);
  return changed;
}

/** Takes back that a report has these papers; gives the rows that are left, in the transaction that it is called in. */
export async function dropAppearances(ids: readonly string[], reportId: string): Promise<Map<string, Appearance>> {
  const rows = await getKnown(db.appearances, ids);
  const left = [...rows.values()].map((row) => ({ row, after: withoutAppearance(row, reportId) }));
  const changed = new Map(left.flatMap(({ after }) => (after ? [[after.paperId, after] as const] : [])));
  await Promise.all([
    db.appearances.bulkDelete(left.flatMap(({ row, after }) => (after ? [] : row.paperId))),
    db.appearances.bulkPut([...changed.values()]),
  ]);
  return changed;
}

function markAll(report: ReportRecord, rows: Rows, dismissals: Dismissals): ReportRecord {
  return { ...report, entries: report.entries.map((entry) => marked(entry, report.id, rows, dismissals)) };
}

/** Marks the papers of a report, and of those of later days, whose appearances were noted before. */
export async function markAppearances(report: ReportRecord): Promise<ReportRecord> {
  const ids = report.entries.map((entry) => entry.id);
  const [rows, dismissals] = await Promise.all([getKnown(db.appearances, ids), getKnown(db.dismissals, ids)]);
  await markLater(rows, report.id, dismissals);
  return markAll(report, rows, dismissals);
}

/**
 * Notes that a report has its papers, in it and in those that came after its day. To be called in the transaction that writes
 * the report, which it gives back with its papers marked; `before` is the copy that it replaces.
 */
export async function noteAppearances(report: ReportRecord, before: ReportRecord | undefined): Promise<ReportRecord> {
  const ids = [...new Set(report.entries.map((entry) => entry.id))];
  const has = new Set(ids);
  const gone = [...new Set((before?.entries ?? []).map((entry) => entry.id).filter((id) => !has.has(id)))];
  const [rows, left, dismissals] = await Promise.all([
    addAppearances(ids, report.id),
    dropAppearances(gone, report.id),
    getKnown(db.dismissals, [...ids, ...gone]),
  ]);
  await markLater(new Map([...rows, ...left]), report.id, dismissals);
  return markAll(report, rows, dismissals);
}

/** Marks the papers in the reports of later days; seldom any, since days come in their order. */
async function markLater(rows: Rows, reportId: string, dismissals: Dismissals): Promise<void> {
  const later = new Set([...rows.values()].flatMap((row) => laterReports(row, reportId)));
  for (const id of later) {
    const report = await db.reports.get(id);
    if (!report) continue;
    const entries = report.entries.map((entry) => (rows.has(entry.id) ? marked(entry, id, rows, dismissals) : entry));
    const isSame = entries.every((entry, index) => entry.seenOn === report.entries[index]?.seenOn);
    if (!isSame) await db.reports.put({ ...report, entries });
  }
}
