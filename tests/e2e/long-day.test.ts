import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { CHROME_BUILD } from './arxiv';
import { findBrowser } from './killing';

const PAPERS = 3_000;
const DAY = '2026-12-01';
const folder = mkdtempSync(join(tmpdir(), 'daodu-long-day-'));
const file = join(folder, `${DAY}.jsonl`);

beforeAll(() => {
  const rows = Array.from({ length: PAPERS }, (_, index) => ({
    id: `2612.${10_000 + index}`,
    title: `Paper number ${index}`,
    authors: ['A. Author'],
    categories: ['cs.CV'],
    summary: 'We draw maps of the world from pictures.',
    AI: { tldr: `这篇论文提出了第 ${index} 种方法，用来在航拍图像里画出地图。` },
  }));
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openImport(chromium: Chromium): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('library.html#/import'));
  await page.getByRole('heading', { name: '导入与备份' }).waitFor();
  return page;
}

const give = (page: Page) => page.locator('.toolbar input[type=file]').setInputFiles(file);

const TABLES = ['papers', 'analyses', 'guides', 'reports', 'reportTexts'] as const;

/** How many rows each table has. Counted: to read them would take as long as to write them. */
function countRows(page: Page): Promise<number[]> {
  return page.evaluate(
    (tables) =>
      new Promise<number[]>((resolve) => {
        const opening = indexedDB.open('library');
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction(tables, 'readonly');
          const counts = tables.map((table) => transaction.objectStore(table).count());
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve(counts.map(({ result }) => result));
          });
        });
      }),
    [...TABLES],
  );
}

test('a day of thousands of papers is gone again when the browser was killed in the middle of it, and whole the next time', async () => {
  const profile = join(folder, 'profile');
  const first = await openChromium({ extension: CHROME_BUILD, profile });
  const page = await openImport(first);
  const browser = findBrowser(profile);
  await give(page);
  let counts: number[] = [];
  const countGuides = async () => {
    counts = await countRows(page);
    return counts[2];
  };
  await expect.poll(countGuides, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  expect(counts[3], 'the day was written before it was looked at').toBe(0);
  const closed = new Promise((resolve) => first.context.on('close', resolve));
  process.kill(browser, 'SIGKILL');
  await closed;

  const second = await openChromium({ extension: CHROME_BUILD, profile });
  try {
    const again = await openImport(second);
    await expect.poll(() => countRows(again), { timeout: 60_000 }).toEqual([0, 0, 0, 0, 0]);
    await give(again);
    await again
      .getByRole('status')
      .filter({ hasText: `新增 ${PAPERS} 篇` })
      .waitFor({ timeout: 120_000 });
    expect(await countRows(again)).toEqual([PAPERS, PAPERS, PAPERS, 1, 1]);
  } finally {
    await second.close();
  }
});
