import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { markSeen, setSaved } from '@/storage/marks';
import { emptyLibrary } from '@/storage/reset';
import { changeSettings } from '@/storage/settings';
import { watchGuides } from '@/storage/watch-guides';

const told: (string[] | null)[] = [];
let stop: () => void;

// A database that is made changes all of its tables.
beforeAll(() => db.open());
beforeEach(() => {
  told.length = 0;
  stop = watchGuides((ids) => told.push(ids));
});
afterEach(async () => {
  stop();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const row = (paperId: string) => ({ paperId, guideVersion: 0, guides: [], saved: false });

test('a change tells the papers whose guides it touched', async () => {
  await setSaved('2512.00001', true, 1);
  expect(told).toEqual([['2512.00001']]);
  await db.guides.bulkPut([row('2512.00002'), row('2512.00003'), row('2512.00004')]);
  expect(told[1]?.toSorted()).toEqual(['2512.00002', '2512.00003', '2512.00004']);
  await db.guides.delete('2512.00003');
  expect(told[2]).toEqual(['2512.00003']);
});

test('what no page shows tells nothing', async () => {
  await markSeen('2512.00001', 1);
  await db.settings.put({ name: 'pruned-at', value: 1 });
  expect(told).toEqual([]);
});

test.each([
  ['the settings', () => changeSettings({ panelHeight: 'full' })],
  ['the whole library', () => emptyLibrary()],
  ['a range of papers', () => db.guides.where('paperId').between('2511', '2512').delete()],
])('%s may change any guide', async (_, change) => {
  await db.guides.bulkPut([row('2511.00001'), row('2511.00002')]);
  told.length = 0;
  await change();
  expect(told).toContain(null);
});

test('another page that has changed something is heard', async () => {
  const elsewhere = new BroadcastChannel('x-storagemutated-1'); // Dexie's own
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin, and takes none
  elsewhere.postMessage({ 'idb://library/guides/': { from: '2512.00009', to: '2512.00009', d: 1 } });
  await expect.poll(() => told).toEqual([['2512.00009']]);
  elsewhere.close();
});

test('nothing is told once it is over', async () => {
  stop();
  await setSaved('2512.00001', true, 1);
  expect(told).toEqual([]);
});
