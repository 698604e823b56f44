import { Dexie } from 'dexie';
import * as z from 'zod/mini';
import { isBackup, isGzip } from '@/core/backup/format';
import { BackupReader, type BackupRow } from '@/core/backup/read';
import { backupSchemas } from '@/core/backup/schemas';
import { type BackupTable, isBackupTable, KEYS } from '@/core/backup/tables';
import { AppError } from '@/core/errors';
import { breathe } from './breathe';
import { SCHEMA_VERSION } from './db';
import { linesOfStream } from './file-lines';
import { guarded, requireRoom } from './guard';
import { dropStaged, type StagedBackup, type StagedRow, staging } from './staging';

/** Rows are written together when they come to this much; a report of ten thousand papers is more by itself. */
const CHARACTERS_AT_ONCE = 1_000_000;
const ROWS_AT_ONCE = 2_000;
/** A longer line is none of ours: a small file can be unpacked to any size. */
const MOST_CHARACTERS = 200_000_000;

interface StageOptions {
  /** Told how much of the file is read, from 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** What a row is looked up by: analyses and times by their paper, all others by their own name. */
function refOf(table: BackupTable, row: Record<string, unknown>): string {
  if (table === 'analyses') return String(row['paperId']);
  const name = String(row[KEYS[table]]);
  return table === 'edits' ? (name.split('|')[0] ?? '') : name;
}

/** The file's bytes, unpacked where it is packed. `onBytes` is told how many of the file's own were read. */
async function openStream(file: Blob, onBytes: (count: number) => void): Promise<ReadableStream<Uint8Array>> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );
  return isGzip(start) ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
}

/** Whether a file is a backup of ours, packed or not. */
export async function isBackupFile(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (!isGzip(start)) return isBackup(await file.slice(0, 400).text());
  // Unpacked as far as its first line goes; what is cut off behind that is no matter here.
  const reader = file.slice(0, 4_096).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const { value } = await reader.read().catch(() => ({ value: undefined }));
  await reader.cancel().catch(() => undefined);
  return value !== undefined && isBackup(new TextDecoder().decode(value.subarray(0, 400)));
}

class Stager {
  readonly counts: Partial<Record<BackupTable, number>> = {};
  unusable = 0;
  private waiting: StagedRow[] = [];
  private characters = 0;

  add({ table, row }: BackupRow, length: number): void {
    // A table that this version does not keep any more is as little of use as a row of a wrong shape.
    const parsed = isBackupTable(table) ? z.safeParse<z.ZodMiniType>(backupSchemas[table], row) : null;
    if (!parsed?.success || !isBackupTable(table)) {
      this.unusable += 1;
      return;
    }
    const at = this.counts[table] ?? 0;
    this.counts[table] = at + 1;
    this.waiting.push({ table, at, ref: refOf(table, row), row: parsed.data });
    this.characters += length;
  }

  isFull(): boolean {
    return this.characters >= CHARACTERS_AT_ONCE || this.waiting.length >= ROWS_AT_ONCE;
  }

  async write(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    this.characters = 0;
    if (rows.length === 0) return;
    await requireRoom();
    await guarded(async () => void (await staging.rows.bulkPut(rows)));
  }
}

async function readInto(stager: Stager, reader: BackupReader, file: Blob, options: StageOptions): Promise<void> {
  const { onProgress, signal } = options;
  let bytes = 0;
  const stream = await openStream(file, (count) => {
    bytes += count;
  });
  for await (const { line, isWhole } of linesOfStream(stream, signal)) {
    if (line.length > MOST_CHARACTERS) throw new AppError('backup-broken', 'a line is too long', { line: reader.line });
    if (!isWhole) {
      reader.end(line);
      break;
    }
    const row = reader.read(line);
    if (row) stager.add(row, line.length);
    if (stager.isFull()) {
      await stager.write();
      onProgress?.(bytes / file.size);
    }
    await breathe();
  }
  await stager.write();
}

/**
 * Reads a backup into the staging database and checks all of it on the way. The library is not touched.
 *
 * @throws AppError `backup-cut`, `backup-broken`, `file-newer` or a storage code; nothing is staged then.
 */
export async function stageBackup(file: Blob, name: string, options: StageOptions = {}): Promise<StagedBackup> {
  const stager = new Stager();
  const reader = new BackupReader(SCHEMA_VERSION);
  try {
    await dropStaged();
    const begun: StagedBackup = { id: 'backup', state: 'reading', file: name, header: null, counts: {}, unusable: 0 };
    await guarded(() => staging.backups.put(begun));
    await readInto(stager, reader, file, options);
    const { counts, unusable } = stager;
    const ready: StagedBackup = { ...begun, state: 'ready', header: reader.header, counts, unusable };
    await guarded(() => staging.backups.put(ready));
    return ready;
  } catch (cause) {
    await dropStaged().catch(() => undefined);
    // Backups were UTF-8 when they were written: to write this one in another encoding would help nobody.
    if (cause instanceof AppError && cause.code === 'not-utf8') {
      throw new AppError('backup-broken', 'a line is not UTF-8', { cause, line: reader.line + 1 });
    }
    if (cause instanceof AppError || cause instanceof Dexie.DexieError || options.signal?.aborted) throw cause;
    // What unpacks a file tells no more of one that was cut than that it is wrong.
    throw new AppError('backup-cut', 'the backup cannot be unpacked to its end', { cause, line: reader.line });
  }
}
