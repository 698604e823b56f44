import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Paper, Report } from '@/core/paper';
import { db } from '@/storage/db';
import { dropUnfinished } from '@/storage/long-report';
import { markSeen, setDismissed, setSaved } from '@/storage/marks';
import { readReport } from '@/storage/reports';
import { takeReport } from '@/storage/take-report';

const LONG = 620;
const DAY = '2026-06-19';
const idOf = (index: number) => `2606.${10_000 + index}`;

function paperOf(index: number): Paper {
  return {
    id: idOf(index),
    version: 1,
    title: `Paper ${index}`,
    titleChinese: null,
    authors: [],
    published: null,
    categories: ['cs.CV'],
    abstract: '',
    // Files of some generators have rows without an analysis.
    analysis: index % 5 === 4 ? null : { markdown: `这篇论文提出方法 ${index}。`, basis: 'abstract', sections: [] },
    failure: null,
    keyFindings: [],
    links: [],
    extra: {},
    saved: null,
  };
}

function reportOf(count: number, date = DAY, first = 0): Report {
  const papers = Array.from({ length: count }, (_, index) => paperOf(first + index));
  return { kind: 'report', date, title: '一天', summary: null, papers, layout: null };
}

/** All but what is only to be looked at again for a search, however often. */
const allRows = async () => {
  const tables = db.tables.filter(({ name }) => name !== 'searchQueue');
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
};

let isHeld = false;

beforeEach(async () => {
  isHeld = false;
  vi.stubGlobal('navigator', {
    locks: {
      request: async (_: string, ...rest: [...unknown[], (lock: unknown) => Promise<unknown>]) => {
        const work = rest.at(-1) as (lock: unknown) => Promise<unknown>; // as: the last is the work
        return work(isHeld ? null : {});
      },
    },
  });
  await db.delete();
  await db.open();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function full(): never {
  throw new DOMException('The disk is full', 'QuotaExceededError');
}

/** Lets puts into a store fail after so many of them, as a full disk does. */
function failAfter(puts: number, table: string, alsoDeletes: boolean): void {
  let left = puts;
  const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function limited(this: IDBObjectStore, ...row) {
    if (this.name === table) left -= 1;
    return left < 0 ? full() : put.apply(this, row);
  });
  if (alsoDeletes) vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(full);
}

/** A library in which the long day's papers are known in every way. */
async function fillBefore(): Promise<void> {
  await takeReport(reportOf(3, '2026-06-18'), { now: 1 });
  await takeReport(reportOf(3, '2026-06-20', 610), { now: 1 });
  await setSaved(idOf(5), true, 2);
  await markSeen(idOf(6), 2);
  await setDismissed(idOf(7), true, Date.parse('2026-06-17T14:00+08:00'));
}

/** What comes of a day of so many papers after others, of the first so many of them. */
async function readDay(count: number, most: number) {
  await db.delete();
  await db.open();
  await fillBefore();
  await takeReport(reportOf(count), { now: 3 });
  const { reports, edits, ...rows } = await allRows();
  const inDay = (row: { paperId?: string; id?: string }) => (row.paperId ?? row.id ?? '') < idOf(most);
  return {
    ...Object.fromEntries(Object.entries(rows).map(([name, all]) => [name, all.filter(inDay)])),
    entries: reports?.map(({ entries }) => entries.filter(inDay)),
    reportTexts: [],
    // When they were noted differs.
    edits: edits?.map(({ key, value }) => [key, value]),
  };
}

describe('a long report', () => {
  test('comes to the same as one that is written at once', async () => {
    expect(await readDay(LONG, 400)).toEqual(await readDay(500, 400));
    const report = await readReport(`${DAY}|一天`);
    expect(report?.entries[1]?.seenOn).toBe('2026-06-18');
    expect(report?.entries[7]?.seenOn).toBe('2026-06-17');
  });

  test('marks the papers that later reports have', async () => {
    await fillBefore();
    await setDismissed(idOf(611), true, Date.parse('2026-06-18T14:00+08:00'));
    expect(await takeReport(reportOf(LONG), { now: 3 })).toMatchObject({ added: LONG - 7, merged: 7 });
    const later = await readReport('2026-06-20|一天');
    expect(later?.entries.map(({ seenOn }) => seenOn)).toEqual([DAY, '2026-06-18', DAY]);
  });

  test('keeps guides locked for a piece of it at most', async () => {
    const puts = new Map<IDBTransaction, number>();
    const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function counted(this: IDBObjectStore, ...row) {
      const { transaction } = this;
      if (transaction.objectStoreNames.contains('guides')) puts.set(transaction, (puts.get(transaction) ?? 0) + 1);
      return put.apply(this, row);
    });
    await takeReport(reportOf(LONG), { now: 3 });
    expect(puts.size).toBe(7);
    expect(Math.max(...puts.values())).toBeLessThanOrEqual(400); // of papers, analyses, guides and appearances
  });

  test('is known when it comes again', async () => {
    await takeReport(reportOf(LONG), { now: 3 });
    const before = await allRows();
    expect(await takeReport(reportOf(LONG), { now: 4 })).toMatchObject({ added: 0, merged: 0 });
    expect(await allRows()).toEqual(before);
  });

  test.each([
    ['papers', 350],
    ['guides', 250],
    ['appearances', 610],
    ['reports', 0],
  ] as const)('leaves nothing when the disk is full while %s are written', async (table, puts) => {
    await fillBefore();
    const before = await allRows();
    failAfter(puts, table, false);
    await expect(takeReport(reportOf(LONG), { now: 3 })).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    // Whoever dies behind the last write leaves it to the next start.
    await dropUnfinished();
    expect(await allRows()).toEqual(before);
  });

  test('is no report while it is unfinished, and is taken out at the next start', async () => {
    await fillBefore();
    const before = await allRows();
    failAfter(250, 'guides', true);
    await expect(takeReport(reportOf(LONG), { now: 3 })).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    expect(await db.papers.count()).toBeGreaterThan(200);
    expect(await readReport(`${DAY}|一天`)).toBeNull();
    await dropUnfinished();
    expect(await allRows()).toEqual(before);
  });

  test('is left alone while it is being written', async () => {
    failAfter(250, 'guides', true);
    await expect(takeReport(reportOf(LONG), { now: 3 })).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    const before = await allRows();
    isHeld = true;
    await dropUnfinished();
    expect(await allRows()).toEqual(before);
  });

  test('leaves nothing of another copy that was never finished', async () => {
    failAfter(250, 'guides', true);
    await expect(takeReport(reportOf(LONG), { now: 3 })).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    await takeReport(reportOf(LONG, DAY, 100), { now: 3 });
    const rows = await allRows();
    await db.delete();
    await db.open();
    await takeReport(reportOf(LONG, DAY, 100), { now: 3 });
    expect(await allRows()).toEqual(rows);
  });

  test('has nothing to take out in a library without one', async () => {
    await fillBefore();
    const before = await allRows();
    await dropUnfinished();
    expect(await allRows()).toEqual(before);
  });
});
