import { AppError, type ErrorCode } from '@/core/errors';
import type { GivenFile, SkippedFile } from '@/core/library/incoming';
import { requireRoom } from './guard';
import type { ImportResult, OpenFile, ReadyFile } from './import';
import { findSources } from './import-sources';
import { writeBatches } from './write-batch';

/** What an import of many files tells while it runs. */
export interface ImportWatch {
  /** Once, before anything is imported. */
  onFound: (count: number, skipped: SkippedFile[]) => void;
  /** Whenever work on a file begins: files are read some at a time, then rendered. */
  onBegin: (name: string) => void;
  /** How many files are done of which the end was not told yet; a half-done one counts as a half. */
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
const FATAL: readonly ErrorCode[] = ['storage-full', 'storage-newer', 'storage-lost', 'storage-gone'];

/** How an import ended: whether something ended it early, and how many files were left then. */
export interface ImportEnd {
  halted: boolean;
  left: number;
}

/** Papers that are rendered and written together, at the least: some eight reports. A visit to one of them waits as long. */
const PAPERS_AT_ONCE = 100;
/** Reports that are written together, however short. */
const FILES_AT_ONCE = 24;

/** One file on its way, or what went wrong with it. */
interface OnItsWay<T> {
  name: string;
  file: T | AppError;
}

/** What work gives, or the error it ended with. */
async function attempt<T>(work: () => Promise<T>): Promise<T | AppError> {
  try {
    return await work();
  } catch (cause) {
    return cause instanceof AppError ? cause : new AppError('unknown', 'not one of ours', { cause });
  }
}

/** Writes what was rendered together, in one transaction; null where that does not work, and nothing is written then. */
async function writeTogether(files: readonly (ReadyFile | AppError)[]): Promise<(ImportResult | AppError)[] | null> {
  const batches = files.flatMap((file) => (file instanceof AppError ? [] : (file.batch ?? [])));
  const isWhole = files.every((file) => file instanceof AppError || file.batch);
  // What is wrong with one must not keep the others out.
  const counts = isWhole && batches.length > 1 ? await attempt(() => writeBatches(batches)) : null;
  if (counts === null || counts instanceof AppError) return null;
  const left = [...counts];
  return files.map((file) =>
    file instanceof AppError ? file : file.toResult(left.shift() ?? { added: 0, merged: 0 }),
  );
}

/**
 * Takes in files, folders' files and archives, the oldest day first. Each report is there as a whole or not at all; a bad one is
 * told of and keeps none of the others out. While some are written the next ones are rendered. It ends early when the signal says
 * so, or when the library takes no more.
 */
export async function importAll(given: readonly GivenFile[], options: BulkOptions): Promise<ImportEnd> {
  const { now, signal, onFound, onBegin, onShare, onEnd } = options;
  const { sources, skipped } = await findSources(given);
  onFound(sources.length, skipped);
  let left = sources.length;
  let ahead = 0;
  let isFatal = false;
  const isHalted = () => signal.aborted || isFatal;
  const tell = (name: string, outcome: ImportResult | AppError) => {
    left -= 1;
    ahead -= 1;
    onEnd(name, outcome);
  };
  const write = async (all: readonly OnItsWay<ReadyFile>[]) => {
    if (signal.aborted) return;
    const together = await writeTogether(all.map(({ file }) => file));
    for (const [index, { name, file }] of all.entries()) {
      if (isFatal || (signal.aborted && !together)) return;
      const outcome = together?.[index] ?? (file instanceof AppError ? file : await attempt(file.write));
      // Whatever a stop broke off is no error of the file.
      if (outcome instanceof AppError && signal.aborted) continue;
      isFatal = outcome instanceof AppError && FATAL.includes(outcome.code);
      tell(name, outcome);
    }
  };
  const toCome = [...sources];
  const openSome = async () => {
    const opened: OnItsWay<OpenFile>[] = [];
    for (let papers = 0; papers < PAPERS_AT_ONCE && opened.length < FILES_AT_ONCE && !signal.aborted;) {
      const source = toCome.shift();
      if (!source) break;
      const { name, open } = source;
      onBegin(name);
      const file = await attempt(() => open({ now, name, signal, onProgress: (share) => onShare(ahead + share) }));
      opened.push({ name, file });
      papers += file instanceof AppError ? 0 : file.papers;
    }
    return opened;
  };
  const render = async (opened: readonly OnItsWay<OpenFile>[]) => {
    const ready: OnItsWay<ReadyFile>[] = [];
    for (const { name, file } of opened) {
      if (isHalted()) break;
      onBegin(name);
      ready.push({ name, file: file instanceof AppError ? file : await attempt(file.render) });
      ahead += 1;
    }
    return ready;
  };
  // What could not be kept is not read.
  const full = await attempt(requireRoom);
  const [first] = toCome;
  if (full instanceof AppError && first) {
    isFatal = true;
    tell(first.name, full);
  }
  let ready: OnItsWay<ReadyFile>[] = [];
  while (!isHalted() && (toCome.length > 0 || ready.length > 0)) {
    // The library is asked before the last ones are written: it would answer only afterwards.
    const opened = await openSome();
    [ready] = await Promise.all([render(opened), write(ready)]);
  }
  return { halted: isHalted(), left };
}
