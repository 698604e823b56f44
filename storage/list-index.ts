import { Dexie, type Transaction } from 'dexie';
import { livingIds } from '@/core/search/columns';
import { presentIds } from './by-paper';
import { db } from './db';
import { readColumns } from './search-columns';
import type { QueueRow } from './search-queue';
import type { IndexState } from './search-rows';
import { readState } from './search-state';

/** Of more papers that wait for the index, the papers themselves are gone through. */
const MOST_WAITING = 1_000;

/** What a transaction's store gives, without the word that the view which asks waits for its changes. */
function readUnwatched<T>(request: IDBRequest<T>): PromiseLike<T> {
  return new Dexie.Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

const waitingIn = (queued: readonly QueueRow[]) => [...new Set(queued.flatMap(({ ids }) => ids))];

/**
 * Whether more waits for the index than is looked up paper by paper. As long as that is so, views go by the papers alone, and are
 * not to be read anew with each step that the index takes.
 */
async function isFarBehind({ idbtrans }: Transaction): Promise<boolean> {
  const state = await readUnwatched<IndexState | undefined>(idbtrans.objectStore('searchState').get('index'));
  if (state?.compared !== null) return true;
  const queued = await readUnwatched<QueueRow[]>(idbtrans.objectStore('searchQueue').getAll(null, MOST_WAITING + 1));
  return queued.length > MOST_WAITING || waitingIn(queued).length > MOST_WAITING;
}

/**
 * Ids of all papers in order, by what the search index knows of them: some hundred kB, where the papers are hundreds of MB to a
 * browser even if only their keys are asked for. Null while the index is too far behind.
 */
export function readIndexedIds(): Promise<string[] | null> {
  return db.transaction('r', db.searchState, db.searchColumns, db.searchQueue, db.papers, async (transaction) => {
    if (await isFarBehind(transaction)) return null;
    const { nextDoc } = await readState();
    const waiting = waitingIn(await db.searchQueue.toArray());
    const ids = livingIds(await readColumns(nextDoc));
    if (waiting.length === 0) return ids;
    const isWaiting = new Set(waiting);
    const present = await presentIds(waiting);
    return [...ids.filter((id) => !isWaiting.has(id)), ...present].toSorted();
  });
}

/** How many papers there are; counted one by one only while the index is behind. */
export async function countPapers(): Promise<number> {
  const known = await db.transaction('r', db.searchState, db.searchQueue, async (transaction) => {
    if (await isFarBehind(transaction)) return null;
    const { alive } = await readState();
    return (await db.searchQueue.count()) === 0 ? alive : null;
  });
  return known ?? db.papers.count();
}
