import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { ZoteroServer } from '../zotero-server';
import { allowHosts } from './allow';
import { absUrl, CHROME_BUILD, SAMPLE } from './arxiv';
import { findViolations } from './axe';
import { readSamplePapers, replicaSite } from './sample';

/** Where Zotero itself listens. */
const PORT = 23119;

const tagField = (page: Page) => page.getByRole('combobox', { name: '加标签' });

describe('the popup over a paper', () => {
  let chromium: Chromium;
  let zotero: ZoteroServer;
  const papers = readSamplePapers();
  const [paper, other] = papers;

  beforeAll(async () => {
    [chromium, zotero] = await Promise.all([
      openChromium({ extension: CHROME_BUILD, site: replicaSite(papers) }),
      ZoteroServer.start(PORT),
    ]);
    await importFiles(chromium, SAMPLE);
  });
  afterAll(() => Promise.all([chromium.close(), zotero.close()]));

  /** The popup as if over a paper's page. `script` stands for what the browser would do there. */
  async function openPopup(id: string, script = ''): Promise<Page> {
    const page = await chromium.context.newPage();
    await page.setViewportSize({ width: 420, height: 600 });
    const tab = { url: absUrl(id), title: 'A Paper', active: true };
    await page.addInitScript(
      `if (globalThis.chrome?.tabs) { chrome.tabs.query = async () => ${JSON.stringify([tab])}; ${script} }`,
    );
    await page.goto(chromium.pageUrl('popup.html'));
    await page.getByLabel('阅读状态').waitFor();
    return page;
  }

  test('keeps tags, status and note of it, and completes a tag that another paper has', async () => {
    const first = await openPopup(other.id);
    await tagField(first).fill('扩散模型');
    await first.keyboard.press('Enter');
    await first.getByRole('button', { name: '去掉标签 扩散模型' }).waitFor();
    await first.close();

    const page = await openPopup(paper.id);
    await tagField(page).pressSequentially('扩');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '去掉标签 扩散模型' }).waitFor();
    await page.locator('.here .star[aria-pressed=true]').waitFor();
    await page.getByLabel('阅读状态').selectOption('reading');
    await page.getByRole('button', { name: '写笔记' }).click();
    await page.locator('textarea:focus').waitFor();
    // Typed and gone, as when a reader clicks beside the popup.
    await page.keyboard.type('**先读**第三节');
    await page.close();

    const again = await openPopup(paper.id);
    await again.getByRole('button', { name: '笔记：先读第三节' }).click();
    expect(await again.getByLabel('笔记', { exact: true }).inputValue()).toBe('**先读**第三节');
    expect(await again.getByLabel('阅读状态').inputValue()).toBe('reading');
    expect(await again.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
    expect(await findViolations(again)).toEqual([]);
    await again.close();
  });

  test.each([
    ['no tag', 2, []],
    ['one tag', 3, ['扩散模型']],
    ['eight long tags', 4, Array.from({ length: 8 }, (_, index) => `第 ${index + 1} 个相当长的标签 with words`)],
    ['a tag longer than the popup', 5, ['很'.repeat(60)]],
  ])('moves nothing when its tools come, with %s', async (_, at, tags) => {
    const id = papers[at]?.id ?? '';
    const writer = await openPopup(id);
    const takes = writer.getByRole('button', { name: /^去掉标签/ });
    for (const [index, tag] of tags.entries()) {
      await tagField(writer).fill(tag);
      await writer.keyboard.press('Enter');
      await expect.poll(() => takes.count()).toBe(index + 1);
    }
    await writer.close();

    const page = await openPopup(
      id,
      `globalThis.shifts = [];
       new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
         .observe({ type: 'layout-shift', buffered: true });`,
    );
    expect(await page.getByRole('button', { name: /^去掉标签/ }).count()).toBe(tags.length);
    // A shift is told with the frame that it is seen in.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    expect(await page.evaluate('shifts')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
    await page.close();
  });

  test('sends it to Zotero once that is allowed, though the browser’s question has closed the popup', async () => {
    // Headless, nobody answers the browser's question, so here it is not even put.
    const page = await openPopup(paper.id, 'chrome.permissions.request = () => new Promise(() => {});');
    await page.getByRole('button', { name: '发送到 Zotero' }).click();
    await page.getByText('弹窗关上也没关系').waitFor();
    await page.close();
    expect(zotero.requests).toEqual([]);
    await allowHosts(chromium, 'http://127.0.0.1/*');
    // The question again, which is answered with yes now: the browser tells the background as it would of the popup's.
    const asking = await chromium.context.newPage();
    await asking.goto(chromium.pageUrl('options.html'));
    expect(await asking.evaluate("chrome.permissions.request({ origins: ['http://127.0.0.1/*'] })")).toBe(true);
    await asking.close();
    await expect.poll(() => zotero.items.length).toBe(1);
    expect(zotero.items).toMatchObject([{ title: paper.title, tags: [{ tag: '扩散模型' }] }]);

    const again = await openPopup(paper.id);
    await again.getByText('已发送 1 篇到 Zotero 的“我的文库”。').waitFor();
    await again.getByRole('button', { name: '已在 Zotero' }).click();
    await again.getByText('再发一次，Zotero 里会多出一份').waitFor();
    await again.getByRole('button', { name: '取消' }).click();
    await again.close();
    expect(zotero.items).toHaveLength(1);
  });

  test('says plainly that Zotero does not run, and sends when it does', async () => {
    await zotero.close();
    const page = await openPopup(other.id);
    await page.getByRole('button', { name: '发送到 Zotero' }).click();
    await page.getByText('没有连上 Zotero').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 RIS 文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.ris$/);
    zotero = await ZoteroServer.start(PORT);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByText('已发送 1 篇').waitFor();
    expect(zotero.items.map(({ title }) => title)).toEqual([other.title]);
    await page.close();
  });
});
