import { isLibraryJson, isLineForm, LibraryLineReader, readLibraryJson } from '@/core/library/json';
import type { LibraryPaper } from '@/core/library/records';
import type { Skipped } from '@/core/paper';
import { decodeReport } from '@/core/report/decode';
import { readInput } from '@/core/report/read';
import { dateOfName } from '@/core/report-day';
import { linesOf } from './file-lines';
import { type GuideBuilder, readBuilder } from './guide-builder';
import { openReport } from './take-report';
import { type BatchResult, type IncomingPaper, writeBatch } from './write-batch';

/** What an import did; `reportId` and `date` are null for a library file. */
export interface ImportResult extends BatchResult {
  reportId: string | null;
  date: string | null;
  unchanged: boolean;
  skipped: Skipped[];
  /** Papers that were read, whether or not they changed anything. */
  papers: number;
}

export interface ImportOptions {
  /** Epoch milliseconds. */
  now: number;
  /** The file's, which may tell the day where the text does not. */
  name?: string;
  /** Told now and then how much of the file is done, from 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Writes what is ready, and tells what that did. @throws AppError a storage code; nothing is written then. */
export type Write = () => Promise<ImportResult>;

/** Makes what was read ready to be written. It asks the library nothing, so it may run while something else is written. */
export type Render = () => Promise<Write>;

/** Papers of a library file that are rendered and written at once: few enough to leave the page free in between. */
const PAPERS_AT_ONCE = 20;

function toResult(counts: BatchResult, skipped: Skipped[], papers: number): ImportResult {
  return { ...counts, reportId: null, date: null, unchanged: counts.added + counts.merged === 0, skipped, papers };
}

async function openInput(text: string, options: ImportOptions): Promise<Render> {
  const { now, name = '', onProgress, signal } = options;
  const { report, skipped } = readInput(text, { date: dateOfName(name) });
  const { length } = report.papers;
  const render = await openReport(report, {
    now,
    ...(signal && { signal }),
    onPaper: (done) => onProgress?.(done / length),
  });
  return async () => {
    const write = await render();
    return async () => {
      const { reportId, ...counts } = await write();
      return { ...toResult(counts, skipped, length), reportId, date: report.date };
    };
  };
}

/** What is read and written in one go: a library file is, piece by piece. */
function inOneGo(write: Write): Render {
  return () => Promise.resolve(write);
}

async function runAll(opened: Promise<Render>): Promise<ImportResult> {
  const render = await opened;
  const write = await render();
  return write();
}

async function writeLibrary(papers: LibraryPaper[], { build }: GuideBuilder): Promise<BatchResult> {
  const incoming = await Promise.all(
    papers.map(async (entry): Promise<IncomingPaper> => {
      return { ...entry, guides: await Promise.all(entry.analyses.map((analysis) => build(analysis, entry.paper))) };
    }),
  );
  return writeBatch({ papers: incoming, report: null, text: null });
}

/**
 * Reads a library file twice: first all of it is checked and nothing written, then it is written in batches. Started again
 * after an interruption it changes nothing that is there already.
 */
async function importLibraryStream(file: Blob, { onProgress, signal }: ImportOptions): Promise<ImportResult> {
  const check = new LibraryLineReader();
  for await (const { line, bytes } of linesOf(file, signal)) {
    check.read(line);
    onProgress?.((0.2 * bytes) / file.size);
  }
  check.end();
  const builder = await readBuilder();
  const reader = new LibraryLineReader();
  const total: BatchResult = { added: 0, merged: 0 };
  let read = 0;
  let waiting: LibraryPaper[] = [];
  const write = async () => {
    const counts = await writeLibrary(waiting, builder);
    total.added += counts.added;
    total.merged += counts.merged;
    read += waiting.length;
    waiting = [];
  };
  for await (const { line, bytes } of linesOf(file, signal)) {
    const paper = reader.read(line);
    if (paper) waiting.push(paper);
    if (waiting.length >= PAPERS_AT_ONCE) {
      await write();
      onProgress?.(0.2 + (0.8 * bytes) / file.size);
    }
  }
  await write();
  return toResult(total, check.skipped, read);
}

/**
 * Reads a report or a library, and what the library knows of it.
 *
 * @throws AppError for a text that cannot be used; nothing is written then.
 */
export async function openText(text: string, options: ImportOptions): Promise<Render> {
  if (!isLibraryJson(text)) return openInput(text, options);
  const { papers, skipped } = readLibraryJson(text);
  return inOneGo(async () => toResult(await writeLibrary(papers, await readBuilder()), skipped, papers.length));
}

/** Reads a file as `openText` does its text; a library file may be of any size, a report up to 10 MB. */
export async function openFile(file: Blob, options: ImportOptions): Promise<Render> {
  const start = await file.slice(0, 400).text();
  if (isLibraryJson(start) && isLineForm(start.slice(0, start.indexOf('\n') + 1))) {
    return inOneGo(() => importLibraryStream(file, options));
  }
  return openText(decodeReport(new Uint8Array(await file.arrayBuffer())), options);
}

/**
 * Takes in a report or a library file. A report is one transaction: all of it or nothing.
 *
 * @throws AppError for a text that cannot be used; nothing is written then.
 */
export function importText(text: string, options: ImportOptions): Promise<ImportResult> {
  return runAll(openText(text, options));
}
