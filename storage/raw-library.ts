import { fillSettings, type Settings } from '@/core/settings';

// Pages whose first view must not wait read the library without Dexie: loading Dexie and opening the library with it takes longer
// than all else that they do until the view stands there. Whatever is not as expected is left to Dexie, which says it in words.

/** What Dexie makes of version 5. With any other version nothing is read. */
export const EXPECTED_VERSION = 50;

/** Null when the library is not there yet, or is not of the expected version. */
export function openLibrary(): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('library');
    // There is none yet: nothing may be left behind that Dexie would take for a library.
    opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
    opening.addEventListener('error', () => reject(opening.error ?? new Error('the library did not open')));
    opening.addEventListener('success', () => {
      const { result } = opening;
      if (result.version === EXPECTED_VERSION) return resolve(result);
      result.close();
      resolve(null);
    });
  });
}

export function read<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the library did not answer')));
  });
}

/** The settings, defaults filled in. */
export async function readSettings(transaction: IDBTransaction): Promise<Settings> {
  const row = await read<{ value: Partial<Settings> } | undefined>(transaction.objectStore('settings').get('settings'));
  return fillSettings(row?.value);
}
