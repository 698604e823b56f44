import type { FeedDay } from '@/core/feeds/feed';
import { mergePaper } from '@/core/library/merge';
import { type PreparedReport, prepareReport, reportIdOf, type ReportOrigin } from '@/core/library/prepare';
import type { Report } from '@/core/paper';
import { breathe } from './breathe';
import { db } from './db';
import { guarded } from './guard';
import { readBuilder } from './guide-builder';
import { isLong, writeLong } from './long-report';
import { type Batch, hasReport, writeBatch } from './write-batch';
import type { BatchResult, IncomingPaper } from './write-papers';

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

/** A report that is ready to be written. */
export interface ReadyReport {
  reportId: string;
  /**
   * What may be written together with others. Null for a long report, and where the library has the report just so, which is to be
   * seen again then.
   */
  batch: Batch | null;
  /** Writes it: all of it or nothing. @throws AppError a storage code */
  write: () => Promise<TakenReport>;
}

/** Renders a report that was looked up. It reads and writes nothing, so it may run while another report is written. */
export type RenderReport = () => Promise<ReadyReport>;

/** Looks a report up in the library: the first of three steps, apart so that the next report is rendered while one is written. */
export async function openReport(report: Report, options: TakeOptions): Promise<RenderReport> {
  const { now, origin = null, feedDay = null, onPaper, signal } = options;
  const reportId = await chooseId(report, origin);
  const { length } = report.papers;
  const analyses = report.papers.filter((paper) => paper.analysis !== null).length;
  const noted = feedDay && { ...feedDay, reportId, papers: length, analyses };
  const [isKnown, { build, edition }] = await Promise.all([hasReport({ reportId, report }), readBuilder()]);
  // Nothing is rendered for a report that the library has just so.
  if (isKnown) {
    const write = async () => {
      // Another copy of the day may have been written in the meantime.
      if (!(await hasReport({ reportId, report }))) return takeReport(report, options);
      if (noted) await writeBatch({ papers: [], edition, report: null, text: null, feedDay: noted });
      return { added: 0, merged: 0, reportId };
    };
    return () => Promise.resolve({ reportId, batch: null, write });
  }
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
    const batch = { papers: toIncoming(prepared), edition, report: record, text, feedDay: noted };
    const long = isLong(batch);
    const write = async () => ({ ...(await (long ? writeLong(batch) : writeBatch(batch))), reportId });
    return { reportId, batch: long ? null : batch, write };
  };
}

/** Takes a report into the library: all of it or nothing. @throws AppError a storage code */
export async function takeReport(report: Report, options: TakeOptions): Promise<TakenReport> {
  const render = await openReport(report, options);
  const { write } = await render();
  return write();
}
