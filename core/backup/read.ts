import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { AppError } from '../errors';
import { type BackupHeader, FORMAT, FORMAT_VERSION } from './format';

const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  schema: z.number(),
  createdAt: z.string(),
  contents: z.enum(['all', 'own']),
});
const openSchema = z.strictObject({ table: z.string() });
const rowSchema = z.strictObject({ row: z.record(z.string(), z.unknown()) });
const closeSchema = z.strictObject({ end: z.string(), rows: z.number(), sha256: z.string() });
const endSchema = z.strictObject({ end: z.literal(FORMAT), tables: z.number(), rows: z.number() });

/** A row of a backup; `row` is as it stands there, its table's schema is yet to be asked. */
export interface BackupRow {
  table: string;
  row: Record<string, unknown>;
}

/**
 * Reads a backup line by line and checks it: every table's count and sum, and that nothing is missing. Only after `end` is what came
 * before known to be whole.
 *
 * @throws AppError `backup-broken` for a line or a sum that is wrong, `backup-cut` when the file ends early, `file-newer` for a
 * later form of the file or a later library.
 */
export class BackupReader {
  header: BackupHeader | null = null;
  line = 0;
  private readonly encoder = new TextEncoder();
  private hash = sha256.create();
  private readonly tables = new Set<string>();
  private table: string | null = null;
  private rows = 0;
  private allRows = 0;
  private ended = false;

  /** @param schema the newest version of the library that can be restored here. */
  constructor(private readonly schema: number) {}

  /** Gives the line's row; null for the lines of the frame. `text` is without its line end. */
  read(text: string): BackupRow | null {
    this.line += 1;
    if (this.ended && text.trim() === '') return null;
    const value = this.parse(text);
    if (this.header === null) return this.start(value);
    if (this.ended) throw this.broken('something stands behind the end');
    return this.table === null ? this.between(value) : this.inside(this.table, value, text);
  }

  /** To be called behind the last line that has a line end; `rest` is what stands behind it. */
  end(rest: string): void {
    if (!this.ended) throw new AppError('backup-cut', 'the backup ends early', { line: this.line });
    if (rest.trim() !== '') throw this.broken('something stands behind the end');
  }

  private broken(why: string, cause?: unknown): AppError {
    return new AppError('backup-broken', why, { line: this.line, cause });
  }

  private parse(text: string): unknown {
    try {
      return JSON.parse(this.line === 1 ? text.replace(/^\uFEFF/, '') : text);
    } catch (cause) {
      throw this.broken('a line is no JSON', cause);
    }
  }

  private start(value: unknown): null {
    const { data } = z.safeParse(headerSchema, value);
    if (!data) throw this.broken('the first line is that of no backup');
    if (data.version > FORMAT_VERSION || data.schema > this.schema) {
      throw new AppError('file-newer', `backup ${data.version} of library ${data.schema}`, { line: 1 });
    }
    this.header = data;
    return null;
  }

  private between(value: unknown): null {
    const open = z.safeParse(openSchema, value);
    if (open.success) {
      const { table } = open.data;
      if (this.tables.has(table)) throw this.broken('a table comes twice');
      this.tables.add(table);
      this.table = table;
      this.rows = 0;
      this.hash = sha256.create();
      return null;
    }
    const end = z.safeParse(endSchema, value);
    if (!end.success) throw this.broken('a line has no place here');
    if (end.data.tables !== this.tables.size || end.data.rows !== this.allRows) throw this.broken('rows are missing');
    this.ended = true;
    return null;
  }

  private inside(table: string, value: unknown, text: string): BackupRow | null {
    const row = z.safeParse(rowSchema, value);
    if (row.success) {
      this.hash.update(this.encoder.encode(`${text}\n`));
      this.rows += 1;
      return { table, row: row.data.row };
    }
    const close = z.safeParse(closeSchema, value);
    if (!close.success || close.data.end !== table) throw this.broken('a line has no place in a table');
    if (close.data.rows !== this.rows) throw this.broken('rows of a table are missing');
    if (close.data.sha256 !== bytesToHex(this.hash.digest())) throw this.broken('a table was changed');
    this.allRows += this.rows;
    this.table = null;
    return null;
  }
}
