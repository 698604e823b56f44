import { takeSettings } from '@/core/backup/merge-settings';
import { type FateCounts, NO_FATES, type RestorePreview } from '@/core/backup/preview';
import { isSame } from '@/core/backup/same';
import { type BackupTable, RESTORED_TABLES } from '@/core/backup/tables';
import { AppError } from '@/core/errors';
import { breathe } from './breathe';
import { db } from './db';
import { guarded } from './guard';
import { compareRows } from './restore-compare';
import { stagedRows, staging } from './staging';

const ROWS_AT_ONCE = 200;
/** Told by their names alone: their rows are large, and none of them is changed by a restore but for a mark. */
const BY_NAME: readonly BackupTable[] = ['reports', 'reportTexts', 'news', 'announcements'];

async function countByName(table: BackupTable): Promise<FateCounts> {
  const refs = (await staging.rows
    .where('[table+ref]')
    .between([table, ''], [table, '\uffff'], true, true)
    .keys()) as unknown as [string, string][]; // as: keys of the compound index
  const known = new Set(await db.table<unknown, string>(table).toCollection().primaryKeys());
  const same = refs.filter(([, ref]) => known.has(ref)).length;
  return { ...NO_FATES, same, added: refs.length - same };
}

async function countFates(table: BackupTable, signal?: AbortSignal): Promise<FateCounts> {
  if (BY_NAME.includes(table)) return guarded(() => countByName(table));
  const counts = { ...NO_FATES };
  for (let from = 0; ;) {
    signal?.throwIfAborted();
    const rows = await guarded(() => stagedRows(table, from, ROWS_AT_ONCE));
    if (rows.length === 0) return counts;
    for (const { fate } of await guarded(() => compareRows(table, rows, false))) counts[fate] += 1;
    from = (rows.at(-1)?.at ?? 0) + 1;
    await breathe();
  }
}

/** Whether the backup's settings would change the library's. */
async function settingsDiffer(): Promise<boolean> {
  const rows = await stagedRows('settings', 0, ROWS_AT_ONCE);
  const incoming = rows.find(({ ref }) => ref === 'settings')?.row as { value: Record<string, unknown> } | undefined; // as: checked when it was staged
  if (!incoming) return false;
  const known = await db.settings.get('settings');
  const before = (known?.value ?? {}) as Record<string, unknown>; // as: only changeSettings writes it
  return !isSame(before, takeSettings(before, incoming.value));
}

/**
 * What restoring the staged backup would do; nothing is changed by it.
 *
 * @throws AppError `unknown` when none is staged, or a storage code
 */
export async function previewRestore(signal?: AbortSignal): Promise<RestorePreview> {
  const backup = await guarded(() => staging.backups.get('backup'));
  if (backup?.state !== 'ready' || !backup.header) throw new AppError('unknown', 'no backup is staged');
  const tables: RestorePreview['tables'] = {};
  let total = 0;
  const shown: BackupTable[] = [...RESTORED_TABLES.filter((table) => table !== 'feedDays'), 'analyses'];
  for (const table of shown) {
    tables[table] = await countFates(table, signal);
    await breathe();
  }
  for (const table of RESTORED_TABLES) total += backup.counts[table] ?? 0;
  const [differ, papers, saves] = await guarded(() =>
    Promise.all([settingsDiffer(), db.papers.limit(1).count(), db.saves.limit(1).count()]),
  );
  const { file, header, unusable } = backup;
  return { file, header, tables, unusable, settingsDiffer: differ, isFresh: papers + saves === 0, total };
}
