import { AppError } from '@/core/errors';
import { isLibraryJson, isLineForm, LibraryLineReader, readLibraryJson } from '@/core/library/json';
import type { LibraryPaper } from '@/core/library/records';
import { type IncomingList, readList, readPlainList } from '@/core/lists/read-list';
import type { Skipped } from '@/core/paper';
import { decodeReport } from '@/core/report/decode';
import { readInputSteps } from '@/core/report/read';
import { dateOfName } from '@/core/report-day';
import { breatheThrough } from './breathe';
import { linesOf } from './file-lines';
import { type GuideBuilder, readBuilder } from './guide-builder';
import { isLong } from './long-report';
import { type ImportLibrary, openReport, type RenderedReport, writeReport } from './take-report';
import { type Batch, writeBatch } from './write-batch';
import { writeList } from './write-list';
import type { BatchResult, IncomingPaper } from './write-papers';

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
  /** What was read once for many files. */
  library?: ImportLibrary;
}

/** A file with a report that was rendered: plain data, which may come from another worker. */
export interface RenderedFile extends RenderedReport {
  skipped: Skipped[];
}

/** A file that was read, rendered and is ready to be written. */
export interface ReadyFile {
  /** How many papers were rendered. */
  papers: number;
  /** What may be written in one transaction with others; null when it has to be written by itself. */
  batch: Batch | null;
  /** What came of the batch. */
  toResult: (counts: BatchResult) => ImportResult;
  /** Writes it, and tells what that did. @throws AppError a storage code; nothing is written then. */
  write: () => Promise<ImportResult>;
}

/** A file that was read. */
export interface OpenFile {
  /**
   * Renders a report; null for other files, which are read and rendered while they are written. It asks the library nothing, so it
   * may run while something else is written.
   */
  render: (() => Promise<RenderedFile>) | null;
  /** Writes it, and tells what that did. @throws AppError a storage code; nothing is written then. */
  write: () => Promise<ImportResult>;
}

/** Papers of a library file that are rendered and written at once: few enough to leave the page free in between. */
const PAPERS_AT_ONCE = 20;

function toResult(counts: BatchResult, skipped: Skipped[], papers: number): ImportResult {
  return { ...counts, reportId: null, date: null, unchanged: counts.added + counts.merged === 0, skipped, papers };
}

/** A report that is ready to be written, wherever it was rendered. */
export function toReadyReport(file: RenderedFile, options: ImportOptions): ReadyFile {
  const { reportId, report, batch, skipped } = file;
  const { date, papers } = report;
  const toWritten = (counts: BatchResult) => ({ ...toResult(counts, skipped, papers.length), reportId, date });
  const write = async () => {
    const { added, merged } = await writeReport(file, options);
    return toWritten({ added, merged });
  };
  const isAlone = batch === null || isLong(batch);
  return { papers: papers.length, batch: isAlone ? null : batch, toResult: toWritten, write };
}

async function openInput(text: string, options: ImportOptions): Promise<OpenFile> {
  const { name = '', onProgress, signal } = options;
  const { report, skipped } = await breatheThrough(readInputSteps(text, { date: dateOfName(name) }), signal);
  const { length } = report.papers;
  const renderReport = await openReport(report, { ...options, onPaper: (done) => onProgress?.(done / length) });
  const render = async () => ({ ...(await renderReport()), skipped });
  return { render, write: async () => toReadyReport(await render(), options).write() };
}

/** What is read and written in one go: a library file is, piece by piece. */
function inOneGo(write: () => Promise<ImportResult>): OpenFile {
  return { render: null, write };
}

/** Makes a file that was read ready to be written. */
export async function toReady({ render, write }: OpenFile, options: ImportOptions): Promise<ReadyFile> {
  if (render) return toReadyReport(await render(), options);
  return { papers: 0, batch: null, toResult: (counts) => toResult(counts, [], 0), write };
}

async function writeLibrary(papers: LibraryPaper[], { build, edition }: GuideBuilder): Promise<BatchResult> {
  const incoming = await Promise.all(
    papers.map(async (entry): Promise<IncomingPaper> => {
      return { ...entry, guides: await Promise.all(entry.analyses.map((analysis) => build(analysis, entry.paper))) };
    }),
  );
  return writeBatch({ papers: incoming, edition, report: null, text: null });
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

/** What is neither a library nor any other list is a report, or perhaps a text with papers' identifiers. */
async function openListOrReport(text: string, options: ImportOptions): Promise<OpenFile> {
  const openList = ({ papers, skipped }: IncomingList) =>
    inOneGo(async () => toResult(await writeList(papers, options), skipped, papers.length));
  const list = readList(text, options.now) ?? readPlainList(text, options.now, true);
  if (list) return openList(list);
  try {
    return await openInput(text, options);
  } catch (cause) {
    const plain = cause instanceof AppError && cause.code === 'no-report' ? readPlainList(text, options.now) : null;
    if (!plain) throw cause;
    return openList(plain);
  }
}

/**
 * Reads a report or a library, and what the library knows of it.
 *
 * @throws AppError for a text that cannot be used; nothing is written then.
 */
export async function openText(text: string, options: ImportOptions): Promise<OpenFile> {
  if (!isLibraryJson(text)) return openListOrReport(text, options);
  const { papers, skipped } = readLibraryJson(text);
  return inOneGo(async () => toResult(await writeLibrary(papers, await readBuilder()), skipped, papers.length));
}

/** Reads a file as `openText` does its text; a library file may be of any size, a report up to 10 MB. */
export async function openFile(file: Blob, options: ImportOptions): Promise<OpenFile> {
  const start = await file.slice(0, 400).text();
  if (isLibraryJson(start) && isLineForm(start.slice(0, start.indexOf('\n') + 1))) {
    return inOneGo(() => importLibraryStream(file, options));
  }
  return openText(decodeReport(new Uint8Array(await file.arrayBuffer())), options);
}

/**
 * Takes in a report or a library file. Of a report comes all or nothing.
 *
 * @throws AppError for a text that cannot be used; nothing is written then.
 */
export async function importText(text: string, options: ImportOptions): Promise<ImportResult> {
  const { write } = await openText(text, options);
  return write();
}
