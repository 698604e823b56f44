import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { importAll } from '@/storage/bulk-import';
import { db } from '@/storage/db';
import type { ImportSource } from '@/storage/import-sources';
import { RenderAhead, renderSources, type RenderSource } from '@/storage/render-ahead';
import { countLibrary } from '@/storage/papers';
import { dayFiles, dayReport } from '../day-reports';
import { zipOf } from '../zips';

beforeEach(async () => {
  await db.delete();
  await db.open();
});

type Files = Record<string, string>;

const toGiven = (files: Files) => [{ name: 'days.zip', inFolder: false, file: new Blob([zipOf(files)]) }];

/** Imports, with what is to render elsewhere if anything; tells what was told of each file. */
async function importFiles(files: Files, renderElsewhere?: RenderSource, stopAfter = Number.POSITIVE_INFINITY) {
  const told: string[] = [];
  const shares: number[] = [];
  const stopping = new AbortController();
  const end = await importAll(toGiven(files), {
    now: 1,
    signal: stopping.signal,
    ...(renderElsewhere && { renderElsewhere }),
    onFound: () => undefined,
    onBegin: () => undefined,
    onShare: (share) => shares.push(share),
    onEnd(name, outcome) {
      const result = outcome instanceof AppError ? outcome.code : `${outcome.added}/${outcome.merged} ${outcome.date}`;
      told.push(`${name}: ${result}, ${outcome instanceof AppError ? 0 : outcome.skipped.length} skipped`);
      if (told.length >= stopAfter) stopping.abort();
    },
  });
  return { told, shares, ...end };
}

/** Renders as another worker does: what it gives has crossed to this one. */
async function elsewhere(files: Files): Promise<RenderSource> {
  const render = await renderSources(toGiven(files), 1);
  return async (...source) => structuredClone(await render(...source));
}

const allRows = () => Promise.all(db.tables.map((table) => table.toArray()));

async function empty() {
  await db.delete();
  await db.open();
}

const PAPERS = JSON.stringify([{ title: 'One' }]);
const FILES: Files = {
  ...dayFiles(20, 2),
  '2025-01-02-again.md': dayReport(1, 3),
  '2025-01-03-bad.md': '# nothing of ours',
  '2025-01-04.bib': '@article{a, title={A}, eprint={2401.00001}, archiveprefix={arXiv}}',
  '2025-01-05.json': PAPERS,
};

describe('an import that is rendered elsewhere', () => {
  test('tells and leaves what one does that renders by itself', async () => {
    const own = await importFiles(FILES);
    const rows = await allRows();
    await empty();
    const other = await importFiles(FILES, await elsewhere(FILES));
    expect(other.told).toEqual(own.told);
    expect(own.told).toHaveLength(24);
    expect(other.left).toBe(0);
    const after = await allRows();
    const differing = db.tables.filter((_, index) => !isDeepStrictEqual(after[index], rows[index]));
    expect(differing.map(({ name }) => name)).toEqual(['edits']); // by the clock, what the list saved
  });

  test('changes nothing when all of it comes again', async () => {
    const files = dayFiles(20, 2);
    await importFiles(files, await elsewhere(files));
    const rows = await allRows();
    const { told } = await importFiles(files, await elsewhere(files));
    expect(told.filter((line) => line.includes(': 0/0 '))).toHaveLength(20);
    expect(await allRows()).toEqual(rows);
  });

  test('writes a copy over what came after it was looked up', async () => {
    const [copy, other] = [{ '2025-01-01.md': dayReport(0, 2) }, { '2025-01-01.md': dayReport(0, 3) }];
    await importFiles(copy);
    const render = await elsewhere(copy);
    const known = await render(0, 'days.zip › 2025-01-01.md', () => undefined);
    expect(known?.batch).toBeNull();
    await importFiles(other);
    const { told } = await importFiles(copy, () => Promise.resolve(known));
    expect(told).toHaveLength(1);
    expect((await db.reports.toArray())[0]?.entries).toHaveLength(2);
  });

  test.each<[string, RenderSource]>([
    ['gives nothing', () => Promise.resolve(null)],
    ['has found other files', async (...source) => (await elsewhere({ 'other.md': dayReport(9, 1) }))(...source)],
  ])('does it by itself where the other one %s', async (_, render) => {
    const files = dayFiles(5, 2);
    const { told } = await importFiles(files, render);
    expect(told.filter((line) => line.includes(': 2/0 '))).toHaveLength(5);
    expect(await countLibrary()).toMatchObject({ papers: 10, reports: 5 });
  });

  test('stops when told to, with what is written whole', async () => {
    const files = dayFiles(60, 1);
    const { told, halted, left } = await importFiles(files, await elsewhere(files), 1);
    expect(halted).toBe(true);
    expect(told.length + left).toBe(60);
    expect(await countLibrary()).toMatchObject({ papers: told.length, reports: told.length });
  });

  test('hears how much of a long report is done', async () => {
    const files = { '2025-01-01.md': dayReport(0, 4) };
    const { shares } = await importFiles(files, await elsewhere(files));
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });
});

const sourceOf = (name: string, bytes: number): ImportSource => ({
  name,
  bytes,
  open: () => Promise.reject(new Error('is opened elsewhere')),
});

/** Takes files of these sizes, and tells how many were asked for at each. */
async function takeAll(sizes: number[]) {
  const asked: string[] = [];
  const sources = sizes.map((bytes, place) => sourceOf(`${place}`, bytes));
  const ahead = new RenderAhead(sources, (place, name) => {
    asked.push(`${place}${name}`);
    return Promise.resolve(null);
  });
  const seen: number[] = [];
  for (const source of sources) {
    const taken = ahead.take(source, () => undefined);
    seen.push(asked.length);
    expect(await taken).toBeNull();
  }
  expect(asked).toEqual(sizes.map((_, place) => `${place}${place}`));
  return seen;
}

describe('RenderAhead', () => {
  test('asks for files before they are wanted, in their order and once', async () => {
    expect(await takeAll([1, 1, 1])).toEqual([3, 3, 3]);
  });

  test('asks for no more than a megabyte, or for one file', async () => {
    expect(await takeAll([400_000, 400_000, 400_000, 5_000_000, 2_000_000, 1])).toEqual([2, 3, 3, 4, 5, 6]);
  });
});
