import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { hasShared } from '../shared';
import { absUrl, arxivSite, CHROME_BUILD, REPORT } from './arxiv';
import { findViolations } from './axe';
import { openPaper } from './panel';

describe.runIf(hasShared)('axe finds no violation', () => {
  let chromium: Chromium;
  let bare: Chromium;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: arxivSite() });
    bare = await openChromium({ extension: null, site: arxivSite() });
    await importFiles(chromium, REPORT);
  });
  afterAll(() => Promise.all([chromium.close(), bare.close()]));

  test.each([
    ['2512.23705', ['一行', '要点', '全文']],
    ['1607.08199', ['英文提纲']],
  ])('that the page of %s does not have without the panel', async (id, buttons) => {
    const plain = await bare.context.newPage();
    await plain.goto(absUrl(id));
    const known = await findViolations(plain);
    const { page, panel } = await openPaper(chromium, absUrl(id));
    expect((await findViolations(page)).filter((line) => !known.includes(line))).toEqual([]);
    for (const name of buttons) {
      const button = panel.getByRole('button', { name, exact: true });
      if (await button.isVisible()) await button.click();
      expect((await findViolations(page)).filter((line) => !known.includes(line))).toEqual([]);
    }
    // The same where the page is dark, as a dark-mode extension makes it.
    await page.addStyleTag({
      content:
        'html, body { background: #14171a !important } body * { color: #d8d6d0; background: #14171a !important }',
    });
    const dark = (await findViolations(page)).filter((line) => line.includes('daodu-panel'));
    expect(dark).toEqual([]);
    await plain.close();
    await page.close();
  });

  test.each(['popup.html', 'library.html', 'welcome.html', 'options.html'])('on %s, light or dark', async (path) => {
    const page = await chromium.context.newPage();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(chromium.pageUrl(path));
      await page.waitForFunction(() => document.body.innerText.trim() !== '');
      expect(await findViolations(page)).toEqual([]);
    }
    await page.close();
  });

  test('on the form of a model, open and with mistakes, light or dark', async () => {
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('options.html?paper=2512.23705#models'));
    await page.getByText('需境外网络').click();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'DeepSeek', exact: true }).click();
    await page.getByLabel('地址', { exact: true }).fill('http://192.168.1.2/v1');
    await page.getByText('高级', { exact: true }).click();
    await page.getByText('自带的术语').click();
    await page.getByLabel('术语表').fill('没有等号');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page)).toEqual([]);
    }
    await page.close();
  });
});
