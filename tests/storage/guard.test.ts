import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { guarded } from '@/storage/guard';
import { changeSettings, readSettings } from '@/storage/settings';

beforeEach(async () => {
  await db.delete();
  await db.open();
});

test('opens a dead connection anew, once', async () => {
  await changeSettings({ language: 'en' });
  db.backendDB().close(); // behind the library's back, as a browser does after sleep
  expect((await readSettings()).language).toBe('en');
});

test('gives up after the second failure and says that storage failed', async () => {
  let tries = 0;
  const work = () => {
    tries++;
    return Promise.reject(new DOMException('gone', 'InvalidStateError'));
  };
  await expect(guarded(work)).rejects.toMatchObject({ code: 'storage-failed' });
  expect(tries).toBe(2);
});

test.each([
  ['QuotaExceededError', 'storage-full'],
  ['VersionError', 'storage-newer'],
  ['DataError', 'storage-failed'],
])('does not try again after %s', async (name, code) => {
  let tries = 0;
  const work = () => {
    tries++;
    return Promise.reject(new DOMException('no', name));
  };
  await expect(guarded(work)).rejects.toMatchObject({ code });
  expect(tries).toBe(1);
});

test('refuses a library that a newer version wrote', async () => {
  db.close();
  const newer = indexedDB.open('library', 9_990);
  await new Promise((resolve, reject) => {
    newer.addEventListener('success', resolve);
    newer.addEventListener('error', reject);
  });
  newer.result.close();
  db.close({ disableAutoOpen: false });
  await expect(changeSettings({ language: 'en' })).rejects.toMatchObject({ code: 'storage-newer' });
});

test('knows a full disk among the failures of many rows', async () => {
  const failure = new Dexie.BulkError('2 of 2 failed', [new DOMException('no', 'QuotaExceededError')]);
  await expect(guarded(() => Promise.reject(failure))).rejects.toMatchObject({ code: 'storage-full' });
});

test.each([
  ['may not keep anything', new DOMException('The operation is insecure.', 'SecurityError')],
  [
    'keeps no history',
    new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      'InvalidStateError',
    ),
  ],
])('says so where the browser %s', async (_, error) => {
  await expect(guarded(() => Promise.reject(error))).rejects.toMatchObject({ code: 'storage-private' });
});

test('says so when a page of an older version holds the library, and goes on when that one is gone', async () => {
  db.close();
  await Dexie.delete('library');
  const older = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('library', 10);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('papers', { keyPath: 'id' }));
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
  db.close({ disableAutoOpen: false });
  await expect(readSettings()).rejects.toMatchObject({ code: 'storage-blocked' });
  older.close();
  await expect.poll(() => db.isOpen()).toBe(true);
  await changeSettings({ language: 'en' });
  expect((await readSettings()).language).toBe('en');
});
