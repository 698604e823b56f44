import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readList } from '@/core/lists/read-list';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { type Loopback, serveLoopback } from '@/scripts/browser/loopback';
import { Site } from '@/scripts/browser/site';
import { CHROME_BUILD } from './arxiv';

const BIB = `@article{vaswani2017attention,
  title={Attention is all you need}, author={Vaswani, Ashish and others},
  journal={arXiv preprint arXiv:1706.03762}, year={2017}, keywords={必读}, annote={先看第三节}
}
@book{knuth, title={The TeXbook}}
`;
const entry = (id: string, title: string) =>
  `<entry><id>http://arxiv.org/abs/${id}v1</id><title>${title}</title><summary>S</summary><published>2026-01-03T00:00:00Z</published><author><name>Ada Lovelace</name></author><category term="cs.CV"/></entry>`;
const feed = (...entries: string[]) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;
const api = (...ids: string[]) =>
  `https://export.arxiv.org/api/query?id_list=${ids.join(',')}&start=0&max_results=${ids.length}`;

describe('lists from elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-lists-'));
  let chromium: Chromium;
  let server: Loopback;
  let page: Page;

  beforeAll(async () => {
    const site = new Site()
      .addText(api('1706.03762'), feed(entry('1706.03762', 'Attention Is All You Need')))
      .addText(api('2601.01235', '2601.01234'), feed(entry('2601.01234', 'Drawing Maps at Once')));
    server = await serveLoopback(site);
    chromium = await openChromium({ extension: CHROME_BUILD, server });
  });
  afterAll(async () => {
    await Promise.all([chromium.close(), server.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = () => page.getByRole('list', { name: '论文列表' }).locator('> li');
  const asked = () => server.requests.filter((address) => new URL(address).host === 'export.arxiv.org');

  test('comes in as a .bib file, with tags and notes; what is not on arXiv is named, and arXiv tells the rest', async () => {
    const file = join(folder, 'refs.bib');
    writeFileSync(file, BIB);
    const said = await importFiles(chromium, file);
    expect(said).toContain('新增 1 篇');
    expect(said).toContain('没有 arXiv 编号：The TeXbook');
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html'));
    await expect.poll(() => rows().allInnerTexts()).toEqual([expect.stringContaining('Attention Is All You Need')]);
    await page.getByRole('link', { name: /^必读/ }).waitFor();
    await page.goto(chromium.pageUrl('library.html#/paper/1706.03762'));
    await expect.poll(() => page.getByLabel('笔记').first().inputValue()).toBe('先看第三节');
  });

  test('comes in as pasted identifiers, completed by one request; an unknown one is told', async () => {
    await page.goto(chromium.pageUrl('library.html#/import'));
    await page.getByLabel(/粘贴编号/).fill('2601.01234\nhttps://arxiv.org/pdf/2601.01235v2');
    await page.getByRole('button', { name: '导入这些论文' }).click();
    await page.getByText('arXiv 上没有这些编号：2601.01235').waitFor();
    expect(asked()).toEqual([api('1706.03762'), api('2601.01235', '2601.01234')]);
    await page.goto(chromium.pageUrl('library.html#/'));
    await expect.poll(() => rows().count()).toBe(3);
    await page.getByText('Drawing Maps at Once').first().waitFor();
  });

  test('goes out and comes back the same', async () => {
    await page.getByRole('button', { name: /^导出全部/ }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /^RIS/ }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    const back = readList(text, 1);
    expect(back?.papers.map(({ paper }) => paper.id).toSorted()).toEqual(['1706.03762', '2601.01234', '2601.01235']);
    const own = join(folder, 'own.ris');
    writeFileSync(own, text);
    expect(await importFiles(chromium, own)).toMatch(/没有变化/);
  });

  test('stays with its identifiers while arXiv has no answer, and says that it is asked again', async () => {
    await page.goto(chromium.pageUrl('library.html#/import'));
    await page.getByLabel(/粘贴编号/).fill('2602.00001');
    await page.getByRole('button', { name: '导入这些论文' }).click();
    await page.getByText('还有论文等着向 arXiv 补全').waitFor();
    await page.goto(chromium.pageUrl('library.html#/'));
    await page.getByText('arXiv:2602.00001').first().waitFor();
  });
});
