import type { FeedDay } from '@/core/feeds/feed';
import { type Guide, guideEdition } from '@/core/guide/guide';
import { mergeGuides, mergePaper, mergeSaved } from '@/core/library/merge';
import type {
  AnalysisRecord,
  GuideRecord,
  LibraryPaper,
  PaperRecord,
  ReportRecord,
  ReportText,
} from '@/core/library/records';
import { noteAppearances } from './appearances';
import { db } from './db';
import { guarded } from './guard';
import { readSettings } from './settings';

/** A paper on its way in; `guides` are the rendered `analyses`, in the same order. */
export interface IncomingPaper extends LibraryPaper {
  guides: Guide[];
}

/** What is written at once: papers, and the report they came in, if any. */
export interface Batch {
  papers: IncomingPaper[];
  report: ReportRecord | null;
  text: ReportText | null;
  /** The day of a feed that the report is. */
  feedDay?: FeedDay | null;
}

/** `added` counts papers new to the library, `merged` known ones that gained or changed something. */
export interface BatchResult {
  added: number;
  merged: number;
}

interface Known {
  papers: Map<string, PaperRecord>;
  analyses: Map<string, AnalysisRecord>;
  guides: Map<string, GuideRecord>;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function byKey<T>(rows: (T | undefined)[], keyOf: (row: T) => string): Map<string, T> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[keyOf(row), row] as const])));
}

async function readKnown(ids: string[], keys: string[]): Promise<Known> {
  const [papers, analyses, guides] = await Promise.all([
    db.papers.bulkGet(ids),
    db.analyses.bulkGet(keys),
    db.guides.bulkGet(ids),
  ]);
  return {
    papers: byKey(papers, (row) => row.id),
    analyses: byKey(analyses, (row) => row.key),
    guides: byKey(guides, (row) => row.paperId),
  };
}

/** Takes out the analyses that an earlier copy of the report brought and this one no longer has. */
async function dropStale(reportId: string, keep: ReadonlySet<string>): Promise<void> {
  const stale = (await db.analyses.where('reportId').equals(reportId).toArray()).filter((row) => !keep.has(row.key));
  if (stale.length === 0) return;
  const staleKeys = new Set(stale.map((row) => row.key));
  await db.analyses.bulkDelete([...staleKeys]);
  const rows = await db.guides.bulkGet([...new Set(stale.map((row) => row.paperId))]);
  await db.guides.bulkPut(
    rows.flatMap((row) => (row ? { ...row, guides: mergeGuides(row.guides, staleKeys, []) } : [])),
  );
}

/** Merges what readers added; gives the ids of the papers for which that changed something. */
async function writeSaves(papers: IncomingPaper[]): Promise<Set<string>> {
  const incoming = papers.filter((entry) => entry.saved !== null);
  if (incoming.length === 0) return new Set();
  const rows = await db.saves.bulkGet(incoming.map(({ paper }) => paper.id));
  const changed = incoming.flatMap(({ paper, saved }, index) => {
    if (!saved) return [];
    const before = rows[index];
    const after = before ? mergeSaved(before, saved) : { paperId: paper.id, ...saved };
    return same(before, after) ? [] : after;
  });
  await db.saves.bulkPut(changed);
  return new Set(changed.map((row) => row.paperId));
}

function toGuideRow(
  before: GuideRecord | undefined,
  { paper, guides, saved }: IncomingPaper,
  edition: number,
): GuideRecord | null {
  if (!before && guides.length === 0 && !saved) return null;
  return {
    paperId: paper.id,
    // An older row keeps its number, so that its other guides are rendered again when next read.
    guideVersion: before && before.guides.length > 0 ? before.guideVersion : edition,
    guides: mergeGuides(before?.guides ?? [], new Set(), guides),
    saved: saved !== null || (before?.saved ?? false),
    ...(before?.job && { job: true }),
  };
}

async function writePapers(papers: IncomingPaper[]): Promise<BatchResult> {
  const analyses = papers.flatMap((entry) => entry.analyses);
  const ids = papers.map(({ paper }) => paper.id);
  const keys = analyses.map((analysis) => analysis.key);
  const [known, saves, settings] = await Promise.all([readKnown(ids, keys), writeSaves(papers), readSettings()]);
  const changedAnalyses = analyses.filter((row) => !same(known.analyses.get(row.key), row));
  const touched = new Set([...changedAnalyses.map((row) => row.paperId), ...saves]);
  const edition = guideEdition(settings);
  const result: BatchResult = { added: 0, merged: 0 };
  const paperRows: PaperRecord[] = [];
  const guideRows: GuideRecord[] = [];
  for (const entry of papers) {
    const before = known.papers.get(entry.paper.id);
    const after = mergePaper(before, entry.paper);
    if (!touched.has(after.id) && same(before, after)) continue;
    paperRows.push(after);
    if (before) result.merged++;
    else result.added++;
    const row = toGuideRow(known.guides.get(after.id), entry, edition);
    if (row) guideRows.push(row);
  }
  await Promise.all([db.papers.bulkPut(paperRows), db.analyses.bulkPut(changedAnalyses), db.guides.bulkPut(guideRows)]);
  return result;
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

/** The tables that a batch is written to. */
export const BATCH_TABLES = [
  db.papers,
  db.analyses,
  db.guides,
  db.saves,
  db.reports,
  db.reportTexts,
  db.appearances,
  db.feedDays,
  db.settings,
];

/**
 * Writes a batch, in a transaction that holds its tables. What does not depend on another row is asked for and written side by
 * side: each wait for the database is a way to another process and back.
 */
export async function putBatch({ papers, report, text, feedDay = null }: Batch): Promise<BatchResult> {
  if (feedDay) await db.feedDays.put(feedDay);
  if (!report || !text) return writePapers(papers);
  const known = await db.reports.get(report.id);
  if (known && (await isSameReport(known, text))) return { added: 0, merged: 0 };
  const [marked] = await Promise.all([
    noteAppearances(report, known),
    dropStale(report.id, new Set(papers.flatMap((entry) => entry.analyses.map((row) => row.key)))),
  ]);
  const [counts] = await Promise.all([writePapers(papers), db.reports.put(marked), db.reportTexts.put(text)]);
  return counts;
}

/** Writes a batch in one transaction: all of it or, when anything fails, nothing. */
export function writeBatch(batch: Batch): Promise<BatchResult> {
  return guarded(() => db.transaction('rw', BATCH_TABLES, () => putBatch(batch)));
}
