import { Dexie, type DBCore, type Middleware } from 'dexie';

// Chromium lets an extension with unlimitedStorage write until the disk is full, and then closes the library: until there is room
// again it opens for nobody, not even to be read. So nothing is written near that end, and the library stays open.

/** Below this nothing at all is written, in bytes: a note that is refused is better than a library that is closed. */
const FLOOR = 1_000_000;
/** Whatever brings many rows leaves so much for the reader's own notes and stars. */
const RESERVE = 8_000_000;
/** What is known of the disk is asked for anew after so many milliseconds. */
const STALE = 1_000;

let free = Number.POSITIVE_INFINITY;
let askedAt = Number.NEGATIVE_INFINITY;

/** Bytes that may still be written; Infinity where the browser does not tell. */
export async function readFree(): Promise<number> {
  askedAt = performance.now();
  // as: outside of a browser, where the tests run, there is no navigator
  const { navigator } = globalThis as { navigator?: { storage?: StorageManager } };
  const { quota, usage } = (await navigator?.storage?.estimate().catch(() => null)) ?? {};
  free = quota !== undefined && usage !== undefined && quota > 0 ? quota - usage : Number.POSITIVE_INFINITY;
  return free;
}

/** Asks for the room behind the reader's back, as it takes about a millisecond. */
export function refreshFree(): void {
  if (performance.now() - askedAt > STALE) void readFree();
}

/** Whether so little is left that nothing is written, as far as is known. */
export const isTight = (): boolean => free < FLOOR;

/**
 * To be awaited before many rows are written.
 *
 * @throws Dexie's QuotaExceededError, as if the write had failed.
 */
export async function needRoom(): Promise<void> {
  if ((await readFree()) < RESERVE) throw new Dexie.QuotaExceededError('too little room is left');
}

/** Refuses to begin a write where no room is left; reading goes on. */
export const keepsRoom: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'room',
  create: (core) => ({
    ...core,
    transaction(stores, mode, options) {
      if (mode === 'readwrite' && isTight()) throw new Dexie.QuotaExceededError('no room is left');
      return core.transaction(stores, mode, options);
    },
  }),
};
