import { breathe } from './breathe';
import { db } from './db';
import type { DocRow } from './search-rows';

/** So many rows come at once, or are sorted: more would hold the page up. */
const ROWS_AT_ONCE = 4_000;
/** Of papers that wait for the index, so many are looked up by themselves; others stand last until they are in it. */
const MOST_WAITING = 2_000;
/** Behind all titles. */
const LAST = '\uFFFF';

type Titled = Pick<DocRow, 'paperId' | 'title'>;

const compare = (one: Titled, other: Titled) => (one.title < other.title ? -1 : one.title > other.title ? 1 : 0);

async function titlesOf(ids: readonly string[]): Promise<Titled[]> {
  const rows = await db.papers.bulkGet(ids.slice(0, MOST_WAITING));
  return ids.map((paperId, index) => ({ paperId, title: rows[index]?.title ?? LAST }));
}

/** Two sorted lists as one. */
function mergeTwo(one: readonly Titled[], other: readonly Titled[]): Titled[] {
  const merged: Titled[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [first, second] = [one[left], other[right]];
    if (first && (!second || compare(first, second) <= 0)) {
      merged.push(first);
      left += 1;
    } else if (second) {
      merged.push(second);
      right += 1;
    } else return merged;
  }
}

async function mergeAll(runs: readonly Titled[][]): Promise<Titled[]> {
  let left = [...runs];
  while (left.length > 1) {
    const merged: Titled[][] = [];
    for (let at = 0; at < left.length; at += 2) {
      merged.push(mergeTwo(left[at] ?? [], left[at + 1] ?? []));
      await breathe();
    }
    left = merged;
  }
  return left[0] ?? [];
}

/**
 * These papers by their titles as they are written; those that the library has no record of come last. Titles are read from the
 * search index, whose rows hold little else; an index of the papers by title would be paid for with every import.
 */
export async function sortByTitle(ids: readonly string[]): Promise<string[]> {
  const wanted = new Set(ids);
  const runs: Titled[][] = [];
  for (let last: string | undefined = ''; last !== undefined && wanted.size > MOST_WAITING / 4;) {
    const rows: DocRow[] = await db.searchDocs.where('paperId').above(last).limit(ROWS_AT_ONCE).toArray();
    runs.push(rows.filter(({ paperId }) => wanted.delete(paperId)).toSorted(compare));
    last = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)?.paperId;
  }
  // Whatever has to be waited for behind this is not followed by a live view: all is read before.
  runs.push((await titlesOf([...wanted])).toSorted(compare));
  return (await mergeAll(runs)).map(({ paperId }) => paperId);
}
