import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles, panelText } from '@/scripts/browser/daodu';
import { hasShared } from '../shared';
import { absUrl, arxivSite, CHROME_BUILD, REPORT, REPORT_IDS } from './arxiv';
import { openPaper, settledPanel } from './panel';

describe.runIf(hasShared)('the popup', () => {
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: arxivSite() });
    await importFiles(chromium, REPORT);
  });
  afterAll(() => chromium.close());

  /** The popup's page at its own size, as if it were opened over a tab with this address and title. */
  async function openPopup(over: { url: string; title: string } | null = null): Promise<Page> {
    const page = await chromium.context.newPage();
    await page.setViewportSize({ width: 420, height: 600 });
    // A headless browser has no toolbar: opened in a tab, the popup would see itself as the current tab.
    await page.addInitScript(
      `if (globalThis.chrome?.tabs) chrome.tabs.query = async () => ${JSON.stringify(over ? [over] : [])}`,
    );
    await page.goto(chromium.pageUrl('popup.html'));
    await page.getByRole('list', { name: '论文' }).waitFor();
    return page;
  }

  test('lists the ten papers of the day in their order, gist first', async () => {
    const page = await openPopup();
    const links = page.locator('ul[aria-label=论文] > li > a:first-of-type');
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual(REPORT_IDS.map(absUrl));
    for (const gist of await links.allInnerTexts()) expect(gist).toMatch(/\p{Script=Han}{6}/u);
    expect(await page.locator('body').innerText()).toContain('12 月 30 日');
    await page.close();
  });

  test('waits for two files of its own, the first a small one, and gets the library’s code behind the list', async () => {
    const html = readFileSync(join(CHROME_BUILD, 'popup.html'), 'utf8');
    expect(html.match(/<(?:script|link)[^>]*>/g)).toEqual([
      '<script src="/popup-first.js">',
      '<script src="/popup-view.js" defer>',
    ]);
    expect(statSync(join(CHROME_BUILD, 'popup-first.js')).size).toBeLessThan(6_000);
    const late = /<meta name="late-module" content="([^"]+)">/.exec(html)?.[1] ?? '';
    const page = await chromium.context.newPage();
    const arrived = page.waitForRequest((request) => request.url().endsWith(late));
    await page.goto(chromium.pageUrl('popup.html'));
    await arrived;
    expect(await page.locator('[data-paper]').count()).toBe(10);
    await page.close();
  });

  test('has at least six papers in the first view', async () => {
    const page = await openPopup();
    // The line below the list comes last, and takes room of it.
    await page.getByText('选好关注的分类').waitFor();
    const wholeRows = () =>
      page.evaluate(() => {
        const edge = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;
        const rows = [...document.querySelectorAll('ul[aria-label=论文] > li')];
        return rows.filter((row) => row.getBoundingClientRect().bottom <= edge).length;
      });
    expect(await wholeRows()).toBeGreaterThanOrEqual(6);
    // What it says of a day that is to be made has two lines of text.
    await page
      .locator('.dock .line')
      .evaluate((line: HTMLElement) => Object.assign(line.style, { boxSizing: 'content-box', height: '3em' }));
    expect(await wholeRows()).toBeGreaterThanOrEqual(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
    await page.close();
  });

  test.each([
    ['an abstract page', absUrl('2512.23705')],
    ['a PDF', 'https://arxiv.org/pdf/2512.23705v1'],
    ["another site's page of it", 'https://www.alphaxiv.org/abs/2512.23705'],
  ])('shows the paper of %s first', async (_, url) => {
    const page = await openPopup({ url, title: 'Diffusion Knows Transparency' });
    await page.getByText('本页', { exact: true }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text.indexOf('本页')).toBeLessThan(text.indexOf('今日概览'));
    await page.close();
  });

  test('shows no paper of this page where there is none', async () => {
    const page = await openPopup({ url: 'https://example.org/', title: 'Example' });
    expect(await page.getByText('本页', { exact: true }).count()).toBe(0);
    await page.close();
  });

  test('saves a paper, and its page knows', async () => {
    const page = await openPopup();
    const row = page.locator('ul[aria-label=论文] > li').nth(3);
    await row.getByRole('button', { name: '收藏' }).click();
    await row.locator('button[aria-pressed=true]').waitFor();
    const { page: paper, panel } = await openPaper(chromium, absUrl(REPORT_IDS[3] ?? ''));
    expect(await panel.locator('button[aria-pressed]').getAttribute('aria-pressed')).toBe('true');
    await Promise.all([page.close(), paper.close()]);
  });

  test('speaks English once that is chosen, and so does the panel', async () => {
    const options = await chromium.context.newPage();
    await options.goto(chromium.pageUrl('options.html'));
    await options.getByRole('group', { name: '界面语言' }).getByLabel('English').click();
    await options.getByText('Saved', { exact: true }).waitFor();
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    await popup.getByRole('list', { name: 'Papers' }).waitFor();
    const page = await chromium.context.newPage();
    await page.goto(absUrl('1607.08199'));
    const panel = await settledPanel(page, 'Guide');
    expect(await panelText(panel)).toContain('No Chinese analysis yet');
    await Promise.all([options.close(), popup.close(), page.close()]);
  });
});
