import { Dexie, type Transaction } from 'dexie';
import { AppError, type ErrorCode } from '@/core/errors';
import { openLibrary } from './blocked';
import { db } from './db';
import { tellFull } from './full';
import { isTight, needRoom, readFree, refreshFree } from './disk';
import { isSameLibrary, isUnknown } from './library-id';
import { noteFound, noteLost } from './lost';

const CODES: Record<string, ErrorCode> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'storage-newer',
};

/** Browsers report a dead connection by any of these; a new connection heals it, a retry on the old one never does. */
const DEAD = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError']);

/** The library did not open; what was to be done was not begun. */
class NotOpened extends Error {}

/** What browsers threw, below what Dexie and we made of it. */
function innerOf(cause: unknown): unknown {
  if (cause instanceof NotOpened) return innerOf(cause.cause);
  // Of many rows written at once, those that were not are told of one by one.
  const first = cause instanceof Dexie.BulkError ? cause.failures[0] : null;
  const inner = cause instanceof Dexie.DexieError ? cause.inner : null;
  return first ?? inner ?? cause;
}

function nameOf(cause: unknown): string {
  const error = innerOf(cause);
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

/**
 * Whether the connection was dead, or died under the work. What was under way then is told of as aborted, by Dexie; reasons of ours to
 * abort work come as what a signal throws.
 */
function isDeath(cause: unknown): boolean {
  if (DEAD.has(nameOf(cause))) return true;
  return nameOf(cause) === 'AbortError' && cause instanceof Dexie.DexieError;
}

/**
 * Firefox that keeps nothing says so in one of these ways, and not by a name of its own (bugzilla 1427986): when the library is to be
 * opened, as it says the second of a connection that is dead.
 */
function isPrivate(cause: unknown): boolean {
  if (nameOf(cause) === 'SecurityError') return true;
  return cause instanceof NotOpened && /did not allow mutations|IndexedDB API missing/i.test(messageOf(cause));
}

/** Dexie says that there is always one. */
const currentTransaction = (): Transaction | null => Dexie.currentTransaction;

function messageOf(cause: unknown): string {
  const outer = cause instanceof NotOpened ? cause.cause : cause;
  return [outer, innerOf(outer)]
    .map((error) => (error instanceof Error || error instanceof DOMException ? error.message : ''))
    .join(' ');
}

function codeOf(cause: unknown): ErrorCode {
  const known = CODES[nameOf(cause)];
  if (known) return known;
  if (isPrivate(cause)) return 'storage-private';
  if (isTight()) return 'storage-full';
  if (!(cause instanceof NotOpened)) return 'storage-failed';
  return db.isGone ? 'storage-gone' : 'storage-lost';
}

function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const code = codeOf(cause);
  const error = new AppError(code, 'the library did not answer', { cause });
  if (code === 'storage-full') tellFull();
  noteLost(error);
  return error;
}

async function open(): Promise<void> {
  try {
    if (!db.isOpen()) await openLibrary();
  } catch (cause) {
    throw cause instanceof AppError ? cause : new NotOpened('the library did not open', { cause });
  }
  if (!isUnknown() || (await isSameLibrary())) return;
  db.close({ disableAutoOpen: false });
  db.isGone = true;
  throw new NotOpened('another library stands in its place');
}

/** The work, once the library is open; `onBegin` is told of the connection. */
async function once<T>(work: () => Promise<T>, onBegin: (connection: IDBDatabase) => void): Promise<T> {
  // Nothing is waited for where nothing need be: queries that are followed are followed more surely.
  if (!db.isOpen() || isUnknown()) await open();
  onBegin(db.backendDB());
  const done = await work();
  noteFound();
  return done;
}

/** What is to be said of work that failed twice; a library that answers others is not lost. */
async function finalError(cause: unknown): Promise<AppError> {
  await readFree(); // Chromium does not say that a library does not open for want of space
  if (!(cause instanceof AppError) && isDeath(cause) && codeOf(cause) === 'storage-failed') {
    try {
      await open();
      await db.settings.count();
    } catch (second) {
      return toAppError(new NotOpened('the library was opened again, and died again', { cause: second }));
    }
  }
  return toAppError(cause);
}

/**
 * Runs one piece of work on the library. A dead connection is closed and opened anew, once, and the work begins again: what was not
 * finished in a transaction is not there. Within a transaction that is left to whoever began it, as nothing may be waited for there.
 *
 * @throws AppError with a storage code for whatever else goes wrong.
 */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  if (currentTransaction()) return work();
  let connection: IDBDatabase | null = null;
  const onBegin = (begun: IDBDatabase) => {
    connection = begun;
  };
  try {
    const done = await once(work, onBegin);
    refreshFree(); // behind the work: whoever visits a paper waits for what is read
    return done;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // What is known of the room may be a moment old; what was refused for that was not begun.
    const wasTight = isTight();
    if (wasTight) await readFree();
    const wasRefused = wasTight && !isTight();
    if (!wasRefused && !isDeath(cause)) throw toAppError(cause);
    // Others who met it as well may have opened a new one meanwhile, which is theirs.
    if (!wasRefused && connection !== null && db.backendDB() === connection) db.close({ disableAutoOpen: false });
  }
  try {
    return await once(work, onBegin);
  } catch (cause) {
    throw await finalError(cause);
  }
}

/** To be awaited before anything is fetched that brings many rows. @throws AppError `storage-full` */
export const requireRoom = (): Promise<void> => guarded(needRoom);
