/**
 * A backup is UTF-8 text of one JSON value per line, each line ended by `\n`:
 *
 *     {"format":"daodu-backup","version":1,"schema":5,"createdAt":"2026-11-28T01:02:03.000Z","contents":"all"}
 *     {"table":"saves"}
 *     {"row":{…}}
 *     {"end":"saves","rows":1,"sha256":"…"}
 *     {"end":"daodu-backup","tables":1,"rows":1}
 *
 * `sha256` is that of the table's row lines with their line ends; the last line tells a whole file from one that was cut.
 */
export const FORMAT = 'daodu-backup';

/** The newest form of the file; a file that claims a higher one was written by a newer Daodu. */
export const FORMAT_VERSION = 1;

/** `all`: the whole library. `own`: what the reader made, and the papers it is about, as the weekly snapshots have it. */
export type BackupContents = 'all' | 'own';

export interface BackupHeader {
  version: number;
  /** The version of the library that it was written from. */
  schema: number;
  /** ISO time. */
  createdAt: string;
  contents: BackupContents;
}

/** Whether the first characters of a file say that it is a backup; a compressed one is to be unpacked before. */
export function isBackup(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"daodu-backup"/.test(text);
}

/** Whether a file's first bytes say that it is compressed by gzip. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
