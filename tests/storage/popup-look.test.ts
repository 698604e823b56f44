import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import type { Feed } from '@/core/feeds/feed';
import { newFeedState } from '@/core/feeds/new-state';
import { NO_DATE } from '@/core/library/appearances';
import type { ReportRecord } from '@/core/library/records';
import { db } from '@/storage/db';
import { beginFirstLook, finishFirstLook } from '@/storage/first-popup-look';
import { markSeen, setDismissed, setSaved } from '@/storage/marks';
import { readPopupLook } from '@/storage/popup-look';
import { EXPECTED_VERSION } from '@/storage/raw-library';
import { changeSettings } from '@/storage/settings';
import { sampleGuide } from '../library-samples';

afterEach(async () => {
  if (!db.isOpen()) await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
});

function report(date: string | null, ids: string[], title = 'A'): ReportRecord {
  const entries = ids.map((id) => ({
    id,
    version: 1,
    title: id,
    titleTree: [id],
    titleChinese: null,
    gist: `${id} 的一句话。`,
    categories: ['cs.CV'],
    basis: 'full' as const,
    basisStated: false,
    failed: false,
  }));
  return { id: `${date ?? NO_DATE}|${title}`, date, title, source: title, summary: null, entries, importedAt: 0 };
}

function feed(id: string, subscribedAt: number): Feed {
  const plain = { presetId: null, template: '', github: null, routes: [], prefix: '', weekdaysOnly: true };
  return { id, name: id, usualMinutes: 0, subscribedAt, ...plain };
}

function firstLook(paperId: string | null) {
  return finishFirstLook(beginFirstLook(), Promise.resolve(paperId));
}

describe('the first look', () => {
  test('gives what the library itself gives of the newest day', async () => {
    const ids = ['2512.00003', '2512.00001', 'hep-th/9901001', '2512.00002'];
    await db.reports.bulkPut([report('2025-12-29', ids.slice(0, 2)), report('2025-12-30', ids)]);
    await db.guides.put({ paperId: '2512.00001', guideVersion: 1, guides: [sampleGuide()], saved: false });
    await setSaved('2512.00001', true, 1);
    await setSaved('2512.00002', true, 1);
    await setSaved('2512.00002', false, 2);
    await markSeen('2512.00003', 1);
    await markSeen('2512.00009', 1);
    await setSaved('2512.00010', true, 1);
    await setDismissed('2512.00002', true, 3);
    await setDismissed('2512.00003', true, 3);
    await db.dismissals.put({ paperId: '2512.00001', dismissedAt: 3 }); // it came in as saved from elsewhere
    await changeSettings({ language: 'en' });
    for (const here of [null, '2512.00001', '2512.00009', '2301.00001']) {
      const look = await firstLook(here);
      expect(look).toEqual(await readPopupLook(null, here));
      expect(look?.day?.marks).toEqual({
        '2512.00001': { saved: true, seen: false, dismissed: false },
        '2512.00002': { saved: false, seen: false, dismissed: true },
        '2512.00003': { saved: false, seen: true, dismissed: true },
      });
    }
  });

  test('gives all reports of the newest day, and what else is known of the day', async () => {
    await db.reports.bulkPut([
      report('2025-12-28', ['2512.00001']),
      report('2025-12-29', ['2512.00001'], 'B'),
      report('2025-12-30', ['2512.00001', '2512.00002'], 'A'),
      report('2025-12-30', ['2512.00002', '2512.00003', 'hep-th/9901001'], 'B'),
      report('2025-12-30', ['2512.00004'], 'C'),
    ]);
    await setSaved('2512.00003', true, 1);
    await markSeen('2512.00004', 1);
    const dates = ['2025-12-29', '2025-12-30'];
    await db.announcements.bulkPut(dates.map((date) => ({ date, categories: ['cs.CV'], fetchedAt: 1, items: [] })));
    await db.feeds.bulkPut([feed('a', 2), feed('b', 1)]);
    await db.feedStates.put({ ...newFeedState(feed('a', 2)), lastDate: '2025-12-30' });
    const look = await firstLook(null);
    expect(look).toEqual(await readPopupLook(null, null));
    expect(look?.day?.reports).toHaveLength(3);
    expect(look?.day?.entries).toHaveLength(5);
    expect(look?.day?.marks['2512.00003']).toEqual({ saved: true, seen: false, dismissed: false });
    expect(look?.day?.marks['2512.00004']).toEqual({ saved: false, seen: true, dismissed: false });
    expect(look?.day).toMatchObject({ previous: '2025-12-29', next: null, announced: { date: '2025-12-30' } });
    expect(look?.feeds.map(({ feed: { id }, state }) => [id, state.lastDate])).toEqual([
      ['b', null],
      ['a', '2025-12-30'],
    ]);
  });

  test('lets a report without a date stand alone', async () => {
    await db.reports.bulkPut([report(null, ['2512.00001'], 'A'), report(null, ['2512.00002'], 'B')]);
    const look = await firstLook(null);
    expect(look).toEqual(await readPopupLook(null, null));
    expect(look?.day?.reports.map(({ id }) => id)).toEqual([`${NO_DATE}|B`]);
    expect(look?.day?.previous).toBe(`${NO_DATE}|A`);
  });

  test('finds the marks of a day whose ids lie far apart, in a large library', async () => {
    await db.reports.put(report('2025-12-30', ['0704.0001', '2512.00001']));
    await db.visits.bulkPut(
      Array.from({ length: 500 }, (_, index) => ({ paperId: `1501.${10_000 + index}`, seenAt: 1 })),
    );
    await markSeen('2512.00001', 1);
    expect((await firstLook(null))?.day?.marks).toEqual({
      '2512.00001': { saved: false, seen: true, dismissed: false },
    });
  });

  test('finds the marks of a day longer than what is read at once', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `2512.${10_000 + 2 * index}`);
    await db.reports.put(report('2025-12-30', ids));
    const visits = Array.from({ length: 600 }, (_, index) => ({ paperId: `2512.${10_000 + index}`, seenAt: 1 }));
    await db.visits.bulkPut(visits);
    const look = await firstLook(null);
    expect(look).toEqual(await readPopupLook(null, null));
    expect(Object.values(look?.day?.marks ?? {})).toEqual(
      Array.from({ length: 300 }, () => ({ saved: false, seen: true, dismissed: false })),
    );
  });

  test('says that the library is empty', async () => {
    await db.open();
    expect(await firstLook(null)).toMatchObject({ day: null, here: null });
  });

  test('reads nothing where there is no library, and leaves none behind', async () => {
    await db.delete();
    expect(await firstLook(null)).toBeNull();
    expect(await indexedDB.databases()).toEqual([]);
    await db.open(); // as the first version ever
  });

  test('reads nothing of a library of another version', async () => {
    db.close();
    await db.delete();
    const newer = new Dexie('library');
    newer.version(99).stores({ reports: 'id' });
    await newer.open();
    expect(await firstLook(null)).toBeNull();
    await newer.delete();
  });

  test('knows the version that Dexie writes', async () => {
    await db.open();
    expect(db.backendDB().version).toBe(EXPECTED_VERSION);
  });

  test('closes the library, so that an update can change it', async () => {
    await db.reports.put(report('2025-12-30', ['2512.00001']));
    await firstLook('2512.00001');
    await firstLook(null);
    db.close();
    await db.delete(); // would wait for a connection left open
    expect(await indexedDB.databases()).toEqual([]);
  });
});

describe('the days of a library', () => {
  const undated = [`${NO_DATE}|A`, `${NO_DATE}|B`] as const;

  test('follow each other, however many reports they have', async () => {
    await db.reports.bulkPut([
      report(null, ['1'], 'A'),
      report(null, ['1'], 'B'),
      report('2025-12-29', ['1'], 'A'),
      report('2025-12-29', ['1'], 'B'),
      report('2025-12-30', ['1'], ''),
      report('2025-12-31', ['1'], '日报'),
    ]);
    const days = [...undated, '2025-12-29', '2025-12-30', '2025-12-31'];
    for (const [index, dayKey] of days.entries()) {
      const look = await readPopupLook(dayKey, null);
      expect(look.day?.reports.every(({ id }) => id.startsWith(dayKey))).toBe(true);
      expect(look.day).toMatchObject({ previous: days[index - 1] ?? null, next: days[index + 1] ?? null });
    }
    expect((await readPopupLook('2025-12-29', null)).day?.reports).toHaveLength(2);
  });

  test('hold none without a report, and no part of another', async () => {
    await db.reports.bulkPut([report('2025-12-30', ['1'])]);
    for (const dayKey of ['2025-12-29', '2025-12-3', '2025-12-30|', ...undated]) {
      expect((await readPopupLook(dayKey, null)).day).toBeNull();
    }
  });
});
