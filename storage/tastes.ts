import { type TastePaper, type Tastes, toTastes } from '@/core/daily/tastes';
import { db } from './db';
import { guarded } from './guard';

/** More say nothing more, and older ones less. */
const MOST_SAVED = 200;
const MOST_DISMISSED = 300;
const MOST_BACKGROUND = 400;

type Texts = Map<string, TastePaper>;

/** Fills in what the library itself knows of the papers. */
async function findInPapers(ids: readonly string[], texts: Texts): Promise<void> {
  for (const paper of await db.papers.bulkGet([...ids])) {
    if (paper && paper.abstract !== '') texts.set(paper.id, paper);
  }
}

/** Fills in what was announced lately, where most stands that is dismissed: a day at a time, since one is long. */
async function findInNews(ids: readonly string[], texts: Texts): Promise<void> {
  const missing = new Set(ids.filter((id) => !texts.has(id)));
  const days = db.news.orderBy('date').reverse();
  await days
    .until(() => missing.size === 0)
    .each(({ papers }) => {
      for (const { paper } of papers) if (missing.delete(paper.id)) texts.set(paper.id, paper);
    });
}

/** Fills in titles from the reports that have the papers; these stay when all else of a paper has been taken out. */
async function findInReports(ids: readonly string[], texts: Texts): Promise<void> {
  const rows = await db.appearances.bulkGet(ids.filter((id) => !texts.has(id)));
  const reportIds = new Set(rows.flatMap((row) => row?.reportIds[0] ?? []));
  const missing = new Set(rows.flatMap((row) => row?.paperId ?? []));
  for (const reportId of reportIds) {
    const report = await db.reports.get(reportId);
    for (const { id, title } of report?.entries ?? []) {
      if (missing.has(id)) texts.set(id, { title, abstract: '' });
    }
  }
}

async function readSaved(): Promise<TastePaper[]> {
  const texts: Texts = new Map();
  await findInPapers(await db.saves.orderBy('savedAt').reverse().limit(MOST_SAVED).primaryKeys(), texts);
  return [...texts.values()];
}

/** Of what was dismissed last, whatever the library still has; a paper of which nothing is left does not count. */
async function readDismissed(): Promise<TastePaper[]> {
  const ids = await db.dismissals.orderBy('dismissedAt').reverse().limit(MOST_DISMISSED).primaryKeys();
  const saves = await db.saves.bulkGet(ids);
  const unwanted = ids.filter((_, index) => (saves[index]?.savedAt ?? null) === null);
  const texts: Texts = new Map();
  await findInPapers(unwanted, texts);
  await findInNews(unwanted, texts);
  await findInReports(unwanted, texts);
  return [...texts.values()];
}

/**
 * What the papers have in common that the reader saved, and those that they dismissed, against the newest day's announcements; null
 * while there are none.
 */
export function readTastes(): Promise<Tastes | null> {
  return guarded(async () => {
    const saved = await readSaved();
    const dismissed = await readDismissed();
    if (saved.length + dismissed.length === 0) return null;
    const news = await db.news.orderBy('date').last();
    return toTastes(
      saved,
      dismissed,
      news?.papers.slice(0, MOST_BACKGROUND).map(({ paper }) => paper),
    );
  });
}
