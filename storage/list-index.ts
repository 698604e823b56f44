import { type Columns, unpackIds } from '@/core/search/columns';
import { presentIds } from './by-paper';
import { db } from './db';
import { readColumns } from './search-columns';
import { readState } from './search-state';

/** Of more papers that wait for the index, the papers themselves are gone through. */
const MOST_WAITING = 1_000;

/** Ids that can be found, in order; those of the old form come last, as they do by their letters. */
function idsOf({ size, ids, others, alive }: Columns): string[] {
  const packed = ids.filter((id, doc) => id !== 0 && alive[doc] === 1).toSorted();
  const old = [...others].flatMap(([doc, id]) => (doc < size && alive[doc] === 1 ? [id] : []));
  return [...unpackIds(packed), ...old.toSorted()];
}

/**
 * Ids of all papers in order, by what the search index knows of them: some hundred kB, where the papers are hundreds of MB to a
 * browser even if only their keys are asked for. Null while the index is too far behind.
 */
export function readIndexedIds(): Promise<string[] | null> {
  return db.transaction('r', db.searchState, db.searchColumns, db.searchQueue, db.papers, async () => {
    const { compared, nextDoc } = await readState();
    if (compared !== null) return null;
    const queued = await db.searchQueue.limit(MOST_WAITING + 1).toArray();
    const waiting = [...new Set(queued.flatMap(({ ids }) => ids))];
    if (waiting.length > MOST_WAITING || queued.length > MOST_WAITING) return null;
    const ids = idsOf(await readColumns(nextDoc));
    if (waiting.length === 0) return ids;
    const isWaiting = new Set(waiting);
    const present = await presentIds(waiting);
    return [...ids.filter((id) => !isWaiting.has(id)), ...present].toSorted();
  });
}

/** How many papers there are; counted one by one only while the index is behind. */
export async function countPapers(): Promise<number> {
  const known = await db.transaction('r', db.searchState, db.searchQueue, async () => {
    const { compared, alive } = await readState();
    return compared === null && (await db.searchQueue.count()) === 0 ? alive : null;
  });
  return known ?? db.papers.count();
}
