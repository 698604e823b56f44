import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, type ChromiumOptions, openChromium } from '@/scripts/browser/chromium';
import { readPanel } from '@/scripts/browser/daodu';
import { dayFileOf, lastDays } from '../feed-days';
import { FeedServer } from '../feed-server';
import { allowHosts } from './allow';
import { absUrl, CHROME_BUILD } from './arxiv';
import { previewFeed, settle, subscribe } from './feeds-page';
import { type Rows, rowsOf } from './killing';
import { readSamplePapers, replicaSite } from './sample';

const papers = readSamplePapers();
const dayUrl = (date: string) => `https://feeds.example.org/${date}.jsonl`;
const DAYS = lastDays(4);
const [today = '', ...past] = DAYS;
/** Room for notes, and for no day as long as `longDay`. */
const ROOM_BYTES = 3_000_000;
const SAID = '磁盘空间不够，这次没有写入任何内容，已有的论文库没有受影响。请腾出一些空间再试。';
const PATIENCE = { timeout: 60_000, interval: 100 };

/** A day file of some megabytes. */
function longDay(): string {
  const [line = ''] = dayFileOf(papers).split('\n');
  const row = JSON.parse(line) as object; // as: made by us
  return Array.from({ length: 400 }, (_, index) =>
    JSON.stringify({
      ...row,
      id: `2611.1${String(index).padStart(4, '0')}`,
      summary: 'Rooms are dark. '.repeat(300),
    }),
  ).join('\n');
}

const TABLES = ['papers', 'analyses', 'guides', 'reports', 'reportTexts', 'feedDays'] as const;
const readLibrary = (page: Page) =>
  Promise.all(TABLES.map((table) => page.evaluate<Rows[typeof table]>(rowsOf(table))));

const readDates = async (page: Page) =>
  (await page.evaluate<Rows['reports']>(rowsOf('reports'))).map(({ date }) => date);

describe('a library that is full while a feed’s days come in', () => {
  let folder: string;
  let server: FeedServer;
  let options: ChromiumOptions;
  let chromium: Chromium;
  let page: Page;
  let cdp: CDPSession;
  let place: string;
  let before: Awaited<ReturnType<typeof readLibrary>>;
  const origin = () => chromium.pageUrl('').slice(0, -1);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-full-'));
    const limited = join(folder, 'limited');
    cpSync(CHROME_BUILD, limited, { recursive: true });
    const manifest = readFileSync(join(limited, 'manifest.json'), 'utf8');
    // With its own manifest the extension may fill the whole disk, which no test should.
    writeFileSync(join(limited, 'manifest.json'), manifest.replace(',"unlimitedStorage"', ''));
    server = await FeedServer.start(replicaSite(papers));
    server.put(dayUrl(today), { body: dayFileOf(papers) });
    options = { extension: limited, server: server.loopback, profile: join(folder, 'profile') };
    chromium = await openChromium(options);
  });
  afterAll(async () => {
    await Promise.all([chromium.close(), server.close()]);
    rmSync(folder, { recursive: true });
  });

  test('has room for the first', async () => {
    await allowHosts(chromium, 'https://feeds.example.org/*');
    page = await previewFeed(chromium, 'https://feeds.example.org/{date}.jsonl', '满');
    await subscribe(page);
    await settle(page);
    place = await page.evaluate(() => location.hash);
    const usage = await page.evaluate<number>('navigator.storage.estimate().then(({ usage }) => usage)');
    await chromium.close();

    for (const date of past) server.put(dayUrl(date), { body: longDay() });
    // What Chromium knows of the quota holds for half a minute, so that it is set before anything is written.
    chromium = await openChromium(options);
    const [blank = await chromium.context.newPage()] = chromium.context.pages();
    cdp = await chromium.context.newCDPSession(blank);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: origin(), quotaSize: usage + ROOM_BYTES });
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl(`library.html${place}`));
    await page.getByRole('button', { name: '立即检查' }).waitFor();
    before = await readLibrary(page);
    expect(await readDates(page)).toEqual([today]);
  });

  test('is told of in words, on the page and in the popup, and nothing is half there', async () => {
    await page.getByLabel('天数').fill('4');
    await page.getByRole('button', { name: '补取最近 4 天' }).click();
    await page.getByText(SAID).first().waitFor();
    expect(await readLibrary(page)).toEqual(before);
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    await popup.getByText('磁盘空间不够，新的内容没有写入').waitFor();
    await popup.close();
  });

  test('can be read and exported all the same', async () => {
    const visit = await chromium.context.newPage();
    await visit.goto(absUrl(papers[0].id));
    expect(await readPanel(visit)).toMatchObject({ state: 'analysis' });
    await visit.close();
    await page.goto(chromium.pageUrl('library.html#/import'));
    const [backup] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '备份整个论文库' }).click(),
    ]);
    expect(readFileSync(await backup.path(), 'utf8')).toContain(papers[0].id);
  });

  test('lets the feed go on by itself once there is room again', async () => {
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: origin() });
    await page.goto(chromium.pageUrl(`library.html${place}`));
    await expect.poll(() => readDates(page), PATIENCE).toEqual(DAYS.toReversed());
    await settle(page);
    expect(await page.getByText('磁盘空间不够').count()).toBe(0);
  });
});
