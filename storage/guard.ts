import { Dexie } from 'dexie';
import { AppError, type ErrorCode } from '@/core/errors';
import { db } from './db';
import { tellFull } from './full';

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

function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const code = CODES[nameOf(cause)] ?? 'storage-failed';
  if (code === 'storage-full') tellFull();
  return new AppError(code, 'the library did not answer', { cause });
}

/**
 * Runs one piece of work on the library. A dead connection is closed and opened anew, once.
 *
 * @throws AppError with a storage code for whatever else goes wrong.
 */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!DEAD.has(nameOf(cause))) throw toAppError(cause);
  }
  try {
    db.close({ disableAutoOpen: false });
    return await work();
  } catch (cause) {
    throw toAppError(cause);
  }
}
