import { BackupReader } from '@/core/backup/read';
import { AppError } from '@/core/errors';
import { backupStream } from './backup-write';
import { breathe } from './breathe';
import { db, SCHEMA_VERSION } from './db';
import { linesOfStream } from './file-lines';
import { guarded, requireRoom } from './guard';

// Snapshots lie in the browser's private files of this extension, apart from its databases: those of Chromium share one folder, and
// what ruins the library there would take a second database along.

const FOLDER = 'snapshots';
const NAME = /^daodu-snapshot-(\d{4}-\d{2}-\d{2})\.jsonl\.gz$/;
/** So many are kept. */
const MOST = 5;
const WEEK_MILLISECONDS = 7 * 24 * 3_600_000;
/** When the last one was written, in the settings' table. */
const NOTE = 'snapshot-at';

export interface Snapshot {
  name: string;
  /** The reader's day on which it was written, YYYY-MM-DD. */
  date: string;
  bytes: number;
}

function nameOf(now: number): string {
  const day = new Date(now);
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `daodu-snapshot-${date}.jsonl.gz`;
}

/** The folder of snapshots; null where the browser keeps no files, as in Firefox's private windows. */
async function openFolder(create: boolean): Promise<FileSystemDirectoryHandle | null> {
  // as: absent where the browser keeps nothing, and outside of one, where the tests run
  const { storage } = (globalThis as { navigator?: { storage?: StorageManager } }).navigator ?? {};
  try {
    return (await (await storage?.getDirectory())?.getDirectoryHandle(FOLDER, { create })) ?? null;
  } catch (cause) {
    if (cause instanceof DOMException && ['NotFoundError', 'SecurityError', 'NotAllowedError'].includes(cause.name))
      return null;
    throw cause;
  }
}

async function names(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const found: string[] = [];
  for await (const name of folder.keys()) found.push(name);
  return found.toSorted().toReversed();
}

/** The snapshots there are, the newest first. */
export async function listSnapshots(): Promise<Snapshot[]> {
  const folder = await openFolder(false);
  if (!folder) return [];
  const all = await Promise.all(
    (await names(folder)).map(async (name) => {
      const date = NAME.exec(name)?.[1];
      if (date === undefined) return [];
      const { size } = await (await folder.getFileHandle(name)).getFile();
      // One that was begun and never finished is empty.
      return size > 0 ? { name, date, bytes: size } : [];
    }),
  );
  return all.flat();
}

/** A snapshot as the file that it is: a backup, packed. @throws AppError `unreadable` when it is gone */
export async function readSnapshot(name: string): Promise<Blob> {
  try {
    const folder = await openFolder(false);
    if (folder && NAME.test(name)) return await (await folder.getFileHandle(name)).getFile();
  } catch (cause) {
    throw new AppError('unreadable', 'the snapshot cannot be read', { cause });
  }
  throw new AppError('unreadable', 'there is no such snapshot');
}

/** Forgets all of them. */
export async function dropSnapshots(): Promise<void> {
  const folder = await openFolder(false);
  if (folder) for (const name of await names(folder)) await folder.removeEntry(name);
}

async function checkSnapshot(name: string): Promise<void> {
  const reader = new BackupReader(SCHEMA_VERSION);
  const stream = (await readSnapshot(name)).stream().pipeThrough(new DecompressionStream('gzip'));
  for await (const { line, isWhole } of linesOfStream(stream)) {
    if (isWhole) reader.read(line);
    else reader.end(line);
    await breathe();
  }
}

/**
 * Writes the snapshot of today: what the reader made, and the papers it is about. Only when it was read back and is right are older
 * ones let go of.
 *
 * @throws AppError a storage code; the snapshots before are there then.
 */
export async function takeSnapshot(now: number, signal?: AbortSignal): Promise<void> {
  const folder = await openFolder(true);
  // A browser that keeps no files keeps no library either.
  if (!folder) return;
  const name = nameOf(now);
  if (await isOfBefore(name)) return noteSnapshot(now);
  await requireRoom();
  await guarded(async () => {
    // It takes the place of the file when it is closed, not before.
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    const text = backupStream({ contents: 'own', now, ...(signal && { signal }) });
    await text.pipeThrough(new CompressionStream('gzip')).pipeTo(file, signal && { signal });
  });
  await checkSnapshot(name);
  const older = (await names(folder)).filter((other) => NAME.test(other)).slice(MOST);
  for (const other of older) await folder.removeEntry(other);
  await noteSnapshot(now);
}

function noteSnapshot(now: number): Promise<void> {
  return guarded(async () => void (await db.settings.put({ name: NOTE, value: now })));
}

/** Whether the snapshot of today is that of a library which is no longer there: of this one, none was noted yet. */
async function isOfBefore(name: string): Promise<boolean> {
  const note = await guarded(() => db.settings.get(NOTE));
  return note === undefined && (await listSnapshots()).some((snapshot) => snapshot.name === name);
}

/** When the next snapshot is due, in epoch milliseconds; null where the reader has nothing of their own yet. */
export function nextSnapshot(): Promise<number | null> {
  return guarded(async () => {
    const [row, saves] = await Promise.all([db.settings.get(NOTE), db.saves.limit(1).primaryKeys()]);
    if (saves.length === 0) return null;
    return row === undefined ? 0 : Number(row.value) + WEEK_MILLISECONDS;
  });
}
