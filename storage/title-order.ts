import { db } from './db';

/** Keys that come at once: what else is asked meanwhile waits for them. */
const KEYS_AT_ONCE = 4_000;

function read<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the library did not answer')));
  });
}

function papers(): IDBObjectStore {
  return db.backendDB().transaction('papers').objectStore('papers');
}

/**
 * Ids of all papers by their titles. Read past Dexie, which notes for a live view each of a hundred thousand keys; such a view hears
 * of papers that came or went by the search index, which follows them.
 */
export async function readTitleOrder(): Promise<string[]> {
  await db.searchState.get('index');
  const ids = new Set<string>();
  for (let [last, count]: [string | null, number] = [null, KEYS_AT_ONCE]; ;) {
    const range: IDBKeyRange | null = last === null ? null : IDBKeyRange.lowerBound(last);
    const keys: IDBValidKey[] = await read(papers().index('title').getAllKeys(range, count));
    for (const key of keys) if (typeof key === 'string') ids.add(key);
    // The next ones begin with the last title: others may have the same, though hardly more than come at once.
    const end = keys.length < count ? undefined : keys.at(-1);
    const paper: { title: string } | undefined = end === undefined ? undefined : await read(papers().get(end));
    if (!paper) return [...ids];
    count = paper.title === last ? count * 2 : KEYS_AT_ONCE;
    last = paper.title;
  }
}
