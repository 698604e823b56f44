import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';
import { guarded } from '@/storage/guard';
import { lostError } from '@/storage/lost';
import { setSaved } from '@/storage/marks';
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

/** As the browser does it: what is under way is aborted, and then the connection is told. */
const kill = () => forceCloseDatabase(db.backendDB() as never); // as: its own class of the same interface

test('begins anew what was under way when the connection died, and loses and doubles nothing', async () => {
  let tries = 0;
  await guarded(() =>
    db.transaction('rw', db.settings, async ({ idbtrans }) => {
      tries += 1;
      const { value = 0 } = (await db.settings.get('count')) ?? {};
      await db.settings.put({ name: 'count', value: Number(value) + 1 });
      if (tries === 1) {
        idbtrans.abort();
        kill();
      }
      await db.settings.get('count');
    }),
  );
  expect(tries).toBe(2);
  expect((await db.settings.get('count'))?.value).toBe(1);
});

test('opens one connection for all who meet the dead one at once', async () => {
  await changeSettings({ language: 'en' });
  kill();
  const open = vi.spyOn(indexedDB, 'open');
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (n % 2 ? readSettings() : setSaved(`2512.${n}`, true, n))),
  );
  expect(all).toHaveLength(20);
  expect(open).toHaveBeenCalledTimes(1);
  open.mockRestore();
  expect(await db.saves.count()).toBe(10);
});

test('leaves it to the whole transaction to begin anew', async () => {
  let outer = 0;
  let inner = 0;
  const work = guarded(() =>
    db.transaction('rw', db.settings, async () => {
      outer += 1;
      await guarded(async () => {
        inner += 1;
        if (inner === 1) throw new DOMException('gone', 'InvalidStateError');
        await db.settings.put({ name: 'count', value: inner });
      });
    }),
  );
  await work;
  expect([outer, inner]).toEqual([2, 2]);
});

test('does not begin anew what was given up on purpose', async () => {
  let tries = 0;
  const work = () => {
    tries++;
    return Promise.reject(AbortSignal.abort().reason as Error); // as: what a signal throws without a reason of ours
  };
  await expect(guarded(work)).rejects.toMatchObject({ code: 'storage-failed' });
  expect(tries).toBe(1);
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

/** Opening the library fails so, until it is restored. */
function refuse(name: string, message = 'no'): { restore: () => void } {
  db.close({ disableAutoOpen: false });
  const spy = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException(message, name);
  });
  return { restore: () => spy.mockRestore() };
}

test.each([
  ['may not keep anything', 'SecurityError', 'The operation is insecure.'],
  [
    'keeps no history',
    'InvalidStateError',
    'A mutation operation was attempted on a database that did not allow mutations.',
  ],
])('says so where the browser %s', async (_, name, message) => {
  const { restore } = refuse(name, message);
  await expect(readSettings()).rejects.toMatchObject({ code: 'storage-private' });
  expect(lostError()).toBeNull();
  restore();
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

test('waits for nobody once an upgrade that was blocked is done', async () => {
  kill();
  expect((await readSettings()).language).toBe('zh');
});
