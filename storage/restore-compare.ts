import { type Fate } from '@/core/backup/preview';
import { restoreRow, type RestoreContext } from '@/core/backup/restore-row';
import { isSame } from '@/core/backup/same';
import type { BackupRows } from '@/core/backup/schemas';
import { type BackupTable, KEYS } from '@/core/backup/tables';
import type { Feed } from '@/core/feeds/feed';
import type { ModelConfig } from '@/core/model/config';
import { keysOf } from '@/core/sync/keys';
import { db } from './db';
import { stagedOf, type StagedRow } from './staging';

/** A row of the backup beside the library's; `merged` is what comes of both. */
export interface Compared<T extends BackupTable> {
  incoming: BackupRows[T];
  known: BackupRows[T] | undefined;
  merged: BackupRows[T];
  fate: Fate;
}

/** The newest moment of each field, by `paperId|field`: of a note each device has an edit of its own, of tags each tag. */
function newest(edits: readonly { key: string; at: number }[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { key, at } of edits) {
    const [id = '', field = ''] = key.split('|');
    times.set(`${id}|${field}`, Math.max(at, times.get(`${id}|${field}`) ?? 0));
  }
  return times;
}

/** When each field of these papers was last changed: the newest of what was noted of it. */
export async function timesOf(ids: readonly string[]): Promise<RestoreContext['timesOf']> {
  const here = await Promise.all(
    ids.map((id) =>
      db.edits
        .where('key')
        .between(...keysOf(id))
        .toArray(),
    ),
  );
  const there = await stagedOf('edits', ids);
  const known = newest(here.flat());
  const incoming = newest(there.map(({ row }) => row as BackupRows['edits'])); // as: checked when it was staged
  return (id, field) => ({
    known: known.get(`${id}|${field}`) ?? null,
    incoming: incoming.get(`${id}|${field}`) ?? null,
  });
}

/** The same feed subscribed to on another machine has another id. */
function isSameFeed(one: Feed, other: Feed): boolean {
  if (one.presetId !== null || other.presetId !== null) return one.presetId === other.presetId;
  return one.template === other.template && isSame(one.github, other.github);
}

function isSameModel(one: ModelConfig, other: ModelConfig): boolean {
  return one.baseUrl === other.baseUrl && one.model === other.model && one.name === other.name;
}

/** Whether the library has another row that is the same thing under another name. */
async function findAlike(table: BackupTable): Promise<(row: unknown) => boolean> {
  if (table === 'feeds') {
    const feeds = await db.feeds.toArray();
    return (row) => feeds.some((feed) => isSameFeed(feed, row as Feed)); // as: checked when it was staged
  }
  if (table !== 'models') return () => false;
  const models = await db.models.toArray();
  return (row) => models.some((model) => isSameModel(model, row as ModelConfig)); // as: see above
}

/** Compares staged rows of one table with the library's. */
export async function compareRows<T extends BackupTable>(
  table: T,
  rows: readonly StagedRow[],
  takesSettings: boolean,
): Promise<Compared<T>[]> {
  const incoming = rows.map(({ row }) => row as BackupRows[T]); // as: checked when it was staged
  const keys = incoming.map((row) => String((row as Record<string, unknown>)[KEYS[table]])); // as: each has its key
  const known = (await db.table(table).bulkGet(keys)) as (BackupRows[T] | undefined)[]; // as: the library's own rows
  const times = table === 'saves' ? await timesOf(keys) : () => ({ known: null, incoming: null });
  const isAlike = await findAlike(table);
  return incoming.map((row, index): Compared<T> => {
    const before = known[index];
    const alike = before === undefined && isAlike(row);
    const merged = restoreRow(table, before, row, { takesSettings, timesOf: times });
    return { incoming: row, known: before, merged, fate: alike ? 'kept' : fateOf(before, row, merged) };
  });
}

function fateOf(known: unknown, incoming: unknown, merged: unknown): Fate {
  if (known === undefined) return 'added';
  if (!isSame(known, merged)) return 'changed';
  return isSame(known, incoming) ? 'same' : 'kept';
}
