import type { EntityTable, IDType } from 'dexie';

/** Keys that are asked for at once, at the least. */
const MOST_KEYS = 200;

function boundsOf(keys: readonly string[]): [string, string] | null {
  let [first] = keys;
  let last = first;
  if (first === undefined || last === undefined) return null;
  for (const key of keys) {
    if (key < first) first = key;
    if (key > last) last = key;
  }
  return [first, last];
}

/**
 * The rows of these keys by key, for keys that lie close together: a day's papers, of which hardly any is there, or nearly all. They
 * are found by a question or two; asked for one by one, a report's rows are some fifty ways to another process and back.
 */
export async function getKnown<T, K extends keyof T>(
  table: EntityTable<T, K>,
  keys: readonly string[],
): Promise<Map<string, T>> {
  const bounds = boundsOf(keys);
  if (!bounds) return new Map();
  const most = Math.max(MOST_KEYS, 2 * keys.length);
  const between = () =>
    table
      .where(':id')
      .between(...bounds, true, true)
      .limit(most);
  const present: unknown[] = await between().primaryKeys();
  const isWanted = new Set<unknown>(keys);
  const isWhole = present.length < most;
  if (isWhole && present.length <= 2 * present.filter((key) => isWanted.has(key)).length) {
    const rows = present.length === 0 ? [] : await between().toArray();
    const all = rows.map((row, index) => [String(present[index]), row] as const);
    return new Map(all.filter(([key]) => isWanted.has(key)));
  }
  // Among many others they are looked for by themselves.
  const isThere = new Set(present);
  const wanted = isWhole ? keys.filter((key) => isThere.has(key)) : [...keys];
  const rows = await table.bulkGet(wanted as IDType<T, K>[]); // as: every table of ours has strings for keys
  return new Map(rows.flatMap((row, index) => (row === undefined ? [] : [[wanted[index] ?? '', row] as const])));
}
