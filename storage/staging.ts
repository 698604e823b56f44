import { Dexie, type EntityTable, type Table } from 'dexie';
import type { BackupHeader } from '@/core/backup/format';
import type { BackupTable } from '@/core/backup/tables';
import { guarded } from './guard';

/** A row of a backup that waits to be merged. `at` counts the rows of its table; `ref` is what it is looked up by. */
export interface StagedRow {
  table: BackupTable;
  at: number;
  ref: string;
  row: unknown;
}

/** The one backup that is being restored. */
export interface StagedBackup {
  id: 'backup';
  /** `ready`: all of it was read and is as it was written. */
  state: 'reading' | 'ready';
  file: string;
  header: BackupHeader | null;
  /** Rows by table, as they were staged. */
  counts: Partial<Record<BackupTable, number>>;
  /** Rows that this version cannot use. */
  unusable: number;
}

/** Where a backup is read into before anything of the library is touched: a database of its own. */
class StagingDb extends Dexie {
  rows!: Table<StagedRow, [BackupTable, number]>; // these are assigned by Dexie from the schema below
  backups!: EntityTable<StagedBackup, 'id'>; // see above

  constructor() {
    super('library-staging');
    this.version(1).stores({ rows: '[table+at], [table+ref]', backups: 'id' });
  }
}

export const staging = new StagingDb();

/** Forgets what was staged. */
export function dropStaged(): Promise<void> {
  return guarded(async () => {
    await staging.delete({ disableAutoOpen: false });
  });
}

const ofRef = (table: BackupTable, ref: string) => staging.rows.where('[table+ref]').equals([table, ref]);

/** Staged rows that are looked up by these; asked for side by side, as a cursor waits for each. */
export async function stagedOf(table: BackupTable, refs: readonly string[]): Promise<StagedRow[]> {
  return (await Promise.all(refs.map((ref) => ofRef(table, ref).toArray()))).flat();
}

/** Takes such rows out. */
export async function dropStagedOf(table: BackupTable, refs: readonly string[]): Promise<void> {
  const keys = await Promise.all(refs.map((ref) => ofRef(table, ref).primaryKeys()));
  await staging.rows.bulkDelete(keys.flat());
}

/** Staged rows of a table from its `from`th on, some at a time. */
export async function stagedRows(table: BackupTable, from: number, most: number): Promise<StagedRow[]> {
  return staging.rows
    .where('[table+at]')
    .between([table, from], [table, Number.POSITIVE_INFINITY])
    .limit(most)
    .toArray();
}
