import { liveQuery } from 'dexie';
import { db } from './db';
import { guarded } from './guard';
import { updateIndex } from './search-indexer';

/** Held by whoever brings the index up to date: the background, or the worker of a library page. */
const LOCK = 'daodu-search-index';
/** So long nothing must have been written: an import is not slowed down by what can wait for its end. */
const REST_MS = 1_000;
/** How long to leave it alone after something went wrong. */
const AFTER_ERROR_MS = 60_000;

interface KeeperOptions {
  signal: AbortSignal;
  /** Called when there is work, and when it is done or was given up for now. */
  onWork?: (working: boolean) => void;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const lastQueued = () => guarded(async () => (await db.searchQueue.toCollection().lastKey()) ?? null);

/** Waits until nothing is written any more. */
async function waitForRest(): Promise<void> {
  for (let last = await lastQueued(); ;) {
    await sleep(REST_MS);
    const now = await lastQueued();
    if (now === last || now === null) return;
    last = now;
  }
}

/**
 * Brings the index up to date now and whenever papers change, as long as this script lives; one script at a time does it, and the
 * next one in the line takes over when that dies.
 */
export async function keepIndexed({ signal, onWork }: KeeperOptions): Promise<void> {
  let wake: (() => void) | null = null;
  let isAwake = true;
  const subscription = liveQuery(() => db.searchQueue.toCollection().lastKey()).subscribe({
    next: (last) => {
      isAwake ||= last !== undefined;
      if (isAwake) wake?.();
    },
    error: (error: unknown) => console.error('[Daodu] the search index does not hear of changes', error),
  });
  signal.addEventListener('abort', () => {
    subscription.unsubscribe();
    wake?.();
  });
  while (!signal.aborted) {
    isAwake = false;
    try {
      await waitForRest();
      await navigator.locks.request(LOCK, { signal }, async () => {
        onWork?.(true);
        await updateIndex(signal);
      });
    } catch (error) {
      if (signal.aborted) break;
      console.error('[Daodu] the search index was not brought up to date', error);
      await sleep(AFTER_ERROR_MS);
    } finally {
      onWork?.(false);
    }
    if (isAwake) continue;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
