import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db, LibraryDb } from '@/storage/db';
import { learnLibraryId } from '@/storage/library-id';
import { lostError, onLost } from '@/storage/lost';
import { setSaved } from '@/storage/marks';
import { emptyLibrary } from '@/storage/reset';
import { changeSettings, readSettings } from '@/storage/settings';

beforeEach(async () => {
  await db.delete();
  await db.open();
  await learnLibraryId();
});

const kill = () => forceCloseDatabase(db.backendDB() as never); // as: its own class of the same interface

/** Opening the library fails so, until it is restored. */
function refuse(name: string): { restore: () => void } {
  kill();
  const spy = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', name);
  });
  return { restore: () => spy.mockRestore() };
}

describe('a library that does not open again', () => {
  test.each(['UnknownError', 'AbortError', 'InvalidStateError'])('by %s is lost, until it answers', async (name) => {
    await changeSettings({ language: 'en' });
    const told: (string | null)[] = [];
    const stop = onLost((error) => told.push(error?.code ?? null));
    const { restore } = refuse(name);
    await expect(changeSettings({ language: 'zh' })).rejects.toMatchObject({ code: 'storage-lost' });
    await expect(readSettings()).rejects.toMatchObject({ code: 'storage-lost' });
    expect(lostError()?.code).toBe('storage-lost');
    restore();
    expect((await readSettings()).language).toBe('en');
    expect(told).toEqual(['storage-lost', null]);
    stop();
  });

  test('is not made anew where it was open before', async () => {
    await changeSettings({ language: 'en' });
    kill();
    await Dexie.delete('library');
    await expect(readSettings()).rejects.toMatchObject({ code: 'storage-gone' });
    await expect(setSaved('1706.03762', true, 1)).rejects.toMatchObject({ code: 'storage-gone' });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('library');
    expect(lostError()?.code).toBe('storage-gone');
  });

  test('is not taken for one that somebody else made anew', async () => {
    await changeSettings({ language: 'en' });
    kill();
    await Dexie.delete('library');
    const others = new LibraryDb();
    await others.settings.put({ name: 'settings', value: {} });
    others.close();
    await expect(readSettings()).rejects.toMatchObject({ code: 'storage-gone' });
    await expect(setSaved('1706.03762', true, 1)).rejects.toMatchObject({ code: 'storage-gone' });
  });

  test('is known again after it was emptied by its reader', async () => {
    await emptyLibrary();
    kill();
    expect((await readSettings()).language).toBe('zh');
    expect(lostError()).toBeNull();
  });
});
