import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles, panelText } from '@/scripts/browser/daodu';
import { hasShared } from '../shared';
import { absUrl, arxivSite, CHROME_BUILD, REPORT, REPORT_IDS } from './arxiv';

const [FIRST = '', SECOND = '', THIRD = ''] = REPORT_IDS;

/** A library file is written anew each time; nothing else in it changes. */
const withoutTime = (text: string) => text.replace(/"exportedAt":"[^"]*"/, '');

describe.runIf(hasShared)('the library page', () => {
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: arxivSite() });
    await importFiles(chromium, REPORT);
    page = await chromium.context.newPage();
    await page.setViewportSize({ width: 1366, height: 768 });
  });
  afterAll(() => chromium.close());

  async function open(hash: string): Promise<void> {
    await page.goto('about:blank'); // another fragment alone would keep the page
    await page.goto(chromium.pageUrl(`library.html${hash}`));
    await page.getByRole('navigation', { name: '论文库导航' }).waitFor();
  }

  const rows = () => page.getByRole('list', { name: '论文列表' }).locator('> li');
  const current = () => page.locator('li:has([aria-current=true])').getAttribute('data-id');
  const savedCount = () => page.getByRole('link', { name: /^收藏/ }).innerText();

  async function exportAs(button: string | RegExp, format: RegExp): Promise<{ name: string; text: string }> {
    await page.getByRole('button', { name: button }).click();
    return take(() => page.getByRole('menuitem', { name: format }).click());
  }

  async function take(act: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  test('has read the beginning of a list before its own scripts are there', async () => {
    for (const [hash, papers] of [
      ['#/', 0],
      ['#/all', REPORT_IDS.length],
    ] as const) {
      // All papers are listed by the index, which follows an import.
      await expect
        .poll(
          async () => {
            await open(hash);
            return page.evaluate(async () => (await globalThis.daoduLibraryLook)?.list.rows.size);
          },
          { timeout: 30_000, interval: 1_000 },
        )
        .toBe(papers);
    }
    await rows()
      .nth(REPORT_IDS.length - 1)
      .waitFor();
  });

  test('shows a day: its overview, its papers in order, and the same panel beside them', async () => {
    await open('#/report/2025-12-30');
    await rows().first().waitFor();
    expect(await rows().evaluateAll((all) => all.map((row) => row.getAttribute('data-id')))).toEqual(REPORT_IDS);
    await page.getByRole('button', { name: /今日概览/ }).waitFor();
    const panel = page.getByRole('region', { name: '导读' });
    await panel.waitFor();
    expect(await panel.getAttribute('data-state')).toBe('analysis');
    expect(await panelText(panel)).toMatch(/问题[\s\S]*方法[\s\S]*结果/);
  });

  test('moves by j and k, stars by s, opens arXiv by Enter', async () => {
    await open('#/report/2025-12-30');
    await page.getByRole('region', { name: '导读' }).waitFor();
    expect(await current()).toBe(FIRST);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect.poll(current).toBe(SECOND);
    expect(page.url()).toContain(`#/report/2025-12-30/paper/${SECOND}`);
    await page.keyboard.press('s');
    await expect.poll(savedCount).toMatch(/1$/);
    const [opened] = await Promise.all([chromium.context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await opened.waitForURL(absUrl(SECOND));
    await opened.close();
  });

  test('leaves keys to a note while it is written, keeps the note and saves its paper', async () => {
    await open(`#/paper/${THIRD}`);
    await page.getByLabel('笔记').fill('');
    await page.getByLabel('笔记').pressSequentially('jks?x/ 值得一读');
    await page.getByLabel('加标签').fill('三维');
    await page.keyboard.press('Enter');
    await expect.poll(savedCount).toMatch(/2$/);
    await page.getByRole('link', { name: /^三维/ }).waitFor();
    await open(`#/paper/${THIRD}`);
    await expect.poll(() => page.getByLabel('笔记').inputValue()).toBe('jks?x/ 值得一读');
  });

  test('finds saved papers by all of the words, in the analysis and the note too, and says when there are none', async () => {
    await open('#/');
    await expect.poll(() => rows().count()).toBe(2);
    await page.keyboard.press('/');
    await page.keyboard.type('值得一读 三维');
    await expect
      .poll(() => rows().evaluateAll((all) => all.map((row) => row.getAttribute('data-id'))))
      .toEqual([THIRD]);
    await expect.poll(() => page.locator('mark').allInnerTexts()).toContain('三维');
    await page.getByRole('searchbox').fill('这几个字没有人写过');
    await page.getByRole('heading', { name: '没有找到“这几个字没有人写过”' }).waitFor();
  });

  test('exports what it says it does', async () => {
    await open('#/');
    await expect.poll(() => rows().count()).toBe(2);
    const all = await exportAs('导出全部', /BibTeX/);
    expect(all.name).toMatch(/^daodu-\d{4}-\d\d-\d\d\.bib$/);
    expect(all.text.match(/^@/gm)).toHaveLength(2);
    await page.getByRole('checkbox', { name: `选中 ${THIRD}` }).click();
    const one = await exportAs('导出选中 1 篇', /^Markdown/);
    expect(one.text).toContain(THIRD);
    expect(one.text).not.toContain(SECOND);
  });

  test('exports every format, with tags, notes and analyses, as the command line does', async () => {
    await open('#/');
    await expect.poll(() => rows().count()).toBe(2);
    const folder = mkdtempSync(join(tmpdir(), 'daodu-exports-'));
    const library = join(folder, 'library.json');
    writeFileSync(library, (await exportAs('导出全部', /^JSON/)).text);
    const formats: [format: string, menu: RegExp, ending: string][] = [
      ['bibtex', /^BibTeX/, '.bib'],
      ['biblatex', /BibLaTeX/, '-biblatex.bib'],
      ['ris', /RIS/, '.ris'],
      ['csl', /CSL-JSON/, '.csl.json'],
      ['markdown', /^Markdown/, '.md'],
      ['html', /HTML/, '.html'],
      ['csv', /CSV/, '.csv'],
    ];
    for (const [format, menu, ending] of formats) {
      const { name, text } = await exportAs('导出全部', menu);
      expect(name.replace(/^daodu-\d{4}-\d\d-\d\d/, '')).toBe(ending);
      for (const part of [SECOND, THIRD, '值得一读', '三维', '据']) expect(text).toContain(part);
      const out = join(folder, format);
      spawnSync(process.execPath, ['cli/start.mjs', 'export', '--format', format, '--out', out, library]);
      expect(readFileSync(out, 'utf8')).toBe(text);
    }
    rmSync(folder, { recursive: true });
  });

  test('exports a zip for Obsidian: a file for each paper, under names that stay', async () => {
    await open('#/');
    await expect.poll(() => rows().count()).toBe(2);
    await page.getByRole('button', { name: '导出全部' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /Obsidian/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^daodu-\d{4}-\d\d-\d\d-obsidian\.zip$/);
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
    expect(Object.keys(files).toSorted()).toEqual([`${SECOND}.md`, `${THIRD}.md`].toSorted());
    expect(strFromU8(files[`${THIRD}.md`] ?? new Uint8Array())).toMatch(
      /^---\ntitle: "[^]*- "三维"[^]*\n---\n[^]*值得一读/,
    );
  });

  test('gives a report back byte by byte', async () => {
    await open('#/report/2025-12-30');
    const report = await exportAs('导出日报', /Markdown/);
    expect(report.text).toBe(readFileSync(REPORT, 'utf8'));
  });

  test('exports a library that another browser imports without loss', async () => {
    await open('#/all');
    await page.getByText(`${REPORT_IDS.length} 篇`, { exact: true }).waitFor();
    const { text } = await exportAs('导出全部', /^JSON/);
    const folder = mkdtempSync(join(tmpdir(), 'daodu-library-'));
    const file = join(folder, 'library.json');
    writeFileSync(file, text);
    const other = await openChromium({ extension: CHROME_BUILD, site: arxivSite() });
    try {
      expect(await importFiles(other, file)).toContain(`新增 ${REPORT_IDS.length} 篇`);
      expect(await importFiles(other, file)).toContain('没有变化');
      const copy = await other.context.newPage();
      await copy.goto(other.pageUrl('library.html#/all'));
      await copy.getByText(`${REPORT_IDS.length} 篇`, { exact: true }).waitFor();
      await copy.getByRole('button', { name: '导出全部' }).click();
      const [again] = await Promise.all([
        copy.waitForEvent('download'),
        copy.getByRole('menuitem', { name: /^JSON/ }).click(),
      ]);
      expect(withoutTime(readFileSync(await again.path(), 'utf8'))).toBe(withoutTime(text));
    } finally {
      await other.close();
      rmSync(folder, { recursive: true });
    }
  });

  test('takes files dropped on it, and tells of a bad one by name and line', async () => {
    await open('#/');
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['# nothing of ours'], '坏文件.md'));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    });
    const results = page.getByRole('list', { name: '各个文件的结果' });
    await results.waitFor();
    expect(await results.innerText()).toMatch(/坏文件\.md[\s\S]*第 1 行[\s\S]*没有写入任何内容/);
  });

  test('follows what another tab saves', async () => {
    await open('#/');
    await expect.poll(() => rows().count()).toBe(2);
    const abs = await chromium.context.newPage();
    await abs.goto(absUrl(FIRST));
    await abs.getByRole('region', { name: '导读' }).getByRole('button', { name: '收藏' }).click();
    await expect.poll(() => rows().count()).toBe(3);
    await abs.close();
  });

  test('draws anew what another version rendered, whatever form that has', async () => {
    await open('#/');
    await page.evaluate(async (id) => {
      const library = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('library');
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const guides = library.transaction('guides', 'readwrite').objectStore('guides');
      await new Promise<void>((resolve) => {
        guides.put({ paperId: id, guideVersion: 10_000, guides: [{ gist: 'Of another form' }], saved: false });
        guides.transaction.addEventListener('complete', () => resolve());
      });
      library.close();
    }, THIRD);
    await open(`#/paper/${THIRD}`);
    await page.locator('daodu-panel[data-state=analysis]').getByRole('heading').first().waitFor();
    expect(await page.locator('daodu-panel').innerText()).not.toContain('Of another form');
  });

  test.each([
    ['#/report/2020-01-01', '论文库里没有 2020-01-01 的日报'],
    ['#/paper/2401.00001', '论文库里没有 2401.00001'],
    ['#/nothing', '没有这个地方'],
  ])('says of %s that it is not there', async (hash, sentence) => {
    await open(hash);
    await page.getByRole('heading', { name: sentence }).waitFor();
  });

  test.each([1366, 1024, 683, 360])('is never wider than a window of %i', async (width) => {
    await page.setViewportSize({ width, height: 768 });
    for (const hash of ['#/', '#/report/2025-12-30', `#/paper/${SECOND}`, '#/import', '#/reports']) {
      await open(hash);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test('asks nothing of the network', () => {
    const others = chromium.requests.filter((address) => !address.startsWith('https://arxiv.org/'));
    expect(others).toEqual([]);
  });
});
