import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFirefox, type Firefox } from '@/scripts/browser/firefox';
import { dayFiles } from '../day-reports';
import { listingHtml } from '../list-pages';
import { hasShared } from '../shared';
import { zipOf } from '../zips';
import { absUrl, arxivSite, FIREFOX_BUILD, REPORT, SAMPLE } from './arxiv';
import { readSamplePapers, replicaSite } from './sample';

/** What the panel of a page shows, once it has settled. */
async function readPanel(page: Page): Promise<{ state: string | null; text: string }> {
  await page.waitForSelector('daodu-panel:not([data-state=loading])');
  return page.$eval('daodu-panel', (host) => ({
    state: host.getAttribute('data-state'),
    text: [...(host.shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join('\n'), // our own
  }));
}

const LIST = 'https://arxiv.org/list/cs.CV/new';
/** A paper of which the library knows nothing. */
const unknown = {
  id: '2512.30000',
  title: 'An Unknown Paper',
  authors: ['Ann Lee'],
  categories: ['cs.CV'],
  abstract: 'x',
};

/** What the rows of a list say and how high they are, as soon as all of them are drawn. */
async function readRows(page: Page): Promise<{ text: string; height: number }[]> {
  await page.waitForSelector(':root[data-daodu-list]');
  return page.$$eval('daodu-row', (hosts) =>
    hosts.map((host) => ({
      text: host.shadowRoot?.querySelector<HTMLElement>('.row')?.innerText ?? '',
      height: host.closest('dd')?.getBoundingClientRect().height ?? 0,
    })),
  );
}

describe('in Firefox', () => {
  let firefox: Firefox;
  let library: Page;
  const [paper] = readSamplePapers();
  const [id, report] = hasShared ? ['2512.23705', REPORT] : [paper.id, SAMPLE];

  beforeAll(async () => {
    firefox = await openFirefox({
      extension: FIREFOX_BUILD,
      site: (hasShared ? arxivSite() : replicaSite()).addText(LIST, listingHtml([unknown, { ...paper, id }])),
      idleMilliseconds: 700,
    });
    // The welcome page opens by itself and leads to the library; nothing else may open an extension's page here.
    const page = await firefox.findPage('welcome.html');
    await page.evaluate(() => location.assign('library.html'));
    library = await firefox.findPage('library.html');
    const input = await library.waitForSelector('input[type=file]');
    await input?.uploadFile(report);
    await library.waitForSelector('[aria-label=各个文件的结果]');
  });
  afterAll(() => firefox.close());

  test('an archive is imported in the worker, and the page follows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daodu-firefox-'));
    const archive = join(folder, 'days.zip');
    writeFileSync(archive, zipOf({ ...dayFiles(3, 2), '2024-12-31.md': '# nothing of ours' }));
    const input = await library.waitForSelector('input[type=file]');
    await input?.uploadFile(archive);
    await library.waitForFunction(
      (said) => document.querySelector('.import-account')?.textContent === said,
      {},
      '导入完成：新增 6 篇 · 4 天中 3 天导入 · 1 个文件失败（认不出日报）。',
    );
    // Written in the worker, counted in the page.
    await library.waitForFunction(() => document.querySelector('.page.backup')?.textContent?.includes('、4 份日报'));
    rmSync(folder, { recursive: true, force: true });
  });

  test('a page of the report shows its own analysis', async () => {
    const page = await firefox.open(absUrl(id));
    const { state, text } = await readPanel(page);
    expect(state).toBe('analysis');
    expect(text).toMatch(/\p{Script=Han}{10}/u);
    expect(await page.$eval('daodu-panel', (host) => host.getAttribute('role'))).toBe('region');
    await page.close();
  });

  test('a list has rows, and keys to dismiss, restore and save by', async () => {
    const page = await firefox.open(LIST);
    const [first, second] = await readRows(page);
    expect(first?.text).toMatch(/收藏\s+不感兴趣/);
    expect(second?.text).toMatch(/\p{Script=Han}{10}/u);
    await page.keyboard.type('jx');
    await page.waitForSelector('dd[data-daodu=dismissed]');
    await page.reload({ waitUntil: 'domcontentloaded' });
    const [folded] = await readRows(page);
    expect(folded?.text).toContain('恢复');
    expect(folded?.text).toContain(unknown.title);
    expect(folded?.height).toBeLessThan(40);
    await page.keyboard.type('jxs');
    await page.waitForFunction(
      (host) => document.querySelector(host)?.shadowRoot?.textContent?.includes('已收藏'),
      {},
      'daodu-row',
    );
    expect(await page.$('[data-daodu=dismissed]')).toBeNull();
    await page.close();
  });

  test('so does the next one, for which the background has to wake again', async () => {
    await library.waitForFunction(
      '!browser.extension.getViews().some((view) => view.location.pathname.includes("background"))',
    );
    const page = await firefox.open(absUrl(id));
    expect((await readPanel(page)).state).toBe('analysis');
    await page.close();
  });

  test('the sidebar opens in a click, and follows the active tab', async () => {
    // The popup is out of reach here; its click does the same.
    await library.evaluate(
      `document.querySelector('.side h1').addEventListener('click', () => browser.sidebarAction.open(), { once: true })`,
    );
    await library.click('.side h1');
    const shows = (text: string) =>
      library.waitForFunction(
        `browser.extension.getViews({ type: 'sidebar' })[0]?.document.body.innerText.includes('${text}')`,
      );
    await shows('当前标签页不是论文页');
    const page = await firefox.open(absUrl(id));
    await shows(id);
    await page.close();
    await shows('当前标签页不是论文页');
  });
});
