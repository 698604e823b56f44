// Chromium appends what is written to a log, also to one that the browser died over. Where it died in the middle of a record, what is
// written next follows half a record; whoever opens the library after that finds the log broken, and Chromium answers by emptying all
// databases of the extension (google/leveldb issue 1287). A log that has grown is closed, and all that it holds is written elsewhere.

/** It belongs to the same log as the library. */
const NAME = 'fresh-log';
const STORE = 'rows';
/** Larger values are kept as files of their own, beside the log. */
const ROW_BYTES = 40_000;
const ROWS_AT_ONCE = 10;
/** The log is closed when what it holds takes 4 MB. */
const MOST_BYTES = 5_200_000;

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}

function openRows(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open(NAME, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE, { autoIncrement: true }));
  return answer(opening);
}

function writeRows(rows: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const writing = rows.transaction(STORE, 'readwrite');
    // What could be packed would not fill the log.
    for (let row = 0; row < ROWS_AT_ONCE; row++) {
      writing.objectStore(STORE).add(crypto.getRandomValues(new Uint8Array(ROW_BYTES)));
    }
    writing.addEventListener('complete', () => resolve());
    writing.addEventListener('abort', () => reject(writing.error ?? new Error('not written')));
  });
}

/**
 * Has Chromium begin a new log, by filling the one that it goes on with. To be done when the browser has started, before anything is
 * written that is to stay; it takes a fifth of a second, and leaves nothing behind.
 */
export async function beginFreshLog(factory: IDBFactory): Promise<void> {
  const rows = await openRows(factory);
  try {
    for (let bytes = 0; bytes < MOST_BYTES; bytes += ROW_BYTES * ROWS_AT_ONCE) await writeRows(rows);
  } finally {
    rows.close();
    await answer(factory.deleteDatabase(NAME));
  }
}
