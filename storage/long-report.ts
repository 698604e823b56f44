import { mergeGuides } from '@/core/library/merge';
import type { GuideRecord, PaperRecord } from '@/core/library/records';
import { addAppearances, dropAppearances, markAppearances } from './appearances';
import { analysesOf } from './by-paper';
import { db } from './db';
import { guarded } from './guard';
import { getKnown } from './known-rows';
import { needRoom } from './disk';
import { type Batch, writeBatch } from './write-batch';
import { type BatchResult, writePapers } from './write-papers';

// A day of ten thousand papers is written for some seconds. In one transaction whoever visits a paper would wait for all of that, so
// such a report is written piece by piece, and its row last, which makes it a report of the library. A note of what was there before
// stands in the settings meanwhile: where it is found later, the report was never finished, and is taken out again.

/** Reports of more papers are written piece by piece. */
const MOST_AT_ONCE = 500;
/** Papers in one piece: a visit waits for one. */
const PIECE = 100;
/** Held while a report is written: what is unfinished and has nobody to hold it is left over. */
const LOCK = 'daodu-long-report';

type NewReport = Batch & { report: NonNullable<Batch['report']>; text: NonNullable<Batch['text']> };

/** Whether a batch is too long to be written in one transaction. */
export function isLong(batch: Batch): batch is NewReport {
  return batch.report !== null && batch.text !== null && batch.papers.length > MOST_AT_ONCE;
}

function piecesOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / PIECE) }, (_, index) =>
    all.slice(index * PIECE, (index + 1) * PIECE),
  );
}

const idsOf = (papers: NewReport['papers']) => papers.map(({ paper }) => paper.id);
/** What of a paper nobody wrote and no reader holds. */
const isEmpty = (row: GuideRecord) => row.guides.length === 0 && !row.saved && row.job !== true;

interface Note {
  name: string;
  /** What the library knew of the report's papers before. */
  value: PaperRecord[];
}

const NOTE = 'unfinished|';

/** Takes a piece of an unfinished report out, and what only that brought. */
function undoPiece(ids: string[], reportId: string, before: ReadonlyMap<string, PaperRecord>): Promise<void> {
  return db.transaction('rw', [db.papers, db.analyses, db.guides, db.saves, db.appearances], async () => {
    const [analyses, guides, saves, left] = await Promise.all([
      analysesOf(ids),
      getKnown(db.guides, ids),
      getKnown(db.saves, ids),
      dropAppearances(ids, reportId),
    ]);
    const own = new Set(analyses.flatMap((row) => (row.reportId === reportId ? row.key : [])));
    const isHeld = new Set(analyses.flatMap((row) => (own.has(row.key) ? [] : row.paperId)));
    const isNew = (id: string) => !before.has(id) && !isHeld.has(id) && !saves.has(id) && !left.has(id);
    const rows = [...guides.values()].map((row): GuideRecord => {
      const others = mergeGuides(row.guides, own, []);
      return { ...row, guides: others, guideVersion: others.length > 0 ? row.guideVersion : 0 };
    });
    await Promise.all([
      db.analyses.bulkDelete([...own]),
      db.papers.bulkDelete(ids.filter(isNew)),
      db.papers.bulkPut(ids.flatMap((id) => before.get(id) ?? [])),
      db.guides.bulkDelete(rows.filter(isEmpty).map((row) => row.paperId)),
      db.guides.bulkPut(rows.filter((row) => !isEmpty(row))),
    ]);
  });
}

/** Takes out what there is of a report that was never finished. Can be broken off anywhere, and done again. */
async function undo(reportId: string): Promise<void> {
  const note = (await db.settings.get(NOTE + reportId)) as Note | undefined; // as: only `writePieces` writes it
  const text = note && (await db.reportTexts.get(reportId));
  const before = new Map(note?.value.map((paper) => [paper.id, paper]));
  const ids = [...new Set(text?.report.papers.map((paper) => paper.id))];
  for (const piece of piecesOf(ids)) await undoPiece(piece, reportId, before);
  await db.transaction('rw', db.reports, db.reportTexts, db.settings, async () => {
    if (!(await isKnown(reportId))) await db.reportTexts.delete(reportId);
    await db.settings.delete(NOTE + reportId);
  });
}

async function isKnown(reportId: string): Promise<boolean> {
  return (await db.reports.where('id').equals(reportId).count()) > 0;
}

async function writePieces({ papers, edition, report, text, feedDay = null }: NewReport): Promise<BatchResult> {
  if (await db.settings.get(NOTE + report.id)) await undo(report.id);
  const before = await getKnown(db.papers, idsOf(papers));
  await db.settings.put({ name: NOTE + report.id, value: [...before.values()] });
  await db.reportTexts.put(text);
  const total: BatchResult = { added: 0, merged: 0 };
  for (const piece of piecesOf(papers)) {
    const stores = [db.papers, db.analyses, db.guides, db.saves, db.appearances];
    await needRoom();
    const { added, merged } = await db.transaction('rw', stores, async () => {
      const noted = addAppearances(idsOf(piece), report.id);
      const [counts] = await Promise.all([writePapers(piece, edition), noted]);
      return counts;
    });
    total.added += added;
    total.merged += merged;
  }
  const stores = [db.reports, db.reportTexts, db.appearances, db.dismissals, db.feedDays, db.settings];
  await db.transaction('rw', stores, async () => {
    // Another copy of the day may have come from elsewhere meanwhile; this one is the later.
    if (await isKnown(report.id)) await db.reportTexts.put(text);
    await db.reports.put(await markAppearances(report));
    if (feedDay) await db.feedDays.put(feedDay);
    await db.settings.delete(NOTE + report.id);
  });
  return total;
}

/**
 * Writes a long report piece by piece, so that nobody waits for more than one. It is in the library once all of it is there: what
 * breaks off is taken out, at once or by `dropUnfinished`. A copy that replaces another is written in one transaction.
 *
 * @throws AppError a storage code; nothing is left of the report then.
 */
export function writeLong(batch: NewReport): Promise<BatchResult> {
  const { id } = batch.report;
  return navigator.locks.request(LOCK, async () => {
    if (await guarded(() => isKnown(id))) return writeBatch(batch);
    try {
      return await guarded(() => writePieces(batch));
    } catch (error) {
      // Where that fails too, it is done at the next start.
      await guarded(() => undo(id)).catch(() => undefined);
      throw error;
    }
  });
}

/** Reports of which a part is written, by something that has died or is at it. */
async function findUnfinished(): Promise<string[]> {
  const names = await guarded(() => db.settings.where('name').startsWith(NOTE).primaryKeys());
  return names.map((name) => name.slice(NOTE.length));
}

/** Takes out what is left of long reports whose writer has died; those that are being written are left alone. */
export async function dropUnfinished(): Promise<void> {
  if ((await findUnfinished()).length === 0) return;
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (const id of await findUnfinished()) await guarded(() => undo(id));
  });
}
