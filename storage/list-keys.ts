import { type ListOrder, newestFirst } from '@/core/library/list-order';
import type { OwnSource } from '@/core/library/routes';
import { db } from './db';
import { guarded } from './guard';
import { sortByTitle } from './title-order';
import { readIndexedIds } from './list-index';

/** Keys that come at once: more would hold the page up while they are unpacked. */
const KEYS_AT_ONCE = 10_000;

/** Ids of all papers in order. */
async function allIds(): Promise<string[]> {
  const indexed = await readIndexedIds();
  if (indexed) return indexed;
  const ids: string[] = [];
  for (;;) {
    const last = ids.at(-1);
    const behind = last === undefined ? db.papers.orderBy('id') : db.papers.where('id').above(last);
    const some = await behind.limit(KEYS_AT_ONCE).primaryKeys();
    for (const id of some) ids.push(id);
    if (some.length < KEYS_AT_ONCE) return ids;
  }
}

/** Ids of saved papers, newest save first. */
async function savedIds(): Promise<string[]> {
  // Forwards, and turned round here: backwards a browser gives them one by one.
  return (await db.saves.orderBy('savedAt').primaryKeys()).reverse();
}

/** Those of the saved papers that are among `ids`; tags and status stay when the star goes. */
async function savedAmong(ids: Promise<string[]>): Promise<string[]> {
  const [saved, wanted] = await Promise.all([savedIds(), ids]);
  const isWanted = new Set(wanted);
  return saved.filter((id) => isWanted.has(id));
}

async function dismissedIds(): Promise<string[]> {
  const [dismissed, saved] = await Promise.all([db.dismissals.orderBy('dismissedAt').primaryKeys(), savedIds()]);
  const isSaved = new Set(saved);
  return dismissed.filter((id) => !isSaved.has(id)).reverse();
}

/** Ids of papers for which a model of the reader's has written, newest first. */
async function writtenIds(): Promise<string[]> {
  // `paperId|reportId|version`: the analyses themselves are most of what a library holds.
  const keys = await db.analyses.orderBy('writing.writtenAt').reverse().primaryKeys();
  return [...new Set(keys.map((key) => key.slice(0, key.indexOf('|'))))];
}

/** Ids in no order but, where there is one, that of the marks, newest first. */
function idsOf(source: OwnSource): Promise<string[]> {
  switch (source.kind) {
    case 'all':
      return allIds();
    case 'saved':
      return source.tag === null ? savedIds() : savedAmong(db.saves.where('tags').equals(source.tag).primaryKeys());
    case 'status':
      return savedAmong(db.saves.where('status').equals(source.status).primaryKeys());
    case 'dismissed':
      return dismissedIds();
    case 'author':
      return db.papers.where('authors').equals(source.name).primaryKeys();
    case 'written':
      return writtenIds();
  }
}

/** The papers of a list in its order, by their ids alone. */
export function readListKeys(source: OwnSource, order: ListOrder): Promise<string[]> {
  return guarded(async () => {
    const ids = await idsOf(source);
    if (order === 'title') return sortByTitle(ids);
    const sorted = order.startsWith('submitted') ? newestFirst(ids) : ids;
    return order.endsWith('oldest') ? sorted.reverse() : sorted;
  });
}
