import type { DBCore, Dexie } from 'dexie';

/**
 * What only the search reads, as a search begins. Dexie tells every open page the keys of all rows that are written, so that views
 * can be read anew; of the index's rows these are tens of thousands, which no view waits for.
 */
const UNWATCHED: ReadonlySet<string> = new Set(['searchPages', 'searchWords']);

/** Has the rows of these tables written, and read in views, without a word to the pages that stand open. */
export function leaveUnwatched(db: Dexie): void {
  let below: DBCore | null = null;
  // Dexie watches at level 0.
  db.use({
    stack: 'dbcore',
    name: 'below watching',
    level: -0.5,
    create(core) {
      below = core;
      return core;
    },
  });
  db.use({
    stack: 'dbcore',
    name: 'unwatched',
    level: 0.5,
    create: (core) => ({
      ...core,
      table: (name) => (below && UNWATCHED.has(name) ? below : core).table(name),
    }),
  });
}
