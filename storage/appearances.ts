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

/** An entry with the day on which its paper was first seen before this report's. */
function marked(entry: ReportEntry, row: Appearance | undefined, reportId: string): ReportEntry {
  const { seenOn: _, ...plain } = entry;
  const seenOn = row ? seenBefore(row, reportId) : null;
  return seenOn === null ? plain : { ...plain, seenOn };
}

/**
 * Notes that a report has its papers, in it and in those that came after its day. To be called in the transaction that writes
 * the report, which it gives back with its papers marked; `before` is the copy that it replaces.
 */
export async function noteAppearances(report: ReportRecord, before: ReportRecord | undefined): Promise<ReportRecord> {
  const ids = [...new Set(report.entries.map((entry) => entry.id))];
  const has = new Set(ids);
  const gone = [...new Set((before?.entries ?? []).map((entry) => entry.id).filter((id) => !has.has(id)))];
  const rows = await getKnown(db.appearances, [...ids, ...gone]);
  const changed = new Map(ids.map((id) => [id, withAppearance(rows.get(id), id, report.id)]));
  const left = gone
    .flatMap((id) => rows.get(id) ?? [])
    .map((row) => ({ row, after: withoutAppearance(row, report.id) }));
  for (const { after } of left) if (after) changed.set(after.paperId, after);
  await Promise.all([
    db.appearances.bulkDelete(left.flatMap(({ row, after }) => (after ? [] : row.paperId))),
    db.appearances.bulkPut([...changed.values()]),
    markLater(changed, report.id),
  ]);
  return { ...report, entries: report.entries.map((entry) => marked(entry, changed.get(entry.id), report.id)) };
}

/** Marks the papers in the reports of later days; seldom any, since days come in their order. */
async function markLater(rows: ReadonlyMap<string, Appearance>, reportId: string): Promise<void> {
  const later = new Set([...rows.values()].flatMap((row) => laterReports(row, reportId)));
  for (const id of later) {
    const report = await db.reports.get(id);
    if (!report) continue;
    const entries = report.entries.map((entry) => {
      const row = rows.get(entry.id);
      return row ? marked(entry, row, id) : entry;
    });
    const isSame = entries.every((entry, index) => entry.seenOn === report.entries[index]?.seenOn);
    if (!isSame) await db.reports.put({ ...report, entries });
  }
}
