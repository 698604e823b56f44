import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';

const { listContacts, noteContact } = await import('@/storage/contacts');
const { countTables } = await import('@/storage/table-counts');

afterEach(() => {
  vi.restoreAllMocks();
  return Promise.all(db.tables.map((table) => table.clear()));
});

describe('contacts', () => {
  test('tell when a host was last asked, the last one first', async () => {
    await noteContact({ host: 'one.example', at: 1_000, kind: 'feed' });
    await noteContact({ host: 'two.example', at: 2_000, kind: 'model' });
    await noteContact({ host: 'one.example', at: 70_000, kind: 'feed' });
    expect(await listContacts()).toEqual([
      { host: 'one.example', at: 70_000, kind: 'feed' },
      { host: 'two.example', at: 2_000, kind: 'model' },
    ]);
  });

  test('are written once a minute at most', async () => {
    const put = vi.spyOn(db.contacts, 'put');
    for (let at = 100_000; at < 160_000; at += 1_000) await noteContact({ host: 'busy.example', at, kind: 'arxiv' });
    expect(put).toHaveBeenCalledOnce();
    await noteContact({ host: 'busy.example', at: 160_000, kind: 'arxiv' });
    expect(put).toHaveBeenCalledTimes(2);
  });

  test('do not make a request fail where they cannot be written', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(db.contacts, 'put').mockRejectedValue(new Error('no'));
    await expect(noteContact({ host: 'full.example', at: 1, kind: 'arxiv' })).resolves.toBeUndefined();
  });
});

describe('countTables', () => {
  test('counts rows by what they are about, and leaves out what there is none of', async () => {
    await db.visits.bulkPut([
      { paperId: '2512.00001', seenAt: 1 },
      { paperId: '2512.00002', seenAt: 1 },
    ]);
    await db.settings.put({ name: 'settings', value: {} });
    const counts = await countTables();
    expect(counts.find(({ group }) => group === 'visits')).toEqual({ group: 'visits', rows: 2 });
    expect(counts.some(({ group }) => group === 'papers')).toBe(false);
    expect(counts.at(-1)?.group).toBe('other');
  });
});
