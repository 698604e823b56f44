import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles, panelText } from '@/scripts/browser/daodu';
import { absUrl, CHROME_BUILD, SAMPLE } from './arxiv';
import { expectState, openPaper } from './panel';
import { readSamplePapers, replicaSite } from './sample';

describe('a paper that was starred on its page', () => {
  let chromium: Chromium;
  let folder: string;
  const [paper, other] = readSamplePapers();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-saving-'));
    chromium = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
    await importFiles(chromium, SAMPLE);
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    await panel.getByRole('button', { name: '收藏' }).click();
    await panel.locator('button[aria-pressed=true]').waitFor();
    await page.close();
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true });
  });

  async function openLibrary(browser: Chromium): Promise<Page> {
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('library.html'));
    await page.getByText(paper.title).first().waitFor();
    return page;
  }

  /** Exports everything saved in a format of the menu, and gives the file's path. */
  async function exportAll(page: Page, format: RegExp): Promise<string> {
    await page.getByRole('button', { name: '导出全部' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  test('is still starred when the page is opened again, and stands in the library', async () => {
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    expect(await panel.locator('button[aria-pressed]').getAttribute('aria-pressed')).toBe('true');
    await page.close();
    const library = await openLibrary(chromium);
    expect(await library.getByText(other.title).count()).toBe(0);
    await library.close();
  });

  test('leaves as BibTeX and Markdown', async () => {
    const page = await openLibrary(chromium);
    const bibtex = readFileSync(await exportAll(page, /BibTeX/), 'utf8');
    expect(bibtex).toMatch(/^@\w+\{[\x21-\x7e]+,$/m);
    expect(bibtex).toContain(paper.id);
    const markdown = readFileSync(await exportAll(page, /^Markdown/), 'utf8');
    expect(markdown).toContain(paper.title);
    expect(markdown).toMatch(/\p{Script=Han}{10}/u);
    await page.close();
  });

  test('leaves as JSON and comes back the same in another browser', async () => {
    const page = await openLibrary(chromium);
    const file = await exportAll(page, /^JSON/);
    await page.close();
    const fresh = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
    await importFiles(fresh, file);
    const there = await openLibrary(fresh);
    const again = await exportAll(there, /^JSON/);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'));
    const { panel } = await openPaper(fresh, absUrl(paper.id));
    await expectState(panel, 'analysis');
    const { panel: original } = await openPaper(chromium, absUrl(paper.id));
    expect(await panelText(panel)).toBe(await panelText(original));
    await fresh.close();
  });

  test('can be taken back', async () => {
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    await panel.getByRole('button', { name: '已收藏' }).click();
    await panel.locator('button[aria-pressed=false]').waitFor();
    await page.reload();
    await panel.locator('button[aria-pressed=false]').waitFor();
    await page.close();
  });
});
