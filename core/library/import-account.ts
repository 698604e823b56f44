import type { ErrorCode } from '../errors';
import type { Skipped } from '../paper';

/** What became of one file. */
export type FileOutcome =
  | { kind: 'done'; added: number; merged: number; reportId: string | null; date: string | null; skipped: Skipped[] }
  /** `message` is the reader's sentence, with the file's name and the line. */
  | { kind: 'failed'; code: ErrorCode; message: string };

/** An import of many files in numbers. */
export interface ImportAccount {
  files: number;
  /** Whether all that was read are reports of a day, and none a library. */
  onlyDays: boolean;
  /** Papers new to the library, and known ones that gained something. */
  added: number;
  merged: number;
  /** Files that changed something, that changed nothing, that failed. */
  imported: number;
  unchanged: number;
  failed: number;
  /** Places in files that could not be read. */
  skipped: number;
  /** Why files failed, the most frequent first. */
  reasons: { code: ErrorCode; count: number }[];
}

/** Sums an import up. A file in which nothing could be read changed nothing. */
export function countImport(outcomes: readonly FileOutcome[]): ImportAccount {
  const done = outcomes.flatMap((outcome) => (outcome.kind === 'done' ? outcome : []));
  const codes = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? outcome.code : []));
  const sum = (count: (outcome: (typeof done)[number]) => number) => done.reduce((all, one) => all + count(one), 0);
  const imported = done.filter(({ added, merged }) => added + merged > 0).length;
  const reasons = [...new Set(codes)].map((code) => ({ code, count: codes.filter((one) => one === code).length }));
  return {
    files: outcomes.length,
    onlyDays: done.length > 0 && done.every(({ reportId }) => reportId !== null),
    added: sum(({ added }) => added),
    merged: sum(({ merged }) => merged),
    imported,
    unchanged: done.length - imported,
    failed: codes.length,
    skipped: sum(({ skipped }) => skipped.length),
    reasons: reasons.toSorted((one, other) => other.count - one.count),
  };
}
