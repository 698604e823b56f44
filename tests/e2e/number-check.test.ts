import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles, panelText } from '@/scripts/browser/daodu';
import { absUrl, CHROME_BUILD, SAMPLE } from './arxiv';
import { openPaper } from './panel';
import { readSamplePapers, replicaSite } from './sample';

const isFullText = (url: string) => url.includes('/html/');

describe('数字核对', () => {
  let chromium: Chromium;
  const papers = readSamplePapers();
  const paper = papers.find(({ analysis }) => /\d+(?:\.\d+)?%/.test(analysis?.markdown ?? '')) ?? papers[0];

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
    await importFiles(chromium, SAMPLE);
  });
  afterAll(() => chromium.close());

  test('compares an imported analysis with the abstract by itself, and with the full text on a click', async () => {
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    await panel.getByRole('button', { name: /全文/ }).click();
    expect(await panelText(panel)).toMatch(/数字 \d+ 个见于摘要，\d+ 个摘要中没有/);
    expect(await panelText(panel)).not.toContain('全文未找到');
    expect(await panel.locator('data[value=missing]').count()).toBe(0);
    expect(chromium.requests.filter(isFullText)).toEqual([]);

    await panel.getByRole('button', { name: '核对全文' }).click();
    await panel.getByText(/数字 \d+ 个见于全文，\d+ 个全文未找到/).waitFor();
    expect(await panel.locator('data[value=absent]').count()).toBe(0);
    expect(await panel.getByRole('button', { name: '核对全文' }).count()).toBe(0);
    await page.close();

    const again = await openPaper(chromium, absUrl(paper.id));
    await again.panel.getByText(/个见于全文/).waitFor();
    expect(chromium.requests.filter(isFullText)).toHaveLength(1);
    await again.page.close();
  });
});
