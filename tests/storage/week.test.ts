import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { boundsOf, weekOf } from '@/core/export/week';
import { toStamp } from '@/core/sync/stamp';
import { db } from '@/storage/db';
import { importText } from '@/storage/import';
import { markAllSeen, markSeen, setSaved } from '@/storage/marks';
import { readWeek } from '@/storage/week';
import { dayReport } from '../day-reports';
import { samplePaper } from '../library-samples';
import { setNote } from '../saves';

const week = weekOf('2026-11-28') ?? { name: '', from: '', to: '' };
const [START, END] = boundsOf(week);

beforeEach(async () => {
  await db.delete();
  await db.open();
  await db.papers.bulkPut(['2401.00001', '2401.00002', '2401.00003', '2401.00004'].map((id) => samplePaper({ id })));
});

const ids = (papers: { paper: { id: string } }[]) => papers.map(({ paper }) => paper.id).toSorted();

test('a week holds what was saved, opened and noted in it, and nothing from before or after', async () => {
  await setSaved('2401.00001', true, START);
  await setSaved('2401.00002', true, END);
  await setSaved('2401.00003', true, START - 1);
  await markSeen('2401.00003', END - 1);
  await markSeen('2401.00002', END);
  await markAllSeen(['2401.00004'], START); // seen without being opened
  await db.edits.clear();
  await setNote('2401.00003', 'Own note.');
  await setNote('2401.00002', 'Later note.');
  const edits = await db.edits.toArray();
  await db.edits.bulkPut(
    edits.map((edit) => ({ ...edit, at: toStamp(edit.key.startsWith('2401.00003') ? START + 5 : END + 5) })),
  );

  const found = await readWeek(week);
  expect(ids(found.saved)).toEqual(['2401.00001']);
  expect(ids(found.read)).toEqual(['2401.00003']);
  expect(ids(found.noted)).toEqual(['2401.00003']);
});

test('a week holds the reports of its days, oldest first, with the papers that stand first in them', async () => {
  // 2026-11-27, -23, -22 and -30
  for (const day of [695, 691, 690, 698]) await importText(dayReport(day, 7), { now: 1 });
  const { reports } = await readWeek(week);
  expect(reports.map(({ date, count, chosen }) => [date, count, chosen.length])).toEqual([
    ['2026-11-23', 7, 5],
    ['2026-11-27', 7, 5],
  ]);
});
