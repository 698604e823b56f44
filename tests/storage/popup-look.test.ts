import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import type { ReportRecord } from '@/core/library/records';
import { db } from '@/storage/db';
import { beginFirstLook, EXPECTED_VERSION, finishFirstLook } from '@/storage/first-popup-look';
import { setSaved, markSeen } from '@/storage/marks';
import { readPopupLook } from '@/storage/popup-look';
import { changeSettings } from '@/storage/settings';
import { sampleGuide } from '../library-samples';

afterEach(async () => {
  if (!db.isOpen()) await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
});

function report(date: string, ids: string[]): ReportRecord {
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
  return { id: `${date}|A`, date, title: 'A', source: '日报', summary: null, entries, importedAt: 0 };
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
    await changeSettings({ language: 'en' });
    for (const here of [null, '2512.00001', '2512.00009', '2301.00001']) {
      const look = await firstLook(here);
      expect(look).toEqual(await readPopupLook(null, here));
      expect(look?.day?.marks['2512.00001']).toEqual({ saved: true, seen: false });
    }
  });

  test('finds the marks of a day whose ids lie far apart, in a large library', async () => {
    await db.reports.put(report('2025-12-30', ['0704.0001', '2512.00001']));
    await db.visits.bulkPut(
      Array.from({ length: 500 }, (_, index) => ({ paperId: `1501.${10_000 + index}`, seenAt: 1 })),
    );
    await markSeen('2512.00001', 1);
    expect((await firstLook(null))?.day?.marks).toEqual({
      '0704.0001': { saved: false, seen: false },
      '2512.00001': { saved: false, seen: true },
    });
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
