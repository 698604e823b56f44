import type { FeedDay } from '@/core/feeds/feed';
import { mergePaper } from '@/core/library/merge';
import { type PreparedReport, prepareReport, reportIdOf, type ReportOrigin } from '@/core/library/prepare';
import type { Report } from '@/core/paper';
import { breathe } from './breathe';
import { db } from './db';
import { guarded } from './guard';
import { type GuideBuilder, readBuilder } from './guide-builder';
import { isLong, writeLong } from './long-report';
import { type Batch, hasReport, writeBatch } from './write-batch';
import type { BatchResult, IncomingPaper } from './write-papers';

/** What an import of many files asks the library once: asked for each of them, it would answer only behind what is being written. */
export interface ImportLibrary {
  builder: GuideBuilder;
  /** Of the reports that were there before. */
  reportIds: ReadonlySet<string>;
}

export function readImportLibrary(): Promise<ImportLibrary> {
  return guarded(async () => {
    const [builder, reportIds] = await Promise.all([readBuilder(), db.reports.toCollection().primaryKeys()]);
    return { builder, reportIds: new Set(reportIds) };
  });
}

interface TakeOptions {
  /** Epoch milliseconds. */
  now: number;
  /** Where it came from; null for a file. */
  origin?: ReportOrigin | null;
  /** What is to be noted of the feed's day in the same transaction. */
  feedDay?: FeedDay | null;
  /** Told now and then how many of the papers are rendered. */
  onPaper?: (done: number) => void;
  signal?: AbortSignal;
  library?: ImportLibrary;
}

/** What became of a report. */
export interface TakenReport extends BatchResult {
  reportId: string;
}

/**
 * The key under which a report is kept. The same day under the same title is the same report, however it came; only of two
 * feeds each has its own.
 */
async function chooseId(report: Report, origin: ReportOrigin | null): Promise<string> {
  const id = reportIdOf(report);
  if (!origin) return id;
  const known = await guarded(() => db.reports.get(id));
  return known?.feedId === undefined || known.feedId === origin.feedId ? id : `${id}|${origin.feedId}`;
}

/** The papers of a report that was rendered, each with its analyses. */
export function toIncoming({ papers, analyses, guides }: PreparedReport): IncomingPaper[] {
  const incoming = new Map<string, IncomingPaper>();
  for (const paper of papers) {
    // A paper that stands in the report twice is one paper.
    const known = incoming.get(paper.id)?.paper;
    incoming.set(paper.id, { paper: mergePaper(known, paper), analyses: [], guides: [], saved: null });
  }
  for (const [index, analysis] of analyses.entries()) {
    const guide = guides[index];
    const entry = incoming.get(analysis.paperId);
    if (!guide || !entry) continue;
    entry.analyses.push(analysis);
    entry.guides.push(guide);
  }
  return [...incoming.values()];
}

/** A report that was looked up and rendered: plain data, which may come from another worker. */
export interface RenderedReport {
  reportId: string;
  report: Report;
  /** What is to be written; null where the library had the report just so, which is to be seen again then. */
  batch: Batch | null;
}

/** Renders a report that was looked up. It reads and writes nothing, so it may run while another report is written. */
export type RenderReport = () => Promise<RenderedReport>;

/** Looks a report up in the library: the first of three steps, apart so that the next report is rendered while one is written. */
export async function openReport(report: Report, options: TakeOptions): Promise<RenderReport> {
  const { now, origin = null, feedDay = null, onPaper, signal, library } = options;
  const reportId = await chooseId(report, origin);
  const isNew = library?.reportIds.has(reportId) === false;
  const [isKnown, { build, edition }] = await Promise.all([
    !isNew && hasReport({ reportId, report }),
    library?.builder ?? readBuilder(),
  ]);
  // Nothing is rendered for a report that the library has just so.
  if (isKnown) return () => Promise.resolve({ reportId, report, batch: null });
  return async () => {
    let done = 0;
    const prepared = await prepareReport(report, now, {
      build,
      origin,
      id: reportId,
      breathe() {
        done += 1;
        signal?.throwIfAborted();
        onPaper?.(done);
        return breathe();
      },
    });
    const { report: record, text } = prepared;
    const papers = toIncoming(prepared);
    const noted = noteDay(feedDay, report, reportId);
    return { reportId, report, batch: { papers, edition, report: record, text, feedDay: noted } };
  };
}

function noteDay(feedDay: FeedDay | null, { papers }: Report, reportId: string): FeedDay | null {
  const analyses = papers.filter((paper) => paper.analysis !== null).length;
  return feedDay && { ...feedDay, reportId, papers: papers.length, analyses };
}

/** Writes a rendered report: all of it or nothing. @throws AppError a storage code */
export async function writeReport(rendered: RenderedReport, options: TakeOptions): Promise<TakenReport> {
  const { reportId, report, batch } = rendered;
  if (batch) return { ...(await (isLong(batch) ? writeLong(batch) : writeBatch(batch))), reportId };
  // Another copy of the day may have been written in the meantime.
  if (!(await hasReport({ reportId, report }))) return takeReport(report, options);
  const feedDay = noteDay(options.feedDay ?? null, report, reportId);
  if (feedDay) await writeBatch({ papers: [], edition: 0, report: null, text: null, feedDay });
  return { added: 0, merged: 0, reportId };
}

/** Takes a report into the library: all of it or nothing. @throws AppError a storage code */
export async function takeReport(report: Report, options: TakeOptions): Promise<TakenReport> {
  const render = await openReport(report, options);
  return writeReport(await render(), options);
}
