import { Dexie } from 'dexie';

// Chromium appends what is written to a log, also to one that the browser died over. Where it died in the middle of a record, what is
// written next follows half a record; whoever opens the library after that finds the log broken, and Chromium answers by emptying all
// databases of the extension (google/leveldb issue 1287). A log that has grown is closed, and all that it holds is written elsewhere.

/** Larger values are kept as files of their own, beside the log. */
const ROW_BYTES = 40_000;
const ROWS_AT_ONCE = 10;
/** The log is closed when what it holds takes 4 MB. */
const TIMES = 13;

/**
 * Has Chromium begin a new log, by filling the one that it goes on with. To be done as soon as the browser has started: what is written
 * before it has ended is as much at risk as ever. It takes a fifth of a second, and leaves nothing behind.
 */
export async function beginFreshLog(): Promise<void> {
  // All databases of an extension have one log.
  const filler = new Dexie('fresh-log');
  filler.version(1).stores({ rows: '++' });
  try {
    for (let time = 0; time < TIMES; time++) {
      // What could be packed would not fill the log.
      const rows = Array.from({ length: ROWS_AT_ONCE }, () => crypto.getRandomValues(new Uint8Array(ROW_BYTES)));
      await filler.table('rows').bulkAdd(rows);
    }
  } finally {
    await filler.delete();
  }
}
