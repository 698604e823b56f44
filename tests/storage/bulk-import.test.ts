import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import type { GivenFile, SkippedFile } from '@/core/library/incoming';
import { importAll } from '@/storage/bulk-import';
import { db } from '@/storage/db';
import type { ImportResult } from '@/storage/import';
import { countAnalyses, countLibrary } from '@/storage/papers';
import { listReports } from '@/storage/reports';
import { dayFiles, dayOf, dayReport } from '../day-reports';
import { patched, zipOf } from '../zips';

beforeEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
  await db.open();
});

function given(name: string, content: string | Uint8Array<ArrayBuffer>, inFolder = false): GivenFile {
  return { name, inFolder, file: new Blob([content]) };
}

/** Imports, and tells what was told: `name: added/merged` or `name: code`. */
async function runImport(files: GivenFile[], stopAfter = Number.POSITIVE_INFINITY) {
  const told: string[] = [];
  const begun: string[] = [];
  const stopping = new AbortController();
  let found: { count: number; skipped: SkippedFile[] } | null = null;
  const { halted, left } = await importAll(files, {
    now: 1,
    signal: stopping.signal,
    onFound: (count, skipped) => {
      found = { count, skipped };
    },
    onBegin: (name) => begun.push(name),
    onShare: () => undefined,
    onEnd: (name, outcome: ImportResult | AppError) => {
      told.push(`${name}: ${outcome instanceof AppError ? outcome.code : `${outcome.added}/${outcome.merged}`}`);
      if (told.length >= stopAfter) stopping.abort();
    },
  });
  return { told, begun, halted, left, found };
}

const allRows = () => Promise.all(db.tables.map((table) => table.toArray()));

describe('importAll', () => {
  test('reads an archive by its first bytes, the oldest day first, and names what it leaves out', async () => {
    const files = {
      ...dayFiles(3, 1),
      'reports/': '',
      'reports/index.md': '# all',
      '__MACOSX/._a.md': 'x',
      'old.zip': 'PK',
    };
    const { told, left, found } = await runImport([given('days.md', zipOf(files))]);
    expect(told).toEqual([0, 1, 2].map((day) => `days.md › reports/arxiv_cv_report_${dayOf(day)}.md: 1/0`));
    expect(left).toBe(0);
    expect(found).toEqual({
      count: 3,
      skipped: [
        { name: 'days.md › reports/', reason: 'folder' },
        { name: 'days.md › reports/index.md', reason: 'page' },
        { name: 'days.md › __MACOSX/._a.md', reason: 'system' },
        { name: 'days.md › old.zip', reason: 'nested' },
      ],
    });
    expect((await listReports()).map(({ date }) => date)).toEqual([dayOf(2), dayOf(1), dayOf(0)]);
  });

  test('reads the reports of a folder, and an archive that lies in it', async () => {
    const { told, found } = await runImport([
      given('我的日报/2025/2025-01-02.md', dayReport(1, 1), true),
      given('我的日报/cover.png', 'not read', true),
      given('我的日报/broken.zip', 'no archive', true),
      given('我的日报/old.zip', zipOf({ '2025-01-01.md': dayReport(0, 1) }), true),
    ]);
    expect(told).toEqual(['我的日报/old.zip › 2025-01-01.md: 1/0', '我的日报/2025/2025-01-02.md: 1/0']);
    expect(found).toMatchObject({
      skipped: [
        { name: '我的日报/cover.png', reason: 'kind' },
        { name: '我的日报/broken.zip', reason: 'kind' },
      ],
    });
  });

  test('reads whatever was chosen by hand, whatever it is called', async () => {
    const { told } = await runImport([given('cover.png', dayReport(0, 1)), given('README.md', '# nothing of ours')]);
    expect(told).toEqual(['cover.png: 1/0', 'README.md: no-report']);
  });

  test('lets no bad file keep the others out', async () => {
    const bad = new Uint8Array(zipOf({ 'a.md': dayReport(7, 1) }).subarray(0, 300));
    const { told, left } = await runImport([
      given('2025-01-01.md', dayReport(0, 1)),
      given('2025-01-02.md', '# nothing of ours'),
      given('2025-01-03.zip', bad),
      given('2025-01-04.zip', zipOf({ 'cover.png': 'x' })),
      given('2025-01-05.zip', patched(zipOf({ 'a.md': dayReport(5, 1), 'b.md': dayReport(6, 1) }), 'entry', 8, 1)),
      given('2025-01-06.md', 'a\0b'),
    ]);
    expect(told).toEqual([
      '2025-01-01.md: 1/0',
      '2025-01-02.md: no-report',
      '2025-01-03.zip: zip-broken',
      '2025-01-04.zip: no-report',
      '2025-01-05.zip › a.md: zip-locked',
      '2025-01-05.zip › b.md: 1/0',
      '2025-01-06.md: not-utf8',
    ]);
    expect(left).toBe(0);
  });

  test('changes nothing when all of it comes again', async () => {
    const zip = zipOf(dayFiles(4, 2));
    await runImport([given('days.zip', zip)]);
    const before = await allRows();
    const { told } = await runImport([given('days.zip', zip)]);
    expect(told.map((line) => line.slice(-3))).toEqual(['0/0', '0/0', '0/0', '0/0']);
    expect(await allRows()).toEqual(before);
  });

  test('ends with the last of two copies of a day, also when the library had that one before', async () => {
    const [copy, other] = [dayReport(0, 2), dayReport(0, 3)];
    await runImport([given('2025-01-01.md', copy)]);
    const before = await db.reportTexts.toArray();
    const { told } = await runImport([given('days.zip', zipOf({ '2025-01-01-a.md': other, '2025-01-01-b.md': copy }))]);
    expect(told).toEqual(['days.zip › 2025-01-01-a.md: 1/0', 'days.zip › 2025-01-01-b.md: 0/0']);
    expect(await db.reportTexts.toArray()).toEqual(before);
  });

  test('writes several reports in one transaction, and each as soon as some are there', async () => {
    const transaction = vi.spyOn(db, 'transaction');
    const { told } = await runImport([given('days.zip', zipOf(dayFiles(60, 1)))]);
    expect(told.filter((line) => line.endsWith('1/0'))).toHaveLength(60);
    expect(transaction.mock.calls.filter(([mode]) => mode === 'rw')).toHaveLength(3);
  });

  test('tells of progress that never goes back', async () => {
    const told: number[] = [];
    let done = 0;
    let share = 0;
    const note = () => told.push(done + share);
    const signal = new AbortController().signal;
    await importAll([given('days.zip', zipOf(dayFiles(30, 1)))], {
      now: 1,
      signal,
      onFound: () => undefined,
      onBegin: () => undefined,
      onShare(value) {
        share = value;
        note();
      },
      onEnd() {
        done += 1;
        share = Math.max(0, share - 1);
        note();
      },
    });
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBe(30);
    expect(told.every((value) => value <= 30)).toBe(true);
  });

  test('stops when told to: what is done stays, and what is left is counted', async () => {
    const { told, left } = await runImport([given('days.zip', zipOf(dayFiles(60, 1)))], 2);
    expect(told).toHaveLength(24); // those that were written together
    expect(left).toBe(36);
    expect(await countLibrary()).toMatchObject({ papers: 24, reports: 24 });
    expect(await countAnalyses()).toBe(24);
  });

  test('keeps nothing out but the report that cannot be written', async () => {
    const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function refuse(this: IDBObjectStore, ...row) {
      const isBad = this.name === 'reportTexts' && JSON.stringify(row).includes(dayOf(2));
      if (isBad) throw new DOMException('The row is refused', 'DataError');
      return put.apply(this, row);
    });
    const { told, halted } = await runImport([given('days.zip', zipOf(dayFiles(5, 2)))]);
    expect(told.map((line) => line.replace(/.*: /, ''))).toEqual(['2/0', '2/0', 'storage-failed', '2/0', '2/0']);
    expect(halted).toBe(false);
    expect((await listReports()).map(({ date }) => date)).toEqual([4, 3, 1, 0].map(dayOf));
    expect(await countLibrary()).toMatchObject({ papers: 8, reports: 4 });
    expect(await countAnalyses()).toBe(8);
  });

  test.each(['papers', 'guides', 'reportTexts'] as const)(
    'stops at once when the disk is full while %s are written, with no report half there',
    async (table) => {
      await runImport([given('2025-01-01.md', dayReport(0, 2))]);
      const before = await allRows();
      const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
      let tries = 0;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(this: IDBObjectStore, ...row) {
        if (this.name !== table) return put.apply(this, row);
        tries += 1;
        throw new DOMException('The disk is full', 'QuotaExceededError');
      });
      const { told, begun, halted, left } = await runImport([given('days.zip', zipOf(dayFiles(100, 2)))]);
      expect(told).toEqual([
        `days.zip › reports/arxiv_cv_report_${dayOf(0)}.md: 0/0`,
        `days.zip › reports/arxiv_cv_report_${dayOf(1)}.md: storage-full`,
      ]);
      expect(new Set(begun).size).toBeLessThanOrEqual(48); // the next ones were being rendered
      expect(halted).toBe(true);
      expect(left).toBe(98);
      expect(tries).toBeGreaterThan(0);
      expect(await allRows()).toEqual(before);
    },
  );
});
