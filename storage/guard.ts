import { Dexie } from 'dexie';
import { AppError, type ErrorCode } from '@/core/errors';
import { openLibrary } from './blocked';
import { db } from './db';
import { tellFull } from './full';
import { isTight, needRoom, readFree, refreshFree } from './disk';

const CODES: Record<string, ErrorCode> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'storage-newer',
};

/** Browsers report a dead connection by any of these; a new connection heals it, a retry on the old one never does. */
const DEAD = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError']);

function nameOf(cause: unknown): string {
  // Of many rows written at once, those that were not are told of one by one.
  const first = cause instanceof Dexie.BulkError ? cause.failures[0] : null;
  const inner = cause instanceof Dexie.DexieError ? cause.inner : null;
  const error: unknown = first ?? inner ?? cause;
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

/** Firefox that keeps nothing says so in one of these ways, and not by a name of its own (bugzilla 1427986). */
function isPrivate(cause: unknown): boolean {
  return nameOf(cause) === 'SecurityError' || /did not allow mutations|IndexedDB API missing/i.test(messageOf(cause));
}

function messageOf(cause: unknown): string {
  const inner = cause instanceof Dexie.DexieError ? cause.inner : null;
  return [cause, inner]
    .map((error) => (error instanceof Error || error instanceof DOMException ? error.message : ''))
    .join(' ');
}

function codeOf(cause: unknown): ErrorCode {
  const known = CODES[nameOf(cause)];
  if (known) return known;
  if (isPrivate(cause)) return 'storage-private';
  return isTight() ? 'storage-full' : 'storage-failed';
}

function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const code = codeOf(cause);
  if (code === 'storage-full') tellFull();
  return new AppError(code, 'the library did not answer', { cause });
}

/** The work, once the library is open; in a transaction it is, and nothing may be waited for there. */
async function once<T>(work: () => Promise<T>): Promise<T> {
  if (!db.isOpen()) await openLibrary();
  return work();
}

/**
 * Runs one piece of work on the library. A dead connection is closed and opened anew, once.
 *
 * @throws AppError with a storage code for whatever else goes wrong.
 */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    const done = await once(work);
    refreshFree(); // behind the work: whoever visits a paper waits for what is read
    return done;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // What is known of the room may be a moment old; what was refused for that was not begun.
    const wasTight = isTight();
    if (wasTight) await readFree();
    const wasRefused = wasTight && !isTight();
    if (!wasRefused && !DEAD.has(nameOf(cause))) throw toAppError(cause);
    if (!wasRefused) db.close({ disableAutoOpen: false });
  }
  try {
    return await once(work);
  } catch (cause) {
    await readFree(); // Chromium does not say that a library does not open for want of space
    throw toAppError(cause);
  }
}

/** To be awaited before anything is fetched that brings many rows. @throws AppError `storage-full` */
export const requireRoom = (): Promise<void> => guarded(needRoom);
