import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLibraryJson } from '@/core/library/json';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { sampleAnalysis, sampleEntry, samplePaper } from '../library-samples';
import { CHROME_BUILD } from './arxiv';

const accepted = samplePaper({
  id: '2512.23705',
  title: 'Diffusion Knows Transparency',
  authors: ['Shaocong Xu', 'Ana van der Berg', 'Jane M. Roe', 'John Doe'],
  published: '2025-12-29',
  comments: 'Accepted to CVPR 2026. Code: https://github.com/a/b',
});
const saved = (savedAt: number) => ({ savedAt, tags: [], note: '' });
const LIBRARY = [
  sampleEntry({
    paper: accepted,
    analyses: [sampleAnalysis({ key: '2512.23705|r|1', paperId: '2512.23705' })],
    saved: saved(2),
  }),
  sampleEntry({ saved: saved(1) }),
];

describe('copying', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-citing-'));
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD });
    const file = join(folder, 'library.json');
    writeFileSync(file, writeLibraryJson(LIBRARY, '2026-11-28T00:00:00Z'));
    await importFiles(chromium, file);
    await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html'));
    await page.getByRole('checkbox', { name: '选中 2512.23705' }).waitFor();
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function copy(button: string, format: string): Promise<{ text: string; html: string; said: string }> {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('menuitem', { name: format, exact: true }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    const said = page.locator('.said-bar');
    await expect.poll(() => said.innerText()).toContain('已复制');
    const forms = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    return { ...forms, said: await said.innerText() };
  }

  test('gives a list of references by each style, and says first which preprint was accepted', async () => {
    await page.getByRole('button', { name: '复制全部 2 篇为' }).click();
    await expect.poll(() => page.locator('.menu').innerText()).toContain('2512.23705 CVPR 2026');
    await page.keyboard.press('Escape');

    const gb = await copy('复制全部 2 篇为', '引文 GB/T 7714');
    expect(gb.text.split('\n')).toEqual([
      expect.stringMatching(
        /^\[1\] XU S, VAN DER BERG A, ROE J M, et al\. Diffusion Knows Transparency\[EB\/OL\]\. \(2025-12-29\)\[\d{4}-\d\d-\d\d\]\. https:\/\/arxiv\.org\/abs\/2512\.23705\.$/,
      ),
      expect.stringMatching(/^\[2\] VASWANI A, KAISER Ł\. Attention Is All You Need\[EB\/OL\]\. /),
    ]);
    expect(gb.html).toContain('href="https://arxiv.org/abs/2512.23705"');
    expect(gb.said).toMatch(/^已复制 2 篇。其中一篇预印本可能已录用或发表（2512\.23705 CVPR 2026）/);
    expect((await copy('复制全部 2 篇为', '引文 APA')).html).toContain('<em>Diffusion Knows Transparency</em>');
    expect((await copy('复制全部 2 篇为', '引文 IEEE')).text).toContain(
      '“Attention Is All You Need,” Jun. 12, 2017, arXiv:1706.03762.',
    );
  });

  test('takes what is selected, as a table that is text and HTML', async () => {
    await page.getByRole('checkbox', { name: '选中 2512.23705' }).click();
    const { text, html } = await copy('复制选中 1 篇为', '对比表');
    expect(text).toMatch(/^\| 论文 \| 问题 \| 方法 \| 结果 \| 局限 \| 代码 \| 会议或期刊 \| 依据 \|\n/);
    expect(text).toContain('| CVPR 2026 |');
    expect(text).not.toContain('Attention');
    expect(html).toContain('循环网络难以并行');
    await page.getByRole('button', { name: '取消选择' }).click();
  });

  test('saves the table as a file that stands alone', async () => {
    await page.getByRole('button', { name: '导出全部 2 篇' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '对比表（网页，可打印）' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^daodu-\d{4}-\d\d-\d\d-对比表\.html$/);
    expect(readFileSync(await file.path(), 'utf8')).toContain('论文对比（2 篇）');
  });

  test('offers the same references for the paper that stands open, and says beside it that it was accepted', async () => {
    await page.getByRole('note').filter({ hasText: '已被 CVPR 2026 录用或发表' }).waitFor();
    const panel = page.locator('daodu-panel');
    await panel.getByRole('button', { name: '复制为' }).click();
    await panel.getByRole('menuitem', { name: '引文 GB/T 7714' }).click();
    await panel.getByText(/已复制。这篇预印本的备注说已被 CVPR 2026 录用或发表/).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^XU S, VAN DER BERG A/);
  });
});
