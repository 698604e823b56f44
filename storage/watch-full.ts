import { Dexie } from 'dexie';
import { db } from './db';
import { onFull } from './full';
import { guarded } from './guard';
import { needRoom, readFree } from './disk';

/** Longer than any note of a failure: where that cannot be kept, this cannot be written. */
const TRIAL = ' '.repeat(4_000);

/** Asks the browser, or writes where it does not tell. What fails here is told by `guarded`. */
const lookForRoom = () =>
  guarded(async () => {
    const room = await readFree();
    if (room === Number.POSITIVE_INFINITY) await db.settings.put({ name: 'trial', value: TRIAL });
    else await needRoom();
  });

/**
 * Watches whether the library has room, from a look of its own on: a background that found it full may have died, and could keep no
 * note of it. Whatever is written, by whomever, says that there is room again.
 */
export function watchFull(onChange: (isFull: boolean) => void): () => void {
  const written = () => onChange(false);
  const stop = onFull(() => onChange(true));
  Dexie.on('storagemutated', written);
  void lookForRoom().catch(() => undefined); // told already, or no matter of room
  return () => {
    stop();
    Dexie.on.storagemutated.unsubscribe(written);
  };
}
