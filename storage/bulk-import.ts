import { AppError, type ErrorCode } from '@/core/errors';
import type { GivenFile, SkippedFile } from '@/core/library/incoming';
import { importFile, type ImportResult } from './import';
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

/** After these nothing more can be written, so nothing more is tried. */
const FATAL: readonly ErrorCode[] = ['storage-full', 'storage-newer'];

/**
 * Takes in files, folders' files and archives, one report after the other and the oldest day first. Each report is there as a
 * whole or not at all; a bad one is told of and keeps none of the others out.
 *
 * @returns how many were not begun or given up, because the signal stopped it or the library takes no more.
 */
export async function importAll(given: readonly GivenFile[], options: BulkOptions): Promise<number> {
  const { now, signal, onFound, onBegin, onShare, onEnd } = options;
  const { sources, skipped } = await findSources(given);
  onFound(sources.length, skipped);
  for (const [index, { name, open }] of sources.entries()) {
    if (signal.aborted) return sources.length - index;
    onBegin(name);
    try {
      onEnd(name, await importFile(await open(), { now, name, signal, onProgress: onShare }));
    } catch (cause) {
      if (signal.aborted) return sources.length - index;
      const error = cause instanceof AppError ? cause : new AppError('unknown', 'not one of ours', { cause });
      onEnd(name, error);
      if (FATAL.includes(error.code)) return sources.length - index - 1;
    }
  }
  return 0;
}
