import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';
import { readDayCounts } from '@/storage/day-counts';
import { entry, report } from '../components/popup/samples';

const { signal } = new AbortController();

afterEach(() => {
  vi.restoreAllMocks();
  return Promise.all(db.tables.map((table) => table.clear()));
});

describe('readDayCounts', () => {
  test('counts a day once, again when its report changed, and forgets a day that is gone', async () => {
    const one = report({ id: '2025-12-29|A', date: '2025-12-29', importedAt: 1 });
    await db.reports.bulkPut([one, report({ id: '2025-12-30|A', date: '2025-12-30', importedAt: 1 })]);
    const progress = vi.fn();
    expect(await readDayCounts([], signal, progress)).toHaveLength(2);
    expect(progress).toHaveBeenCalledExactlyOnceWith(0, 2);

    const again = vi.fn();
    expect(await readDayCounts([], signal, again)).toHaveLength(2);
    expect(again).not.toHaveBeenCalled();

    const entries = [entry(), entry({ id: '2512.00002' })];
    await db.reports.put({ ...one, importedAt: 2, entries });
    await db.reports.delete('2025-12-30|A');
    const days = await readDayCounts([], signal, again);
    expect(days.map(({ date, papers }) => [date, papers])).toEqual([['2025-12-29', 2]]);
    expect(again).toHaveBeenCalledExactlyOnceWith(0, 1);
    expect(await db.dayCounts.count()).toBe(1);
  });

  test('counts again for other keywords', async () => {
    await db.reports.put(report({ entries: [entry({ title: 'Cups of tea' })] }));
    await readDayCounts([], signal, vi.fn());
    const [day] = await readDayCounts(['cup'], signal, vi.fn());
    expect(day?.keywords).toEqual({ cup: 1 });
  });

  test('stops where it is aborted', async () => {
    await db.reports.put(report());
    await expect(readDayCounts([], AbortSignal.abort(), vi.fn())).rejects.toThrow();
    expect(await db.dayCounts.count()).toBe(0);
  });
});
