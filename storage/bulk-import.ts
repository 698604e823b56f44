import { AppError, type ErrorCode } from '@/core/errors';
import type { GivenFile, SkippedFile } from '@/core/library/incoming';
import type { ImportResult, Write } from './import';
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

/** What work gives, or the error it ended with. */
async function attempt<T>(work: () => Promise<T>): Promise<T | AppError> {
  try {
    return await work();
  } catch (cause) {
    return cause instanceof AppError ? cause : new AppError('unknown', 'not one of ours', { cause });
  }
}

/** Runs the next step of what came so far; an error is handed on. */
function step<T>(before: (() => Promise<T>) | AppError): Promise<T | AppError> {
  return before instanceof AppError ? Promise.resolve(before) : attempt(before);
}

/**
 * Takes in files, folders' files and archives, one report after the other and the oldest day first. Each report is there as a
 * whole or not at all; a bad one is told of and keeps none of the others out. While one is written the next is rendered. It ends
 * early when the signal says so, or when the library takes no more.
 */
export async function importAll(given: readonly GivenFile[], options: BulkOptions): Promise<ImportEnd> {
  const { now, signal, onFound, onBegin, onShare, onEnd } = options;
  const { sources, skipped } = await findSources(given);
  onFound(sources.length, skipped);
  let left = sources.length;
  let isFatal = false;
  const end = async (name: string, ready: Write | AppError) => {
    const outcome = await step(ready);
    // Whatever a stop broke off is no error of the file.
    if (outcome instanceof AppError && signal.aborted) return;
    left -= 1;
    isFatal = outcome instanceof AppError && FATAL.includes(outcome.code);
    onEnd(name, outcome);
  };
  let endLast: (() => Promise<void>) | null = null;
  for (const { name, open } of sources) {
    if (signal.aborted || isFatal) break;
    onBegin(name);
    // The library is asked before the last one is written: it would answer only afterwards.
    const render = await attempt(() => open({ now, name, signal, onProgress: onShare }));
    const ready = step(render);
    await Promise.all([ready, endLast?.()]);
    endLast = async () => end(name, await ready);
  }
  if (!signal.aborted && !isFatal) await endLast?.();
  return { halted: signal.aborted || isFatal, left };
}
