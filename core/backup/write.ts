import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type BackupHeader, FORMAT } from './format';

/** Writes a backup line by line; each method gives the text to be written next. Tables are opened and closed one by one. */
export class BackupWriter {
  private readonly encoder = new TextEncoder();
  private hash = sha256.create();
  private table = '';
  private rows = 0;
  private allRows = 0;
  private tables = 0;

  start({ version, schema, createdAt, contents }: BackupHeader): string {
    return `${JSON.stringify({ format: FORMAT, version, schema, createdAt, contents })}\n`;
  }

  openTable(table: string): string {
    this.table = table;
    this.rows = 0;
    this.hash = sha256.create();
    return `${JSON.stringify({ table })}\n`;
  }

  row(row: unknown): string {
    const line = `{"row":${JSON.stringify(row)}}\n`;
    this.hash.update(this.encoder.encode(line));
    this.rows += 1;
    return line;
  }

  closeTable(): string {
    this.allRows += this.rows;
    this.tables += 1;
    const end = { end: this.table, rows: this.rows, sha256: bytesToHex(this.hash.digest()) };
    return `${JSON.stringify(end)}\n`;
  }

  end(): string {
    return `${JSON.stringify({ end: FORMAT, tables: this.tables, rows: this.allRows })}\n`;
  }
}
