import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium, stopWorkers, type Chromium } from '@/scripts/browser/chromium';
import { samplePaper } from '../library-samples';
import { CHROME_BUILD } from './arxiv';

const PAPERS = 1_000;
const KILLS = 6;

interface State {
  nextDoc: number;
  alive: number;
}

/** Runs in a page of ours: puts papers into the library as no version of Daodu would, behind everybody's back. */
async function fill({ papers }: { papers: object[] }): Promise<void> {
  const library = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('library');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  await new Promise<void>((resolve) => {
    const writing = library.transaction('papers', 'readwrite');
    for (const paper of papers) writing.objectStore('papers').put(paper);
    writing.addEventListener('complete', () => resolve());
  });
  library.close();
}

/** Runs in a page of ours: how far the index has come. */
async function readState(): Promise<State> {
  const library = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('library');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const state = await new Promise<State | undefined>((resolve) => {
    const request: IDBRequest<State | undefined> = library
      .transaction('searchState')
      .objectStore('searchState')
      .get('index');
    request.addEventListener('success', () => resolve(request.result));
  });
  library.close();
  return state ?? { nextDoc: 0, alive: 0 };
}

let chromium: Chromium;
/** Reads the library; no script of it indexes. */
let own: Page;

beforeAll(async () => {
  chromium = await openChromium({ extension: CHROME_BUILD });
  own = await chromium.context.newPage();
  await own.goto(chromium.pageUrl('options.html'));
  await own.locator('main').first().waitFor();
  const papers = [...Array(PAPERS).keys()].map((index) =>
    samplePaper({
      id: `2512.${10_000 + index}`,
      title: `Maps of number${index} drawn from pictures`,
      titleChinese: '从图片画出的地图',
      abstract: Array.from({ length: 60 }, (_, word) => `word${(index * 7 + word * 13) % 900}`).join(' '),
    }),
  );
  await own.evaluate(fill, { papers });
});
afterAll(() => chromium.close());

/** Resolves as soon as numbers are given out beyond these: then a segment is being written. */
async function waitForWriting(beyond: number): Promise<State> {
  for (;;) {
    const state = await own.evaluate(readState);
    if (state.nextDoc > beyond || state.alive === PAPERS) return state;
  }
}

test('papers are found though whoever indexes them dies again and again', async () => {
  let dead = 0;
  let nextDoc = 0;
  while (dead < KILLS) {
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html#/all'));
    const state = await waitForWriting(nextDoc);
    ({ nextDoc } = state);
    await Promise.all([page.close(), stopWorkers(own)]);
    if (state.alive === PAPERS) break;
    dead += 1;
  }
  expect(dead).toBeGreaterThan(1);

  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('library.html#/all'));
  const box = page.getByRole('searchbox');
  await box.fill('地图 number7');
  // number7, number70 to number79, number700 to number799.
  await expect.poll(() => page.locator('body').textContent(), { timeout: 60_000 }).toContain('111');
  await expect.poll(() => page.getByText('正在编入索引').count(), { timeout: 60_000 }).toBe(0);
  await box.fill('number123');
  await page.locator('[data-id="2512.10123"] mark').first().waitFor();
  expect(await page.locator('.items [data-id]').count()).toBe(1);
  const { alive } = await own.evaluate(readState);
  expect(alive).toBe(PAPERS);
}, 120_000);
