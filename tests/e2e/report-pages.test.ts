import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, stopWorkers, type Chromium } from '@/scripts/browser/chromium';
import { importFiles, panelText } from '@/scripts/browser/daodu';
import { hasShared, sharedFile } from '../shared';
import { absUrl, arxivSite, CHROME_BUILD, REPORT, REPORT_IDS } from './arxiv';
import { expectState, openPaper, settledPanel } from './panel';

interface Expected {
  papers: { id: string; analysisSectionTitles: string[] }[];
}

describe.runIf(hasShared)('the pages of a report', () => {
  let chromium: Chromium;
  const expected = hasShared
    ? (JSON.parse(sharedFile(`reports/${REPORT.split('/').at(-1)}.expected.json`)) as Expected)
    : null; // written beside the report

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: arxivSite() });
    await importFiles(chromium, REPORT);
  });
  afterAll(() => chromium.close());

  test.each(REPORT_IDS)('%s shows its own analysis', async (id) => {
    const { page, panel } = await openPaper(chromium, absUrl(id));
    await expectState(panel, 'analysis');
    const brief = await panelText(panel);
    expect(brief).toMatch(/\p{Script=Han}{10}/u);
    expect(brief).toContain('2025-12-30');
    await panel.getByRole('button', { name: '全文', exact: true }).click();
    const full = await panelText(panel);
    const titles = expected?.papers.find((paper) => paper.id === id)?.analysisSectionTitles ?? [];
    // Headings are shown without number and colon; what is between must be there.
    for (const title of titles) expect(full).toContain(title.replace(/^\d+\.\s*/, '').replace(/[：:]$/, ''));
    await panel.getByRole('button', { name: '要点', exact: true }).click();
    await page.close();
  });

  test('show nothing of each other', async () => {
    const texts = new Set<string>();
    for (const id of REPORT_IDS) {
      const { page, panel } = await openPaper(chromium, absUrl(id));
      texts.add(await panelText(panel));
      await page.close();
    }
    expect(texts.size).toBe(REPORT_IDS.length);
  });

  test('show the analysis also after the worker was stopped', async () => {
    const page = await chromium.context.newPage();
    await stopWorkers(page);
    await page.goto(absUrl('2512.23705'));
    await expectState(await settledPanel(page), 'analysis');
    await page.close();
  });

  test('remember the height that was chosen', async () => {
    const first = await openPaper(chromium, absUrl('2512.23705'));
    await first.panel.getByRole('button', { name: '一行', exact: true }).click();
    await first.page.close();
    const second = await openPaper(chromium, absUrl('2512.23667'));
    expect((await second.panel.boundingBox())?.height).toBe(44);
    await second.panel.getByRole('button', { name: '要点', exact: true }).click();
    await second.page.close();
  });

  test('have the Chinese in the first screen, aligned with the abstract and no higher than 160 px', async () => {
    for (const id of REPORT_IDS) {
      const { page, panel } = await openPaper(chromium, absUrl(id));
      const box = await panel.boundingBox();
      const abstract = await page.locator('blockquote.abstract').evaluate((element) => {
        const [style, { left, right }] = [getComputedStyle(element), element.getBoundingClientRect()];
        return {
          left: left + Number.parseFloat(style.paddingLeft),
          right: right - Number.parseFloat(style.paddingRight),
        };
      });
      expect(box).not.toBeNull();
      if (!box) continue;
      expect(box.height).toBeLessThanOrEqual(160);
      // A long list of authors may stand before it; what matters is that the gist can be read without scrolling.
      expect(box.y + 60).toBeLessThanOrEqual(768);
      expect(Math.abs(box.x - abstract.left)).toBeLessThanOrEqual(1);
      expect(box.x + box.width).toBeLessThanOrEqual(abstract.right + 1);
      await page.close();
    }
  });

  test('need no width beyond that of a narrow screen', async () => {
    const page = await chromium.context.newPage();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(absUrl('2512.23705'));
    const panel = await settledPanel(page);
    for (const height of ['全文', '一行', '要点']) {
      await panel.getByRole('button', { name: height, exact: true }).click();
      const { right, overflow } = await panel.evaluate((host) => ({
        right: host.getBoundingClientRect().right,
        overflow: [host, ...(host.shadowRoot?.children ?? [])].some((one) => one.scrollWidth > one.clientWidth + 1),
      }));
      expect(right).toBeLessThanOrEqual(320);
      expect(overflow).toBe(false);
    }
    await page.close();
  });

  test('make no request but for the page and what it links', async () => {
    const bare = await openChromium({ extension: null, site: arxivSite() });
    const plain = await bare.context.newPage();
    await plain.goto(absUrl('2512.23705'));
    const before = chromium.requests.length;
    const { page, panel } = await openPaper(chromium, absUrl('2512.23705'));
    await panel.getByRole('button', { name: '全文', exact: true }).click();
    await panel.getByRole('button', { name: '要点', exact: true }).click();
    const made = new Set(chromium.requests.slice(before));
    expect([...made].filter((url) => !bare.requests.includes(url))).toEqual([]);
    await page.close();
    await bare.close();
  });
});
