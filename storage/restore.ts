import { type BackupTable, RESTORED_TABLES } from '@/core/backup/tables';
import type { RestoreInput, RestoreProgress } from '@/core/jobs/job';
import type { AnalysisRecord, ReportRecord } from '@/core/library/records';
import { AppError } from '@/core/errors';
import { addAppearances, markAppearances } from './appearances';
import { breathe } from './breathe';
import { db } from './db';
import { guarded, requireRoom } from './guard';
import { type GuideBuilder, readBuilder } from './guide-builder';
import { type Compared, compareRows } from './restore-compare';
import { dropStaged, dropStagedOf, type StagedRow, stagedOf, stagedRows, staging } from './staging';
import { writeBatch } from './write-batch';
import type { IncomingPaper } from './write-papers';

// A restore goes on in batches. Each is merged in one transaction and then taken out of the staging database, so that what is staged
// is what is still to be done. Whatever ends it between the two, merging a batch once more changes nothing: a restore that was broken
// off anywhere is finished by going on.

/** Rows in a batch: whoever visits a paper waits for one of them. */
const ROWS: Partial<Record<BackupTable, number>> = {
  papers: 40,
  reportTexts: 1,
  reports: 1,
  news: 1,
  announcements: 5,
};
const ROWS_OTHERWISE = 200;
/** Papers of a report that are noted at once. */
const PIECE = 500;

const changed = <T extends BackupTable>(rows: readonly Compared<T>[]) =>
  rows.filter(({ fate }) => fate === 'added' || fate === 'changed').map(({ merged }) => merged);

async function mergePlain(table: BackupTable, rows: readonly StagedRow[], takesSettings: boolean): Promise<void> {
  await db.transaction('rw', db.table(table), async () => {
    await db.table(table).bulkPut(changed(await compareRows(table, rows, takesSettings)));
  });
}

/** Saves come with the stars that visits read; one that is newer than a dismissal ends it, and the other way round. */
async function mergeSaves(rows: readonly StagedRow[]): Promise<void> {
  // What was noted of fields stands in another database, which no transaction of this one can ask.
  const compared = await compareRows('saves', rows, false);
  const ids = compared.map(({ incoming }) => incoming.paperId);
  await db.transaction('rw', db.saves, db.guides, db.dismissals, async () => {
    const [now, dismissals, guides] = await Promise.all([
      db.saves.bulkGet(ids),
      db.dismissals.bulkGet(ids),
      db.guides.bulkGet(ids),
    ]);
    for (const [index, { known, merged }] of compared.entries()) {
      const { paperId } = merged;
      // Changed by the reader in this very moment: the next round sees it.
      if (JSON.stringify(now[index]) !== JSON.stringify(known)) throw new ChangedMeanwhile();
      const dismissal = dismissals[index];
      const isDismissed = (known?.savedAt ?? null) === null && (dismissal?.dismissedAt ?? 0) > (merged.savedAt ?? 0);
      const row = isDismissed ? { ...merged, savedAt: null } : merged;
      await db.saves.put(row);
      if (row.savedAt === null) continue;
      if (dismissal) await db.dismissals.delete(paperId);
      const guide = guides[index];
      if (!guide?.saved) await db.guides.put({ paperId, guideVersion: 0, guides: [], ...guide, saved: true });
    }
  });
}

class ChangedMeanwhile extends Error {}

async function mergeDismissals(rows: readonly StagedRow[]): Promise<void> {
  await db.transaction('rw', db.dismissals, db.saves, async () => {
    const wanted = changed(await compareRows('dismissals', rows, false));
    const saves = await db.saves.bulkGet(wanted.map(({ paperId }) => paperId));
    await db.dismissals.bulkPut(wanted.filter((_, index) => (saves[index]?.savedAt ?? null) === null));
  });
}

async function mergeFeedDays(rows: readonly StagedRow[]): Promise<void> {
  await db.transaction('rw', db.feedDays, db.feeds, async () => {
    const wanted = changed(await compareRows('feedDays', rows, false));
    const feeds = new Set(await db.feeds.toCollection().primaryKeys());
    // as: a code of an earlier version is shown as any other failure
    await db.feedDays.bulkPut(
      wanted.filter(({ feedId }) => feeds.has(feedId)) as Parameters<typeof db.feedDays.bulkPut>[0],
    );
  });
}

/** The analyses of staged papers, as far as they are new or newer. */
async function newAnalyses(ids: readonly string[]): Promise<Map<string, AnalysisRecord[]>> {
  const rows = await stagedOf('analyses', ids);
  const wanted = changed(await compareRows('analyses', rows, false)) as AnalysisRecord[]; // as: the schema's own optional fields
  const byPaper = new Map<string, AnalysisRecord[]>();
  for (const row of wanted) byPaper.set(row.paperId, [...(byPaper.get(row.paperId) ?? []), row]);
  return byPaper;
}

async function mergePapers(rows: readonly StagedRow[], builder: GuideBuilder): Promise<void> {
  const compared = await compareRows('papers', rows, false);
  const analyses = await newAnalyses(compared.map(({ incoming }) => incoming.id));
  const papers: IncomingPaper[] = [];
  for (const { incoming, merged, fate } of compared) {
    const wanted = analyses.get(incoming.id) ?? [];
    if (wanted.length === 0 && fate !== 'added' && fate !== 'changed') continue;
    const guides = [];
    for (const analysis of wanted) {
      guides.push(await builder.build(analysis, merged));
      await breathe();
    }
    papers.push({ paper: incoming, analyses: wanted, guides, saved: null });
  }
  if (papers.length > 0) await writeBatch({ papers, edition: builder.edition, report: null, text: null });
}

/** A report with its marks; its papers are noted piece by piece, and its row comes last. */
async function mergeReport(row: StagedRow): Promise<void> {
  const [compared] = await compareRows('reports', [row], false);
  if (!compared || (compared.fate !== 'added' && compared.fate !== 'changed')) return;
  const report = compared.merged as ReportRecord; // as: the schema's own optional fields
  const ids = [...new Set(report.entries.map(({ id }) => id))];
  for (let from = 0; from < ids.length; from += PIECE) {
    await db.transaction('rw', db.appearances, () => addAppearances(ids.slice(from, from + PIECE), report.id));
    await breathe();
  }
  await db.transaction('rw', db.reports, db.appearances, db.dismissals, async () => {
    await db.reports.put(await markAppearances(report));
  });
}

async function mergeBatch(
  table: BackupTable,
  rows: readonly StagedRow[],
  { takesSettings }: RestoreInput,
  builder: () => Promise<GuideBuilder>,
): Promise<void> {
  switch (table) {
    case 'saves':
      return mergeSaves(rows);
    case 'dismissals':
      return mergeDismissals(rows);
    case 'feedDays':
      return mergeFeedDays(rows);
    case 'papers':
      return mergePapers(rows, await builder());
    case 'reports':
      for (const row of rows) await mergeReport(row);
      return;
    default:
      return mergePlain(table, rows, takesSettings);
  }
}

/** Takes out of the staging database what is merged: the room goes to the library. */
async function forget(table: BackupTable, rows: readonly StagedRow[]): Promise<void> {
  await staging.transaction('rw', staging.rows, async () => {
    await staging.rows.bulkDelete(rows.map((row) => [row.table, row.at]));
    if (table !== 'papers') return;
    await dropStagedOf(
      'analyses',
      rows.map(({ ref }) => ref),
    );
  });
}

async function countLeft(): Promise<number> {
  const counts = await Promise.all(
    RESTORED_TABLES.map((table) =>
      staging.rows.where('[table+at]').between([table, 0], [table, Number.POSITIVE_INFINITY]).count(),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Merges the staged backup into the library, from wherever that was broken off, and forgets it in the end. `keep` is told now and
 * then how many rows are left.
 *
 * @throws AppError a storage code; what is staged stays, and the restore can go on later.
 */
export async function mergeStaged(
  input: RestoreInput,
  keep: (progress: RestoreProgress) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const backup = await guarded(() => staging.backups.get('backup'));
  // All of it was merged before, and the worker died before that was noted.
  if (!backup) return;
  if (backup.state !== 'ready') throw new AppError('unknown', 'no backup is staged');
  let built: Promise<GuideBuilder> | null = null;
  const builder = () => (built ??= readBuilder());
  let left = await guarded(countLeft);
  for (const table of RESTORED_TABLES) {
    // What was taken out is not looked through again: to the browser's database it is long still there.
    for (let from = 0; ;) {
      signal?.throwIfAborted();
      const rows = await guarded(() => stagedRows(table, from, ROWS[table] ?? ROWS_OTHERWISE));
      const last = rows.at(-1);
      if (!last) break;
      await requireRoom();
      try {
        await guarded(() => mergeBatch(table, rows, input, builder));
      } catch (error) {
        if (error instanceof AppError && error.cause instanceof ChangedMeanwhile) continue;
        throw error;
      }
      await guarded(() => forget(table, rows));
      from = last.at + 1;
      left -= rows.length;
      await keep({ left });
      await breathe();
    }
  }
  await dropStaged();
}
