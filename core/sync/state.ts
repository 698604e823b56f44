import type { ErrorCode } from '../errors';

/** A file of this device's own. */
export interface OwnSegment {
  /** Counts from 1; no number is ever used again, so that a file never changes once it is whole. */
  number: number;
  bytes: number;
  edits: number;
}

/** Another device, as its newest file names it. */
export interface OtherDevice {
  device: string;
  name: string;
  /** When it last wrote something, epoch milliseconds. */
  writtenAt: number;
}

/** Files that could not be used, and why: cut off or damaged, of a newer Daodu, or from a clock that is days ahead. */
export interface UnusedFile {
  name: string;
  reason: 'damaged' | 'newer' | 'future';
}

/** How far syncing has come. Times are epoch milliseconds, null for never. */
export interface SyncState {
  segments: OwnSegment[];
  nextNumber: number;
  /** Other devices' files that were read to the end, by name, with what the server said of them: their length and day. */
  read: Record<string, string>;
  unused: UnusedFile[];
  devices: OtherDevice[];
  /** By how much the server's clock is ahead of ours. */
  clockAhead: number;
  /** When requests were made of late, for servers that count them. */
  requests: number[];
  startedAt: number | null;
  succeededAt: number | null;
  /** Null: only when the reader asks for it. */
  nextAt: number | null;
  error: ErrorCode | null;
  /** How often it has failed in a row. */
  failures: number;
  /** Papers whose notes were written in two places at once, of late; newest first. */
  conflicts: string[];
}

export const NEW_STATE: SyncState = {
  segments: [],
  nextNumber: 1,
  read: {},
  unused: [],
  devices: [],
  clockAhead: 0,
  requests: [],
  startedAt: null,
  succeededAt: null,
  nextAt: 0,
  error: null,
  failures: 0,
  conflicts: [],
};
