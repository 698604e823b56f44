import { AppError, type ErrorCode } from '../errors';
import type { SyncState } from './state';

const MINUTE = 60_000;
/** How often other devices' changes are looked for. */
const REGULAR_MILLISECONDS = 30 * MINUTE;
const LONGEST_MILLISECONDS = 2 * 60 * MINUTE;
const RARE_MILLISECONDS = 6 * 60 * MINUTE;
/** A sync that nobody has heard of for so long has died with its background. */
const LOST_MILLISECONDS = 5 * MINUTE;

/** 坚果云 counts requests over so long, and takes 600 on its free plan; other programs of the reader's need some too. */
const COUNTED_MILLISECONDS = 30 * MINUTE;
const MOST_REQUESTS = 200;

/** What trying again cannot mend. */
const NEEDS_READER: ReadonlySet<ErrorCode> = new Set([
  'sync-password',
  'sync-permission',
  'sync-moved',
  'sync-no-dav',
  'storage-newer',
]);
/** What others may mend, in their time. */
const RARE: ReadonlySet<ErrorCode> = new Set(['sync-missing', 'sync-refused', 'sync-full']);

/** The state while a sync runs; should it die, another begins. */
export function whenStarted(state: SyncState, now: number): SyncState {
  return { ...state, startedAt: now, nextAt: now + LOST_MILLISECONDS };
}

export function whenDone(state: SyncState, now: number): SyncState {
  return { ...state, startedAt: null, succeededAt: now, nextAt: now + REGULAR_MILLISECONDS, error: null, failures: 0 };
}

function waitAfter({ code, retryAfterSeconds }: AppError, failures: number): number | null {
  if (NEEDS_READER.has(code)) return null;
  if (RARE.has(code)) return RARE_MILLISECONDS;
  const wait =
    code === 'sync-busy' ? REGULAR_MILLISECONDS : Math.min(LONGEST_MILLISECONDS, 5 * MINUTE * 2 ** (failures - 1));
  return Math.min(RARE_MILLISECONDS, Math.max(wait, (retryAfterSeconds ?? 0) * 1_000));
}

export function whenFailed(state: SyncState, cause: unknown, now: number): SyncState {
  const error = cause instanceof AppError ? cause : new AppError('unknown', 'syncing failed', { cause });
  const failures = state.failures + 1;
  const wait = waitAfter(error, failures);
  return { ...state, startedAt: null, nextAt: wait === null ? null : now + wait, error: error.code, failures };
}

/**
 * Counts one more request.
 *
 * @throws AppError `sync-busy` when there were enough of late: the rest waits.
 */
export function countRequest(state: SyncState, now: number): SyncState {
  const requests = state.requests.filter((at) => at > now - COUNTED_MILLISECONDS && at <= now);
  const [oldest] = requests;
  if (oldest !== undefined && requests.length >= MOST_REQUESTS) {
    const retryAfterSeconds = Math.ceil((oldest + COUNTED_MILLISECONDS - now) / 1_000);
    throw new AppError('sync-busy', 'so many requests are enough for now', { retryAfterSeconds });
  }
  return { ...state, requests: [...requests, now] };
}
