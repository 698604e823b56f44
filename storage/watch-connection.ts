import { db } from './db';
import { guarded } from './guard';
import { learnLibraryId } from './library-id';
import { lostError, onLost } from './lost';

/** A machine that wakes, or a browser that is just clearing up, may need a moment. */
const AGAIN_MS = 2_000;

/** Asks for anything: a connection that is dead is opened anew, and a library that does not open is known to be lost. */
export const lookForLibrary = (): Promise<void> => guarded(async () => void (await db.settings.count()));

const look = () => void lookForLibrary().catch(() => undefined); // told by `guarded`

/** To be called when the page has nothing else to do. */
export const rememberLibrary = (): void => void guarded(learnLibraryId).catch(() => undefined); // as above

/**
 * Opens the library again as soon as the browser has closed it, so that a page knows before its reader does anything; where that
 * fails, looks once more after a moment, and whenever the reader comes back to the page.
 */
export function watchConnection(): void {
  let isDue = false;
  db.on('close', () => {
    // Closed by us, it is being opened already; what comes of that is not to be looked for once more.
    if (isDue || lostError() !== null) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      if (!db.isOpen() && lostError() === null) look();
    });
  });
  onLost((lost) => {
    if (lost) setTimeout(look, AGAIN_MS);
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && lostError() !== null) look();
  });
}
