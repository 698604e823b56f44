import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { hasShared, sharedFile, sharedPath } from '../shared';
import { absUrl, arxivSite, CHROME_BUILD, sharedPages } from './arxiv';
import { expectState, openPaper, settledPanel } from './panel';

describe.runIf(hasShared)('a page', () => {
  let chromium: Chromium;
  const errors = hasShared ? sharedPages('error') : [];
  const others = hasShared ? sharedPages('abs').filter((page) => page.look === '2025' || page.afterMathJax) : [];
  const site = arxivSite(hasShared ? [...sharedPages('abs'), ...errors] : []);

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site });
  });
  afterAll(() => chromium.close());

  test.each(errors)('that says there is no such paper, $url, gets no panel', async ({ url }) => {
    const page = await chromium.context.newPage();
    await page.goto(url);
    // A page with a paper, opened afterwards and shown with its panel, tells that the first one had its time.
    const { page: other } = await openPaper(chromium, absUrl('2512.23705'));
    expect(await page.locator('daodu-panel').count()).toBe(0);
    await Promise.all([page.close(), other.close()]);
  });

  test('that a translator has changed still gets its panel, which the translator leaves alone', async () => {
    const changed = sharedFile('pages/abs/2512.23705.html').replace(
      /(<span class="descriptor">Abstract:<\/span>)([^<]+)/,
      '$1<font style="vertical-align: inherit"><font style="vertical-align: inherit">透明物体的译文。</font></font>$2',
    );
    site.addText(absUrl('2512.23705'), changed);
    const { page, panel } = await openPaper(chromium, absUrl('2512.23705'));
    expect(await panel.getAttribute('translate')).toBe('no');
    await page.close();
  });

  test.each(others)('of the other look, or after MathJax, gets its panel: $file', async ({ url, file }) => {
    site.addFile(url, sharedPath(`pages/${file}`));
    const { page, panel } = await openPaper(chromium, url);
    await expectState(panel, 'outline');
    expect((await panel.boundingBox())?.height).toBe(44);
    await page.close();
  });

  test('has one panel however often it is reloaded or returned to', async () => {
    const { page } = await openPaper(chromium, absUrl('2512.23705'));
    await page.reload();
    await settledPanel(page);
    await page.goto(absUrl('2512.23667'));
    await settledPanel(page);
    await page.goBack();
    await settledPanel(page);
    expect(await page.locator('daodu-panel').count()).toBe(1);
    await page.close();
  });
});
