import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';
import { changeSettings, readSettings } from '@/storage/settings';
import { watchFull } from '@/storage/watch-full';

const full = () => Promise.reject(new DOMException('no', 'QuotaExceededError'));

describe('a page', () => {
  const told: boolean[] = [];
  const stops: (() => void)[] = [];
  const watch = () => stops.push(watchFull((isFull) => told.push(isFull)));
  const says = (isFull: boolean) => expect.poll(() => told.at(-1)).toBe(isFull);

  beforeEach(() => {
    told.length = 0;
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop();
    vi.restoreAllMocks();
    await Promise.all(db.tables.map((table) => table.clear()));
  });

  test('that is opened on a full library finds it full, by itself', async () => {
    vi.spyOn(db.settings, 'put').mockImplementation(full as never); // as: Dexie has promises of its own
    watch();
    await says(true);
  });

  test('hears of what could not be written elsewhere, and that there is room again', async () => {
    watch();
    await says(false);
    const put = vi.spyOn(db.settings, 'put').mockImplementation(full as never); // as above
    await expect(changeSettings({ language: 'en' })).rejects.toMatchObject({ code: 'storage-full' });
    await says(true);
    put.mockRestore();
    await changeSettings({ language: 'en' });
    await says(false);
  });

  test('is told nothing of other failures, nor once it has stopped', async () => {
    watch();
    await says(false);
    const put = vi.spyOn(db.settings, 'put').mockImplementation((() => Promise.reject(new Error('broken'))) as never); // as above
    await expect(changeSettings({ language: 'en' })).rejects.toMatchObject({ code: 'storage-failed' });
    for (const stop of stops.splice(0)) stop();
    put.mockImplementation(full as never); // as above
    await expect(changeSettings({ language: 'en' })).rejects.toMatchObject({ code: 'storage-full' });
    expect(told).not.toContain(true);
  });

  test('leaves the reader’s settings as they are', async () => {
    const before = await readSettings();
    watch();
    await says(false);
    expect(await readSettings()).toEqual(before);
  });
});
