import type { Guide } from '@/core/guide/guide';
import { mergeGuides, mergePaper, mergeSaved } from '@/core/library/merge';
import type { AnalysisRecord, GuideRecord, LibraryPaper, PaperRecord } from '@/core/library/records';
import { db } from './db';
import { getKnown } from './known-rows';

/** A paper on its way in; `guides` are the rendered `analyses`, in the same order. */
export interface IncomingPaper extends LibraryPaper {
  guides: Guide[];
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

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function readKnown(ids: string[], keys: string[]): Promise<Known> {
  const [papers, analyses, guides] = await Promise.all([
    getKnown(db.papers, ids),
    getKnown(db.analyses, keys),
    getKnown(db.guides, ids),
  ]);
  return { papers, analyses, guides };
}

/** Takes out the analyses that an earlier copy of the report brought and this one no longer has. */
export async function dropStale(reportId: string, keep: ReadonlySet<string>): Promise<void> {
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
    // Where some of its guides are older than the others, the row has the older number: all are rendered again when next read.
    guideVersion: before && before.guides.length > 0 ? Math.min(before.guideVersion, edition) : edition,
    guides: mergeGuides(before?.guides ?? [], new Set(), guides),
    saved: saved !== null || (before?.saved ?? false),
    ...(before?.job && { job: true }),
  };
}

/** Merges papers with what the library has of them; in the transaction it is called in. `edition` is that of their guides. */
export async function writePapers(papers: IncomingPaper[], edition: number): Promise<BatchResult> {
  const analyses = papers.flatMap((entry) => entry.analyses);
  const ids = papers.map(({ paper }) => paper.id);
  const keys = analyses.map((analysis) => analysis.key);
  const [known, saves] = await Promise.all([readKnown(ids, keys), writeSaves(papers)]);
  const changedAnalyses = analyses.filter((row) => !same(known.analyses.get(row.key), row));
  const touched = new Set([...changedAnalyses.map((row) => row.paperId), ...saves]);
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
