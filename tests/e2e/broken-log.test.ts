import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { CHROME_BUILD, SAMPLE } from './arxiv';
import { findBrowser, tellStart } from './killing';

const profile = mkdtempSync(join(tmpdir(), 'daodu-log-'));
let chromium: Chromium;
afterAll(async () => {
  await chromium.close();
  rmSync(profile, { recursive: true, force: true });
});

const open = () => openChromium({ extension: CHROME_BUILD, profile });

async function kill(): Promise<void> {
  const gone = chromium.context.waitForEvent('close');
  process.kill(findBrowser(profile), 'SIGKILL');
  await gone;
}

/** The logs of the extension's databases, by their paths. */
function findLogs(): string[] {
  const databases = join(profile, 'Default', 'IndexedDB');
  return readdirSync(databases)
    .filter((name) => name.startsWith('chrome-extension_') && name.endsWith('.leveldb'))
    .flatMap((name) => readdirSync(join(databases, name)).map((file) => join(databases, name, file)))
    .filter((path) => path.endsWith('.log') && statSync(path).size > 0);
}

async function openList(hash: string): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl(`library.html${hash}`));
  await page.locator('.item:not(.waiting)').first().waitFor();
  return page;
}

async function save(id: string): Promise<void> {
  const page = await openList('#/all');
  await page.locator(`.item[data-id="${id}"] .star`).click();
  await page.locator('.said-bar').filter({ hasText: '已收藏 1 篇' }).waitFor();
}

test('what is saved after the browser died in the middle of a write is there the next time', async () => {
  chromium = await open();
  await importFiles(chromium, SAMPLE);
  const list = await openList('#/all');
  const [first = '', second = ''] = await list
    .locator('.item')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id') ?? ''));
  await save(first);
  await kill();

  // The head of a record of 112 bytes, which did not come any more.
  const torn = findLogs();
  expect(torn).toHaveLength(1);
  for (const log of torn) appendFileSync(log, Buffer.from([1, 2, 3, 4, 112, 0, 1]));
  chromium = await open();
  await tellStart(chromium);
  await expect.poll(() => findLogs().filter((log) => torn.includes(log)), { timeout: 20_000 }).toEqual([]);
  await save(second);
  await kill();

  chromium = await open();
  const page = await openList('#/');
  const ids = await page.locator('.item').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
  expect(ids).toHaveLength(2);
  expect(new Set(ids)).toEqual(new Set([first, second]));
});
