import { db } from './db';

/** In the settings' table; neither backups nor other devices have it. */
export const LIBRARY_ID = 'library-id';

let known: unknown = null;
/** The connection over which it was last read. */
let checked: IDBDatabase | null = null;

/** From now on this page takes no other library for the one that it has read, as one that the background made anew. Within `guarded`. */
export async function learnLibraryId(): Promise<void> {
  const row = await db.settings.get(LIBRARY_ID);
  const id = row?.value ?? crypto.randomUUID();
  if (!row) await db.settings.put({ name: LIBRARY_ID, value: id });
  known = id;
  checked = db.backendDB();
}

/** Whether it is not known yet that what is open is the library which this page has read; most pages and scripts never ask. */
export const isUnknown = (): boolean => known !== null && checked !== db.backendDB();

/** Whether what is open is the library that this page has read. */
export async function isSameLibrary(): Promise<boolean> {
  const row = await db.settings.get(LIBRARY_ID);
  if (row?.value !== known) return false;
  checked = db.backendDB();
  return true;
}
