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

const blocked = new Promise<never>((_, reject) => {
  db.on('blocked', () => {
    reject(new AppError('storage-blocked', 'another connection holds an older library'));
    void findLocks()?.request(LOCK, () => db.open().catch(() => undefined));
  });
});
blocked.catch(() => undefined);

async function isHeld(): Promise<boolean> {
  const { held = [] } = (await findLocks()?.query()) ?? {};
  return held.some(({ name }) => name === LOCK);
}

/** Rejects when somebody else is told that the upgrade is blocked, and while the library is not open. */
function blockedElsewhere(): Promise<never> {
  return new Promise((_, reject) => {
    const look = async () => {
      if (db.isOpen()) return;
      if (await isHeld()) reject(new AppError('storage-blocked', 'another connection holds an older library'));
      else setTimeout(() => void look(), LOOK_MS);
    };
    setTimeout(() => void look(), LOOK_MS);
  });
}

/** Opens the library. @throws AppError `storage-blocked` when a page of an older version holds it; it opens later then. */
export async function openLibrary(): Promise<void> {
  await Promise.race([db.open(), blocked, blockedElsewhere()]);
}
