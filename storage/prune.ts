import type { ReportRecord } from '@/core/library/records';
import { pruneAnswers } from './answers';
import { db } from './db';
import { guarded } from './guard';
import { pruneNews } from './prune-news';
import { readSettings } from './settings';

const DAY_MILLISECONDS = 24 * 3_600_000;

/** Ids of a report's papers that nobody saved, opened, tagged or wrote about, and that no report holds which stays whole. */
async function forgottenIn(report: ReportRecord): Promise<string[]> {
  const ids = [...new Set(report.entries.map((entry) => entry.id))];
  const [saves, visits, guides, appearances] = await Promise.all([
    db.saves.bulkGet(ids),
    db.visits.bulkGet(ids),
    db.guides.bulkGet(ids),
    db.appearances.bulkGet(ids),
  ]);
  const others = [...new Set(appearances.flatMap((row) => row?.reportIds ?? []))].filter((id) => id !== report.id);
  const rows = await db.reports.bulkGet(others);
  const pruned = new Set([report.id, ...rows.flatMap((row) => (row && row.prunedAt !== undefined ? row.id : []))]);
  const candidates = ids.filter((_, index) => {
    const isListed = appearances[index]?.reportIds.some((id) => !pruned.has(id)) ?? false;
    const isOpened = visits[index] !== undefined && !visits[index].unopened;
    return !saves[index] && !isOpened && guides[index]?.job !== true && !isListed;
  });
  // The reader's own, and what came with another library, belong to no report that was pruned.
  const analyses = await db.analyses.where('paperId').anyOf(candidates).toArray();
  const kept = new Set(analyses.flatMap((row) => (pruned.has(row.reportId ?? '') ? [] : row.paperId)));
  return candidates.filter((id) => !kept.has(id));
}

/** Takes out what nobody saved or opened of one report, in one transaction. The report and its text stay. */
function pruneReport(id: string, now: number): Promise<void> {
  return guarded(() =>
    db.transaction(
      'rw',
      [db.papers, db.analyses, db.guides, db.saves, db.visits, db.reports, db.appearances],
      async () => {
        const report = await db.reports.get(id);
        if (!report || report.prunedAt !== undefined) return;
        const gone = await forgottenIn(report);
        await db.analyses.where('paperId').anyOf(gone).delete();
        await db.guides.bulkDelete(gone);
        await db.papers.bulkDelete(gone);
        await db.reports.put({ ...report, prunedAt: now });
      },
    ),
  );
}

/** How often the library is looked through. */
const EVERY_MILLISECONDS = DAY_MILLISECONDS;

/** Whether it is time to prune; asked again within a day it is not. */
export function isPruneDue(now: number): Promise<boolean> {
  // Asked at each start of the worker, when a visit may be reading the settings: nothing is locked for an answer of no.
  return guarded(async () => {
    const row = await db.settings.get('pruned-at');
    const isDue = now - Number(row?.value ?? 0) >= EVERY_MILLISECONDS;
    if (isDue) await db.settings.put({ name: 'pruned-at', value: now });
    return isDue;
  });
}

/**
 * Takes out the papers and analyses of reports that came in longer ago than the reader's setting says, where nobody saved or
 * opened them, and whatever that setting says, arXiv's answers of past days, and what was announced a month ago. Reports, their
 * texts and the days on which a paper was seen stay.
 *
 * @param now epoch milliseconds
 */
export async function pruneLibrary(now: number, signal?: AbortSignal): Promise<void> {
  await pruneAnswers(now);
  await pruneNews(now);
  const { keepDays } = await readSettings();
  if (keepDays === 0) return;
  const before = now - keepDays * DAY_MILLISECONDS;
  const old = await guarded(async () => {
    const ids: string[] = [];
    await db.reports.each(({ id, importedAt, prunedAt }) => {
      if (importedAt < before && prunedAt === undefined) ids.push(id);
    });
    return ids;
  });
  for (const id of old) {
    signal?.throwIfAborted();
    await pruneReport(id, now);
  }
}
