import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { daysWithout, readCatchUp } from '@/storage/catch-up';
import { db } from '@/storage/db';
import { noteLook, readEarlierLook } from '@/storage/looks';
import { markAllSeen, markSeen, readMarks, setDismissed, unmarkSeen } from '@/storage/marks';
import { newestDay } from '@/storage/reports';
import { changeSettings, readSettings } from '@/storage/settings';
import { entry, report } from '../components/popup/samples';

afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

const beijing = (time: string) => Date.parse(`${time}+08:00`);

function putReport(date: string, ids: string[], title = 'A') {
  const entries = ids.map((id) => entry({ id, title: `Paper ${id}`, gist: '' }));
  const importedAt = beijing(`${date}T13:40`);
  return db.reports.put(report({ id: `${date}|${title}`, date, title, entries, importedAt }));
}

describe('the last look', () => {
  test('is on an earlier day, however often the reader looks on the same one', async () => {
    expect(await noteLook(beijing('2026-11-20T09:00'))).toBeNull();
    expect(await noteLook(beijing('2026-11-20T21:00'))).toBeNull();
    expect(await noteLook(beijing('2026-11-24T09:00'))).toBe(beijing('2026-11-20T21:00'));
    expect(await noteLook(beijing('2026-11-24T19:00'))).toBe(beijing('2026-11-20T21:00'));
    expect(await readEarlierLook(beijing('2026-11-24T20:00'))).toBe(beijing('2026-11-20T21:00'));
    expect(await readEarlierLook(beijing('2026-11-25T08:00'))).toBe(beijing('2026-11-24T19:00'));
  });

  test('is none when the clock was set back, and changes no setting', async () => {
    await changeSettings({ categories: ['cs.CV'] });
    await noteLook(beijing('2026-11-24T09:00'));
    expect(await noteLook(beijing('2026-11-20T09:00'))).toBeNull();
    expect((await readSettings()).categories).toEqual(['cs.CV']);
  });

  test('is kept whole when many look at once', async () => {
    await noteLook(beijing('2026-11-20T21:00'));
    const at = beijing('2026-11-24T09:00');
    const looks = await Promise.all([noteLook(at), noteLook(at + 1), noteLook(at + 2)]);
    expect(new Set(looks)).toEqual(new Set([beijing('2026-11-20T21:00')]));
  });
});

describe('what was missed', () => {
  const SINCE = beijing('2026-11-23T20:00');
  const NOW = beijing('2026-11-27T14:00');

  test('is what came between the last look and the newest day, with what was seen', async () => {
    await putReport('2026-11-23', ['a']);
    await putReport('2026-11-24', ['b', 'c']);
    await putReport('2026-11-25', ['d']);
    await putReport('2026-11-27', ['e']);
    await markSeen('c', 1);
    await setDismissed('b', true, 1);
    const { days, marks } = await readCatchUp(SINCE, NOW);
    expect(days.map(({ date, entries }) => [date, entries.map(({ id }) => id)])).toEqual([
      ['2026-11-25', ['d']],
      ['2026-11-24', ['b', 'c']],
    ]);
    expect(marks).toEqual({
      b: { saved: false, seen: false, dismissed: true },
      c: { saved: false, seen: true, dismissed: false },
      d: { saved: false, seen: false, dismissed: false },
    });
  });

  test('is nothing for who never looked before, and in an empty library', async () => {
    expect((await readCatchUp(SINCE, NOW)).days).toEqual([]);
    await putReport('2026-11-24', ['b']);
    await putReport('2026-11-27', ['e']);
    expect((await readCatchUp(null, NOW)).days).toEqual([]);
  });

  test('leaves to be made the days of the week without a report, holidays and weekends not among them', async () => {
    await putReport('2026-11-24', ['b']);
    await putReport('2026-11-24', ['c'], 'B');
    // Thanksgiving lies behind the 27th; the 21st and 22nd are a weekend.
    expect(await daysWithout(NOW)).toEqual(['2026-11-26', '2026-11-25', '2026-11-23']);
  });
});

test('the newest day is that of the newest report that has one', async () => {
  expect(await newestDay()).toBeNull();
  await db.reports.put(report({ id: '0000-00-00|A', date: null }));
  expect(await newestDay()).toBeNull();
  await putReport('2026-11-24', ['a']);
  await putReport('2026-11-23', ['b']);
  expect(await newestDay()).toBe('2026-11-24');
});

describe('marking as seen at once', () => {
  test('marks what was not seen, and takes back only that', async () => {
    await markSeen('a', 1);
    const marked = await markAllSeen(['a', 'b', 'c'], 2);
    expect(marked).toEqual(['b', 'c']);
    expect(Object.values(await readMarks(['a', 'b', 'c'])).every(({ seen }) => seen)).toBe(true);
    await unmarkSeen(marked);
    const marks = await readMarks(['a', 'b', 'c']);
    expect(Object.entries(marks).flatMap(([id, { seen }]) => (seen ? id : []))).toEqual(['a']);
  });

  test('is not taken back from what was opened meanwhile', async () => {
    const marked = await markAllSeen(['a', 'b'], 1);
    await markSeen('a', 2);
    await unmarkSeen(marked);
    expect(await db.visits.toArray()).toEqual([{ paperId: 'a', seenAt: 2 }]);
  });
});
