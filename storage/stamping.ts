import {
  Dexie,
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreKeyRange,
  type DBCoreTable,
  type Middleware,
} from 'dexie';
import { type Edit, HERE } from '@/core/sync/edit';
import { keysOf, writeKey } from '@/core/sync/keys';
import { type PaperFields, stampFields } from '@/core/sync/paper-fields';
import { stampSettings } from '@/core/sync/travelling-settings';
import type { Settings } from '@/core/settings';
import type { Saved } from '@/core/paper';

/**
 * An edit as the library keeps it. `segment` counts the file of this device's that carries it: 0 while none does, absent for
 * what another device's files carry.
 */
export interface EditRow extends Edit {
  segment?: number;
}

const EDITS = 'edits';
/** The tables that hold what readers bring in themselves. */
const STAMPED = new Set(['saves', 'dismissals', 'settings']);
/** Of Dexie's kinds of key ranges, the one between two keys. */
const BETWEEN = 2;
/** Where Dexie has the range of all keys begin. */
const FIRST = Number.NEGATIVE_INFINITY;

/** As Dexie gives it; null for rows that are taken out. */
type Written = [key: string, row: object | null];

const taken = (keys: readonly unknown[]): Written[] => keys.map((key) => [String(key), null]);

function writtenBy(request: DBCoreMutateRequest, table: DBCoreTable): PromiseLike<Written[]> {
  const { primaryKey } = table.schema;
  if (request.type === 'delete') return Dexie.Promise.resolve(taken(request.keys));
  if (request.type === 'deleteRange') {
    const { trans, range } = request;
    // Emptying a whole table is no reader's wish about each of its papers: whoever does it means this library, not all devices.
    if (range.lower === FIRST) return Dexie.Promise.resolve([]);
    return table
      .query({ trans, values: false, query: { index: primaryKey, range } })
      .then(({ result }) => taken(result));
  }
  return Dexie.Promise.resolve(
    request.values.map((row: object): Written => [String(primaryKey.extractKey?.(row)), row]),
  );
}

function saveFields(row: object | null): Partial<PaperFields> {
  const save = row as (Omit<Saved, 'savedAt'> & { savedAt: number | null }) | null; // as: rows of the table
  const { savedAt = null, status = null, tags = [], note = '' } = save ?? {};
  return { savedAt, status, tags, note };
}

function dismissalFields(row: object | null): Partial<PaperFields> {
  return { dismissedAt: row ? (row as { dismissedAt: number }).dismissedAt : null }; // as: rows of the table
}

/** The edits that what is written comes to, by what is known of the same papers in the same transaction. */
function stampsFor(
  edits: DBCoreTable,
  request: DBCoreMutateRequest,
  table: string,
  written: readonly Written[],
): PromiseLike<Edit[]> {
  const { trans } = request;
  const index = edits.schema.primaryKey;
  const readAll = (id: string | null) => {
    const [lower, upper] = keysOf(id);
    const range = { type: BETWEEN, lower, upper } as unknown as DBCoreKeyRange; // as: the kinds are an enum that is there for types only
    return edits.query({ trans, values: true, query: { index, range } }).then(({ result }) => result as Edit[]); // as: rows of the table
  };
  const now = Date.now();
  if (table === 'settings') {
    const row = written.find(([name]) => name === 'settings')?.[1];
    if (!row) return Dexie.Promise.resolve([]);
    const { value } = row as { value: Partial<Settings> }; // as: rows of the table
    return readAll(null).then((known) => stampSettings(known, value, now));
  }
  if (table === 'dismissals') {
    const keys = written.map(([id]) => writeKey({ kind: 'dismissed', id }));
    return edits.getMany({ trans, keys }).then((rows: (Edit | undefined)[]) =>
      written.flatMap(([id, row], place) => {
        const known = rows[place];
        return stampFields(id, known ? [known] : [], dismissalFields(row), now);
      }),
    );
  }
  const all = written.map(([id, row]) => readAll(id).then((known) => stampFields(id, known, saveFields(row), now)));
  return Dexie.Promise.all(all).then((lists: Edit[][]) => lists.flat());
}

/**
 * Notes in the transaction of every write what the reader changed and when, whoever writes it: a change that travels to other
 * devices must not depend on anybody's thinking of it. What is the same as what is noted already, as when edits of other devices
 * are written down, is not noted again.
 */
export const stampWrites: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'stampWrites',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const isStamped = mode === 'readwrite' && !stores.includes(EDITS) && stores.some((name) => STAMPED.has(name));
      return core.transaction(isStamped ? [...stores, EDITS] : stores, mode, options);
    },
    table: (name) => {
      const table = core.table(name);
      if (!STAMPED.has(name)) return table;
      return {
        ...table,
        mutate: (request) => {
          const edits = core.table(EDITS);
          // What is taken out is looked for before it is gone.
          return Dexie.Promise.resolve(writtenBy(request, table)).then((written) =>
            table.mutate(request).then((response) => {
              if (written.length === 0) return response;
              return stampsFor(edits, request, name, written).then((stamps) => {
                if (stamps.length === 0) return response;
                const values: EditRow[] = stamps.map((edit) => ({ ...edit, segment: 0 }));
                return edits.mutate({ type: 'put', trans: request.trans, values }).then(() => response);
              });
            }),
          );
        },
      };
    },
  }),
};

/** What stands in saves, dismissals and settings of a library of before there were edits, as edits of when it came there. */
export function firstEdits(
  saves: readonly (object & { paperId: string; savedAt: number | null })[],
  dismissals: readonly { paperId: string; dismissedAt: number }[],
  settings: Partial<Settings>,
): EditRow[] {
  const edits = [
    ...saves.flatMap((row) => stampFields(row.paperId, [], saveFields(row), row.savedAt ?? 0)),
    ...dismissals.flatMap((row) => stampFields(row.paperId, [], dismissalFields(row), row.dismissedAt)),
    // Nobody knows when: whatever another device changes from now on is newer.
    ...stampSettings([], settings, 0),
  ];
  return edits.map((edit) => ({ ...edit, by: HERE, segment: 0 }));
}
