import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { setDismissed, setSaved, setStatus } from '@/storage/marks';
import { savedPapers } from '@/storage/papers';
import { setTags } from '../saves';

const ID = '2512.23705';
beforeEach(() => Promise.all([db.saves.clear(), db.papers.clear(), db.guides.clear(), db.dismissals.clear()]));

test('a status saves a paper, and takes its dismissal back', async () => {
  await setDismissed(ID, true, 1);
  await setStatus(ID, 'to-read', 2);
  expect(await savedPapers()).toMatchObject([{ paper: { id: ID }, savedAt: 2, status: 'to-read' }]);
  expect(await db.dismissals.count()).toBe(0);
});

test('a status changes and goes without the star, tags or note', async () => {
  await setSaved(ID, true, 1);
  await setTags(ID, ['视频']);
  await setStatus(ID, 'reading', 2);
  await setStatus(ID, null, 3);
  expect(await savedPapers()).toMatchObject([{ savedAt: 1, tags: ['视频'], status: null }]);
});
