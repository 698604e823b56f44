import type { FeedDay } from '@/core/feeds/feed';
import { prepareReport, reportIdOf, type ReportOrigin } from '@/core/library/prepare';
import type { Report } from '@/core/paper';
import { db } from './db';
import { guarded } from './guard';
import { readBuilder } from './guide-builder';
import { type BatchResult, type IncomingPaper, writeBatch } from './write-batch';

interface TakeOptions {
  /** Epoch milliseconds. */
  now: number;
  /** Where it came from; null for a file. */
  origin?: ReportOrigin | null;
  /** What is to be noted of the feed's day in the same transaction. */
  feedDay?: FeedDay | null;
}

/** What became of a report. */
export interface TakenReport extends BatchResult {
  reportId: string;
  analyses: number;
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

/** Takes a report into the library, in one transaction: all of it or nothing. @throws AppError a storage code */
export async function takeReport(report: Report, options: TakeOptions): Promise<TakenReport> {
  const { now, origin = null, feedDay = null } = options;
  const { build } = await readBuilder();
  const id = await chooseId(report, origin);
  const prepared = await prepareReport(report, now, { build, origin, id });
  const papers = prepared.papers.map((paper): IncomingPaper => {
    const analyses = prepared.analyses.filter((analysis) => analysis.paperId === paper.id);
    const keys = new Set(analyses.map((analysis) => analysis.key));
    return { paper, analyses, guides: prepared.guides.filter((guide) => keys.has(guide.key)), saved: null };
  });
  const counts = await writeBatch({
    papers,
    report: prepared.report,
    text: prepared.text,
    feedDay: feedDay && { ...feedDay, reportId: id, papers: papers.length, analyses: prepared.analyses.length },
  });
  return { ...counts, reportId: id, analyses: prepared.analyses.length };
}
