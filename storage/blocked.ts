import { AppError } from '@/core/errors';
import { db } from './db';

// An upgrade waits, for ever if need be, until every older connection is closed. The browser tells that to the first who asks for it
// alone, often the background; whoever asks behind it is told nothing, and looks for the lock that the first one holds meanwhile.

const LOCK = 'daodu-blocked';
const LOOK_MS = 1_000;

function findLocks(): LockManager | undefined {
  // as: outside of a browser, where the tests run, there is no navigator
  return (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
}

const blockedError = () => new AppError('storage-blocked', 'another connection holds an older library');

/** Those who are waiting for the library to open. */
const waiting = new Set<(error: AppError) => void>();
let isBlocked = false;

db.on('blocked', () => {
  isBlocked = true;
  for (const tell of waiting) tell(blockedError());
  const opened = db.open().catch(() => undefined);
  void opened.finally(() => {
    isBlocked = false;
  });
  void findLocks()?.request(LOCK, () => opened);
});

async function isHeld(): Promise<boolean> {
  const { held = [] } = (await findLocks()?.query()) ?? {};
  return held.some(({ name }) => name === LOCK);
}

/** Tells when the upgrade is blocked, to this script or to another; gives what ends the watch. */
function watchBlocked(tell: (error: AppError) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const look = () => {
    timer = setTimeout(() => {
      isHeld().then((held) => {
        if (isOver) return;
        if (held) tell(blockedError());
        else look();
      }, console.error);
    }, LOOK_MS);
  };
  look();
  waiting.add(tell);
  return () => {
    isOver = true;
    clearTimeout(timer);
    waiting.delete(tell);
  };
}

/** Opens the library. @throws AppError `storage-blocked` when a page of an older version holds it; it opens later then. */
export function openLibrary(): Promise<void> {
  return new Promise((resolve, reject) => {
    if (isBlocked) return reject(blockedError());
    const stop = watchBlocked(reject);
    db.open()
      .then(() => resolve(), reject)
      .finally(stop);
  });
}
