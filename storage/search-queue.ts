import {
  Dexie,
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie';

/** Papers whose searchable texts changed; `number` counts up. */
export interface QueueRow {
  number: number;
  ids: string[];
  /** How many ids. */
  size: number;
}

const QUEUE = 'searchQueue';
/** The tables whose rows a search looks through; the key of a row begins with its paper's id. */
const SEARCHED = new Set(['papers', 'analyses', 'saves']);
/** More ids than this make several rows, each of which is worked off at once. */
const MOST_IDS = 200;
/** Where Dexie has the range of all keys begin. */
const FIRST = Number.NEGATIVE_INFINITY;

/** `paperId|reportId|version` or the id itself. */
const paperOf = (key: unknown) => String(key).split('|', 1)[0] ?? '';

function papersOf(request: DBCoreMutateRequest, table: DBCoreTable): PromiseLike<string[]> {
  const { primaryKey } = table.schema;
  if (request.type === 'delete') return Dexie.Promise.resolve(request.keys.map(paperOf));
  if (request.type === 'deleteRange') {
    const { trans, range } = request;
    // Whoever empties a whole table empties the index as well, or the next comparison finds it out.
    if (range.lower === FIRST) return Dexie.Promise.resolve([]);
    return table
      .query({ trans, values: false, query: { index: primaryKey, range } })
      .then(({ result }) => result.map(paperOf));
  }
  return Dexie.Promise.resolve(request.values.map((row: object) => paperOf(primaryKey.extractKey?.(row))));
}

/** Rows for papers, of no more ids than are worked off at once. */
export function toQueueRows(ids: readonly string[]): Omit<QueueRow, 'number'>[] {
  return Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, index) => {
    const some = ids.slice(index * MOST_IDS, (index + 1) * MOST_IDS);
    return { ids: some, size: some.length };
  });
}

/** What was queued in a transaction is not queued in it again: a report's papers and their analyses are written side by side. */
const queued = new WeakMap<DBCoreTransaction, Set<string>>();

function freshOf(trans: DBCoreTransaction, ids: readonly string[]): string[] {
  const known = queued.get(trans) ?? new Set();
  queued.set(trans, known);
  const fresh = [...new Set(ids)].filter((id) => !known.has(id));
  for (const id of fresh) known.add(id);
  return fresh;
}

/**
 * Notes in the transaction of every write which papers it changed for a search, whoever writes: the index works them off
 * afterwards, and misses none. What only reads, or writes elsewhere, is left as it is.
 */
export const queueWrites: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'queueWrites',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const isQueued = mode === 'readwrite' && !stores.includes(QUEUE) && stores.some((name) => SEARCHED.has(name));
      return core.transaction(isQueued ? [...stores, QUEUE] : stores, mode, options);
    },
    table: (name) => {
      const table = core.table(name);
      if (!SEARCHED.has(name)) return table;
      return {
        ...table,
        mutate: (request) =>
          // What is taken out is looked for before it is gone.
          Dexie.Promise.resolve(papersOf(request, table)).then((ids) => {
            const { trans } = request;
            // While a library is upgraded there may be no queue yet; it is compared with the index afterwards.
            const isUpgrade = (trans as DBCoreTransaction & { mode?: string }).mode === 'versionchange'; // as: it is IndexedDB's own
            const values = isUpgrade ? [] : toQueueRows(freshOf(trans, ids));
            if (values.length === 0) return table.mutate(request);
            return core
              .table(QUEUE)
              .mutate({ type: 'add', trans, values })
              .then(() => table.mutate(request));
          }),
      };
    },
  }),
};
