import { FORMAT_VERSION, type BackupContents } from '@/core/backup/format';
import { BACKUP_TABLES, type BackupTable, KEPT_SETTINGS, OWN_TABLES, toBackupRow } from '@/core/backup/tables';
import { BackupWriter } from '@/core/backup/write';
import { breathe } from './breathe';
import { db, SCHEMA_VERSION } from './db';
import { guarded } from './guard';

/** Rows that are read at once: as many as make about a megabyte. A day of ten thousand papers is one row of twenty. */
const MOST_ROWS = 500;
const WANTED_CHARACTERS = 1_000_000;

interface BackupOptions {
  contents: BackupContents;
  /** Epoch milliseconds. */
  now: number;
  signal?: AbortSignal;
}

/** The papers that the reader's own is about: saved, tagged, noted, or written about by a model of theirs. */
async function ownPapers(): Promise<Set<string>> {
  const [saves, written] = await guarded(() =>
    Promise.all([db.saves.toCollection().primaryKeys(), db.analyses.orderBy('writing.writtenAt').toArray()]),
  );
  return new Set([...saves, ...written.map(({ paperId }) => paperId)]);
}

/** Whether a row belongs into a backup. */
type IsWanted = (table: BackupTable, row: Record<string, unknown>) => boolean;

async function toFilter(contents: BackupContents): Promise<IsWanted> {
  const own = contents === 'own' ? await ownPapers() : null;
  return (table, row) => {
    if (table === 'settings') return KEPT_SETTINGS.includes(String(row['name']));
    if (!own) return true;
    if (table === 'papers') return own.has(String(row['id']));
    return table !== 'analyses' || own.has(String(row['paperId']));
  };
}

async function* tableText(
  table: BackupTable,
  writer: BackupWriter,
  isWanted: IsWanted,
): AsyncGenerator<string, void, undefined> {
  const rows = db.table<Record<string, unknown>, string>(table);
  const { keyPath } = rows.schema.primKey;
  let last: string | null = null;
  let most = 1;
  yield writer.openTable(table);
  for (;;) {
    const from: string | null = last;
    // Each read is short, so that whoever writes meanwhile does not wait.
    const some: Record<string, unknown>[] = await guarded(() =>
      (from === null ? rows.toCollection() : rows.where(':id').above(from)).limit(most).toArray(),
    );
    let text = '';
    for (const row of some) {
      if (isWanted(table, row)) text += writer.row(toBackupRow(table, row));
      await breathe();
    }
    if (text !== '') yield text;
    if (some.length < most) break;
    last = String(some.at(-1)?.[String(keyPath)]);
    const size = Math.max(1, text.length / some.length);
    most = Math.max(1, Math.min(2 * most, MOST_ROWS, Math.floor(WANTED_CHARACTERS / size)));
  }
  yield writer.closeTable();
}

/**
 * The text of a backup, piece by piece, in small steps; `core/backup/format.ts` says how it is laid out. The library may be changed
 * meanwhile: whatever a row names is in the backup too.
 *
 * @throws AppError a storage code
 */
async function* backupText({ contents, now, signal }: BackupOptions): AsyncGenerator<string, void, undefined> {
  const writer = new BackupWriter();
  const isWanted = await toFilter(contents);
  const createdAt = new Date(now).toISOString();
  yield writer.start({ version: FORMAT_VERSION, schema: SCHEMA_VERSION, createdAt, contents });
  for (const table of contents === 'own' ? OWN_TABLES : BACKUP_TABLES) {
    for await (const text of tableText(table, writer, isWanted)) {
      signal?.throwIfAborted();
      yield text;
    }
  }
  yield writer.end();
}

/** The same as bytes, made as fast as they are taken. */
export function backupStream(options: BackupOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = backupText(options);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}

/** A whole backup as a file that the browser keeps on the disk, however large it is. @throws AppError a storage code */
export function backupBlob(options: BackupOptions): Promise<Blob> {
  // A response takes a stream in without holding it; a list of parts would stand in the page's memory.
  return new Response(backupStream(options), { headers: { 'content-type': 'application/jsonl' } }).blob();
}
