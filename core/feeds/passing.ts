import type { ErrorCode } from '../errors';

const PASSING: ReadonlySet<ErrorCode> = new Set(['feed-offline', 'feed-busy', 'feed-failed', 'feed-cut']);

/** Whether a feed that failed so may answer in a while without the reader's doing. */
export function isPassing(code: ErrorCode): boolean {
  return PASSING.has(code);
}
