import type { FeedDay } from '@/core/feeds/feed';
import type { ReportRecord, ReportText } from '@/core/library/records';
import { noteAppearances } from './appearances';
import { db } from './db';
import { guarded } from './guard';
import { needRoom } from './disk';
import { type BatchResult, dropStale, type IncomingPaper, same, writePapers } from './write-papers';

/** What is written at once: papers, and the report they came in, if any. */
export interface Batch {
  papers: IncomingPaper[];
  /** What the guides were rendered as (`guideEdition`). */
  edition: number;
  report: ReportRecord | null;
  text: ReportText | null;
  /** The day of a feed that the report is. */
  feedDay?: FeedDay | null;
}

async function isSameReport(known: ReportRecord, text: ReportText): Promise<boolean> {
  return known.prunedAt === undefined && same(await db.reportTexts.get(text.reportId), text);
}

/** Whether the library has a report just as it is here, and all that came with it. */
export function hasReport(text: ReportText): Promise<boolean> {
  return guarded(async () => {
    const known = await db.reports.get(text.reportId);
    return known !== undefined && isSameReport(known, text);
  });
}

/** The tables that a batch is written to. The settings are not among them: every visit reads them. */
export const BATCH_TABLES = [
  db.papers,
  db.analyses,
  db.guides,
  db.saves,
  db.reports,
  db.reportTexts,
  db.appearances,
  db.dismissals,
  db.feedDays,
];

/**
 * Writes a batch, in a transaction that holds its tables. What does not depend on another row is asked for and written side by
 * side: each wait for the database is a way to another process and back.
 */
export async function putBatch({ papers, edition, report, text, feedDay = null }: Batch): Promise<BatchResult> {
  if (feedDay) await db.feedDays.put(feedDay);
  if (!report || !text) return writePapers(papers, edition);
  const known = await db.reports.get(report.id);
  if (known && (await isSameReport(known, text))) return { added: 0, merged: 0 };
  const [marked] = await Promise.all([
    noteAppearances(report, known),
    dropStale(report.id, new Set(papers.flatMap((entry) => entry.analyses.map((row) => row.key)))),
  ]);
  const [counts] = await Promise.all([writePapers(papers, edition), db.reports.put(marked), db.reportTexts.put(text)]);
  return counts;
}

/**
 * Writes batches one after the other in one transaction: all of them or, when anything fails, none. A transaction costs the browser
 * about as much as what a report writes in it.
 */
export function writeBatches(batches: readonly Batch[]): Promise<BatchResult[]> {
  return guarded(async () => {
    await needRoom();
    return db.transaction('rw', BATCH_TABLES, async () => {
      const results: BatchResult[] = [];
      for (const batch of batches) results.push(await putBatch(batch));
      return results;
    });
  });
}

/** Writes a batch in one transaction: all of it or, when anything fails, nothing. */
export async function writeBatch(batch: Batch): Promise<BatchResult> {
  const [result] = await writeBatches([batch]);
  return result ?? { added: 0, merged: 0 };
}
