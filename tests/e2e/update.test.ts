import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles, panelText } from '@/scripts/browser/daodu';
import { absUrl, CHROME_BUILD, SAMPLE } from './arxiv';
import { expectState, openPaper, settledPanel } from './panel';
import { readSamplePapers, replicaSite } from './sample';

describe('a page that was open while the extension was updated', () => {
  let chromium: Chromium;
  const [paper] = readSamplePapers();

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
    await importFiles(chromium, SAMPLE);
    // Without the developer mode Chromium switches an unpacked extension off when it is loaded again.
    const settings = await chromium.context.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
    await settings.close();
  });
  afterAll(() => chromium.close());

  test('keeps a panel to read, whose buttons say that the page wants reloading; reloaded, it is as before', async () => {
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    const before = await panelText(panel);
    const gist = before.split('\n').find((line) => line.length > 20) ?? '';

    const own = await chromium.context.newPage();
    await own.goto(chromium.pageUrl('popup.html'));
    const started = chromium.context.waitForEvent('serviceworker');
    await Promise.all([own.waitForEvent('close'), own.evaluate('chrome.runtime.reload()').catch(() => null)]);
    await started;

    await page.bringToFront();
    await panel.hover();
    await panel.getByText('请刷新本页').first().waitFor();
    expect(await panelText(panel)).toContain(gist);
    for (const button of await panel.getByRole('button').all()) {
      const off = (await button.isDisabled()) || (await button.getAttribute('aria-disabled')) === 'true';
      expect(off).toBe(true);
    }

    await page.reload();
    await expectState(await settledPanel(page), 'analysis');
    await page.close();
  });
});
