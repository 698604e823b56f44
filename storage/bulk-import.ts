import { AppError, type ErrorCode } from '@/core/errors';
import type { GivenFile, SkippedFile } from '@/core/library/incoming';
import { requireRoom } from './guard';
import { type ImportOptions, type ImportResult, type ReadyFile, toReady, toReadyReport } from './import';
import { findSources, type ImportSource } from './import-sources';
import { RenderAhead, type RenderSource } from './render-ahead';
import { type ImportLibrary, readImportLibrary } from './take-report';
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
  /** Renders reports somewhere else; absent where that is done here, between the writes. */
  renderElsewhere?: RenderSource;
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
interface OnItsWay {
  name: string;
  file: ReadyFile | AppError;
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
  const { now, signal, renderElsewhere, onFound, onBegin, onShare, onEnd } = options;
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
  const write = async (all: readonly OnItsWay[]) => {
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
  let library: ImportLibrary | null = null;
  const elsewhere = renderElsewhere && new RenderAhead(sources, renderElsewhere);
  const onProgress = (share: number) => onShare(ahead + share);
  const prepare = async (source: ImportSource): Promise<ReadyFile> => {
    const { name, open } = source;
    library ??= await readImportLibrary();
    const fileOptions: ImportOptions = { now, name, signal, library, onProgress };
    const rendered = await elsewhere?.take(source, onProgress);
    if (rendered) return toReadyReport(rendered, fileOptions);
    signal.throwIfAborted();
    return toReady(await open(fileOptions), fileOptions);
  };
  const toCome = [...sources];
  const prepareSome = async () => {
    const ready: OnItsWay[] = [];
    for (let papers = 0; papers < PAPERS_AT_ONCE && ready.length < FILES_AT_ONCE && !isHalted();) {
      const source = toCome.shift();
      if (!source) break;
      const { name } = source;
      onBegin(name);
      const file = await attempt(() => prepare(source));
      ready.push({ name, file });
      ahead += 1;
      papers += file instanceof AppError ? 0 : file.papers;
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
  let ready: OnItsWay[] = [];
  while (!isHalted() && (toCome.length > 0 || ready.length > 0)) {
    [ready] = await Promise.all([prepareSome(), write(ready)]);
  }
  return { halted: isHalted(), left };
}
