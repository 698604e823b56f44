import type { ListPaper } from '@/core/arxiv/list-paper';
import type { PagePaper } from '@/core/arxiv/page-paper';
import { byRank } from '@/core/library/rank';
import type { AnalysisRecord, LibraryPaper, PaperRecord } from '@/core/library/records';
import { toSaved } from '@/core/library/to-saved';
import type { Basis } from '@/core/paper';
import type { Status } from '@/core/status';
import { isUnread, toUnreadPaper } from '@/core/library/unread';
import { analysesOf, presentIds } from './by-paper';
import { db } from './db';
import { guarded } from './guard';
import { countPapers } from './list-index';
import { remember } from './remembered';

/** A paper as the library lists it; gist and basis are those of its best analysis. */
export interface PaperRow {
  paper: PaperRecord;
  gist: string;
  basis: Basis | null;
  basisStated: boolean;
  /** Null: not saved. */
  savedAt: number | null;
  tags: string[];
  note: string;
  /** Null: none was named. */
  status: Status | null;
}

async function readPapers(ids: string[]): Promise<LibraryPaper[]> {
  const [papers, saves, analyses] = await Promise.all([db.papers.bulkGet(ids), db.saves.bulkGet(ids), analysesOf(ids)]);
  const byPaper = new Map<string, AnalysisRecord[]>();
  for (const analysis of analyses) byPaper.set(analysis.paperId, [...(byPaper.get(analysis.paperId) ?? []), analysis]);
  const read = papers.flatMap((paper, index) =>
    paper ? { paper, analyses: (byPaper.get(paper.id) ?? []).toSorted(byRank), saved: toSaved(saves[index]) } : [],
  );
  remember(read);
  return read;
}

/** A paper with all its analyses, or null when the library does not know it. */
export function readPaper(id: string): Promise<LibraryPaper | null> {
  return guarded(async () => (await readPapers([id]))[0] ?? null);
}

/** Those of the ids whose papers the library has. */
export function keptPapers(ids: string[]): Promise<Set<string>> {
  return guarded(async () => new Set(await presentIds(ids)));
}

async function savedIds(): Promise<string[]> {
  return db.saves.orderBy('savedAt').reverse().primaryKeys();
}

/** Rows of these papers in their order; analyses are left where they are: they are most of what a library holds. */
export async function readRows(ids: string[]): Promise<PaperRow[]> {
  const [papers, guides, saves] = await Promise.all([
    db.papers.bulkGet(ids),
    db.guides.bulkGet(ids),
    db.saves.bulkGet(ids),
  ]);
  remember(papers.flatMap((paper, index) => (paper ? { paper, saved: toSaved(saves[index]) } : [])));
  return papers.flatMap((paper, index) => {
    if (!paper) return [];
    const { gist = '', basis = null, basisStated = false } = guides[index]?.guides[0] ?? {};
    const { tags = [], note = '', savedAt = null, status = null } = saves[index] ?? {};
    return { paper, gist, basis, basisStated, savedAt, tags, note, status };
  });
}

/** Saved papers, newest save first. */
export function savedPapers(): Promise<PaperRow[]> {
  return guarded(async () => readRows(await savedIds()));
}

/** The text of papers' analyses by paper, for a search; papers without one are left out. */
export function analysisTexts(ids: string[]): Promise<Record<string, string>> {
  return guarded(async () => {
    const texts: Record<string, string> = {};
    for (const { paperId, markdown } of await analysesOf(ids)) {
      texts[paperId] = texts[paperId] === undefined ? markdown : `${texts[paperId]}\n${markdown}`;
    }
    return texts;
  });
}

/** Papers for an export: named ones in the order given, the saved ones newest first, or all by id. */
export function librarySelection(selection: string[] | 'saved' | 'all'): Promise<LibraryPaper[]> {
  return guarded(async () => {
    if (selection === 'all') return readPapers(await db.papers.toCollection().primaryKeys());
    return readPapers(selection === 'saved' ? await savedIds() : selection);
  });
}

/** How much the library holds. */
export function countLibrary(): Promise<Record<'papers' | 'reports' | 'saved' | 'written', number>> {
  return guarded(async () => {
    const [papers, reports, saved, written] = await Promise.all([
      countPapers(),
      db.reports.count(),
      db.saves.orderBy('savedAt').count(),
      db.analyses.orderBy('writing.writtenAt').count(),
    ]);
    return { papers, reports, saved, written };
  });
}

/** How many analyses there are; a browser counts them one by one, and other questions wait meanwhile. */
export function countAnalyses(): Promise<number> {
  return guarded(() => db.analyses.count());
}

/** Whether the library has any paper, and any that a model of the reader's has written of. */
export function holdsPapers(): Promise<{ hasPapers: boolean; hasWritten: boolean }> {
  return guarded(async () => {
    const [paper, written] = await Promise.all([
      db.papers.orderBy('id').limit(1).primaryKeys(),
      db.analyses.orderBy('writing.writtenAt').limit(1).primaryKeys(),
    ]);
    return { hasPapers: paper.length > 0, hasWritten: written.length > 0 };
  });
}

function toRecord(page: PagePaper): PaperRecord {
  const { id, version, title, authors, published, categories, abstract, comments, journalRef, doi } = page;
  const links = [
    { label: 'arXiv', url: `https://arxiv.org/abs/${id}` },
    { label: 'PDF', url: `https://arxiv.org/pdf/${id}` },
  ];
  const known = { id, version, title, authors, published, categories, abstract, links, comments, journalRef, doi };
  return { ...known, titleChinese: null, from: 'page' };
}

/** A paper that only its page has told of. */
export function toLibraryPaper(page: PagePaper): LibraryPaper {
  return { paper: toRecord(page), analyses: [], saved: null };
}

/** Whether a paper was saved by its id alone and its page is welcome to tell the rest. */
export function isUnreadPaper(id: string): Promise<boolean> {
  return guarded(async () => {
    const paper = await db.papers.get(id);
    return paper !== undefined && isUnread(paper);
  });
}

/**
 * Takes in what an abstract page says of its paper. A report's metadata stays as it is; the page only fills in what reports
 * never say (comments, journal reference, DOI).
 */
export function addPagePaper(page: PagePaper): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.papers, async () => {
      const known = await db.papers.get(page.id);
      const record = toRecord(page);
      if (!known || known.from === 'page')
        await db.papers.put({ ...record, titleChinese: known?.titleChinese ?? null });
      else {
        const { comments, journalRef, doi } = record;
        await db.papers.put({
          ...known,
          comments: known.comments ?? comments,
          journalRef: known.journalRef ?? journalRef,
          doi: known.doi ?? doi,
        });
      }
    }),
  );
}

/**
 * Takes in what a list of arXiv's says of a paper of which nothing else is known. It stays unread: its own page tells the rest when
 * it is next open.
 */
export function addListedPaper(listed: ListPaper): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.papers, async () => {
      const known = await db.papers.get(listed.id);
      if (known && !isUnread(known)) return;
      const bare = known ?? toUnreadPaper(listed.id);
      await db.papers.put({ ...bare, ...listed, title: listed.title || bare.title });
    }),
  );
}
