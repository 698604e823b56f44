import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, stopWorkers, type Chromium } from '@/scripts/browser/chromium';
import { panelText } from '@/scripts/browser/daodu';
import { hasShared } from '../shared';
import { absUrl, arxivSite, CHROME_BUILD } from './arxiv';
import { expectState, openPaper, settledPanel } from './panel';

describe.runIf(hasShared)('the panel of a paper without an analysis', () => {
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: arxivSite() });
  });
  afterAll(() => chromium.close());

  test('is one line with what can be done', async () => {
    const { page, panel } = await openPaper(chromium, absUrl('1607.08199'));
    await expectState(panel, 'outline');
    expect((await panel.boundingBox())?.height).toBe(44);
    expect(await panelText(panel)).toContain('暂无中文解读');
    expect(await panel.getByRole('link', { name: 'Cool Papers' }).getAttribute('href')).toContain('1607.08199');
    expect(await panel.getByRole('link', { name: 'alphaXiv' }).getAttribute('href')).toContain('1607.08199');
    await page.close();
  });

  test('sorts the abstract by role on a click, and by itself from then on', async () => {
    const first = await openPaper(chromium, absUrl('2512.23705'));
    await first.panel.getByRole('button', { name: '英文提纲' }).click();
    await first.panel.getByText('背景', { exact: true }).waitFor();
    const text = await panelText(first.panel);
    for (const role of ['背景', '方法', '结果']) expect(text).toContain(role);
    // Every sentence of the abstract is there, as it stands.
    expect(text).toContain('A compact 1.3B version runs at ~0.17 s/frame.');
    expect(text).toContain('We build TransPhy3D, a synthetic video corpus of transparent/reflective scenes');
    expect(await first.panel.locator('mark').count()).toBeGreaterThan(1);
    await first.page.close();

    const second = await openPaper(chromium, absUrl('2512.23667'));
    await expectState(second.panel, 'outline');
    await second.panel.getByText('结果', { exact: true }).waitFor();
    await second.panel.getByRole('button', { name: '英文提纲' }).click();
    await second.page.close();
  });

  test('works when the worker has to be woken, and reads its weights from the package only', async () => {
    const page = await chromium.context.newPage();
    await page.goto(absUrl('2512.23649'));
    const panel = await settledPanel(page);
    await stopWorkers(page);
    const before = chromium.requests.length;
    await panel.getByRole('button', { name: '英文提纲' }).click();
    await panel.getByText('方法', { exact: true }).waitFor();
    expect(chromium.requests.slice(before)).toEqual([]);
    await panel.getByRole('button', { name: '英文提纲' }).click();
    await page.close();
  });

  test('marks a sentence in the page without changing the page', async () => {
    const { page, panel } = await openPaper(chromium, absUrl('2512.23705'));
    await panel.getByRole('button', { name: '英文提纲' }).click();
    const abstract = page.locator('blockquote.abstract');
    const before = await abstract.innerHTML();
    await panel.getByText('We build TransPhy3D').first().hover();
    await page.waitForFunction(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0));
    expect(await abstract.innerHTML()).toBe(before);
    await panel.getByRole('button', { name: '英文提纲' }).click();
    await page.close();
  });

  test('stands on withdrawn papers, old ids and asked-for versions', async () => {
    for (const id of ['0704.0615', 'hep-th/9901001v1', 'math/0202001', '1607.08199v2', '2004.05256']) {
      const { page, panel } = await openPaper(chromium, absUrl(id));
      await expectState(panel, 'outline');
      await page.close();
    }
  });
});
