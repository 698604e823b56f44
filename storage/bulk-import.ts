import { AppError, type ErrorCode } from '@/core/errors';
import type { GivenFile, SkippedFile } from '@/core/library/incoming';
import type { ImportResult } from './import';
import { findSources } from './import-sources';

/** What an import of many files tells while it runs. */
export interface ImportWatch {
  /** Once, before anything is imported. */
  onFound: (count: number, skipped: SkippedFile[]) => void;
  onBegin: (name: string) => void;
  /** How much of the file is done, from 0 to 1. */
  onShare: (share: number) => void;
  onEnd: (name: string, outcome: ImportResult | AppError) => void;
}

interface BulkOptions extends ImportWatch {
  /** Epoch milliseconds. */
  now: number;
  signal: AbortSignal;
}

/** What imports files, here or in a worker. */
export type ImportAll = (given: readonly GivenFile[], options: BulkOptions) => Promise<ImportEnd>;

/** After these nothing more can be written, so nothing more is tried. */
const FATAL: readonly ErrorCode[] = ['storage-full', 'storage-newer'];

/** How an import ended: whether something ended it early, and how many files were left then. */
export interface ImportEnd {
  halted: boolean;
  left: number;
}

/**
 * Takes in files, folders' files and archives, one report after the other and the oldest day first. Each report is there as a
 * whole or not at all; a bad one is told of and keeps none of the others out. It ends early when the signal says so, or when the
 * library takes no more.
 */
export async function importAll(given: readonly GivenFile[], options: BulkOptions): Promise<ImportEnd> {
  const { now, signal, onFound, onBegin, onShare, onEnd } = options;
  const { sources, skipped } = await findSources(given);
  onFound(sources.length, skipped);
  for (const [index, { name, take }] of sources.entries()) {
    const left = sources.length - index;
    if (signal.aborted) return { halted: true, left };
    onBegin(name);
    try {
      onEnd(name, await take({ now, name, signal, onProgress: onShare }));
    } catch (cause) {
      if (signal.aborted) return { halted: true, left };
      const error = cause instanceof AppError ? cause : new AppError('unknown', 'not one of ours', { cause });
      onEnd(name, error);
      if (FATAL.includes(error.code)) return { halted: true, left: left - 1 };
    }
  }
  return { halted: signal.aborted, left: 0 };
}
