import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLibraryJson } from '@/core/library/json';
import { Site } from '@/scripts/browser/site';
import { sampleAnalysis, sampleEntry, samplePaper } from '../library-samples';
import { absUrl } from './arxiv';
import { FirefoxReader } from './firefox-hands';

const ID = '2512.23705';
const accepted = samplePaper({
  id: ID,
  title: 'Diffusion Knows Transparency',
  authors: ['Shaocong Xu', 'Jane M. Roe'],
  published: '2025-12-29',
  comments: 'Accepted to CVPR 2026.',
});
const LIBRARY = [
  sampleEntry({
    paper: accepted,
    analyses: [sampleAnalysis({ key: `${ID}|r|1`, paperId: ID })],
    saved: { savedAt: 2, tags: ['扩散'], note: '**先读**第三节' },
  }),
  sampleEntry({ saved: { savedAt: 1, tags: [], note: '' } }),
];
const FRAME_IS_FOREIGN = `(() => {
  try {
    return document.querySelector('iframe').contentWindow.location.href === '';
  } catch {
    return true;
  }
})()`;
const IS_DEAD = '!browser.extension.getViews().some((view) => view.location.pathname.includes("background"))';
const HAS_SNAPSHOT = `navigator.storage.getDirectory()
  .then((root) => root.getDirectoryHandle('snapshots'))
  .then((folder) => folder.keys().next())
  .then(({ done }) => !done, () => false)`;
/** The tables of a library that a backup brings back as they were. */
const TABLES = ['papers', 'analyses', 'guides', 'saves'] as const;
/** Where the texts of formats begin, each with the end of its file's name. */
const FORMATS: [item: string, ending: string, start: RegExp][] = [
  ['BibTeX', '.bib', /^@misc\{xu2025diffusion,[^]*@misc\{vaswani2017attention,/],
  ['BibLaTeX', '-biblatex.bib', /^@online\{xu2025diffusion,[^]*\}\n$/],
  ['RIS', '.ris', /^TY {2}- [^]*ER {2}- *\s*$/],
  ['CSL-JSON', '.csl.json', /^\[[^]*\]\s*$/],
  ['Markdown', '.md', /Diffusion Knows Transparency[^]*Attention Is All You Need/],
  ['网页', '.html', /^<!doctype html>[^]*<\/html>\s*$/i],
  ['表格', '.csv', /^\uFEFF/],
  ['JSON', '.json', /^\{"format":"daodu-library"[^]*\]\}\s*$/],
  ['对比表（网页', '-对比表.html', /论文对比（2 篇）[^]*<\/html>\s*$/],
];

describe('the library in Firefox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-library-'));
  let reader: FirefoxReader;

  beforeAll(async () => {
    const entry = `<entry><id>http://arxiv.org/abs/2601.01234v1</id><title>Drawing Maps at Once</title><summary>S</summary><published>2026-01-03T00:00:00Z</published><author><name>Ada Lovelace</name></author><category term="cs.CV"/></entry>`;
    const site = new Site()
      .addText(absUrl(ID), '<title>not here</title>')
      .addText(
        'https://export.arxiv.org/api/query?id_list=2601.01234&start=0&max_results=1',
        `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`,
      );
    reader = await FirefoxReader.start(site, 1_500);
    const file = join(folder, 'library.json');
    writeFileSync(file, writeLibraryJson(LIBRARY, '2026-11-28T00:00:00Z'));
    await reader.open('library.html');
    await reader.give(file);
    await reader.sees('导入完成：新增 2 篇');
    await reader.go('#/');
    await reader.sees('Attention Is All You Need');
  });
  afterAll(async () => {
    await reader.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const readLibrary = () => Promise.all(TABLES.map((table) => reader.rows(table)));

  test('gives a whole file of each format, under its own name', async () => {
    for (const [item, ending, start] of FORMATS) {
      await reader.press('导出全部 2 篇');
      await reader.press(item);
      const { name, bytes } = await reader.takeDownload();
      expect(name).toMatch(/^daodu-\d{4}-\d\d-\d\d/);
      expect(name.slice('daodu-2026-11-28'.length)).toBe(ending);
      expect(bytes.toString('utf8'), item).toMatch(start);
    }
    await reader.press('导出全部 2 篇');
    await reader.press('Obsidian');
    const { name, bytes } = await reader.takeDownload();
    expect(name).toMatch(/-obsidian\.zip$/);
    const notes = unzipSync(bytes);
    expect(Object.keys(notes).map((path) => path.split('/').at(-1))).toEqual([`${ID}.md`, '1706.03762.md']);
    expect(Object.values(notes).map((note) => strFromU8(note).slice(0, 4))).toEqual(['---\n', '---\n']);
  });

  test.each([
    ['微信文本', /^Diffusion Knows Transparency\n/, null],
    ['富文本', /^Diffusion Knows Transparency\n/, /<h2>Diffusion Knows Transparency<\/h2>/],
    ['引文 GB/T 7714', /^\[1\] XU S, ROE J M\. /, /href="https:\/\/arxiv\.org\/abs\/2512\.23705"/],
    ['对比表', /^\| 论文 \| 问题 \|/, /<table/],
  ])('copies as %s, which is on the clipboard then', async (format, text, html) => {
    await reader.press('复制全部 2 篇为');
    await reader.press(format);
    await reader.sees('已复制 2 篇', '.said-bar');
    // What stands there may have been said of the one before.
    await expect.poll(async () => (await reader.paste())['text/plain']).toMatch(text);
    const forms = await reader.paste();
    if (html) expect(forms['text/html']).toMatch(html);
    else expect(Object.keys(forms)).toEqual(['text/plain']);
  });

  test('keeps its page when no program takes a paper for Obsidian', async () => {
    await reader.go(`#/paper/${ID}`);
    await reader.press('发送到');
    await reader.press('发到 Obsidian（新建）');
    await reader.sees('已请浏览器打开 Obsidian');
    // The link was followed: its frame shows what Firefox says of it, and may not be looked into.
    await reader.page.waitForFunction(FRAME_IS_FOREIGN, { polling: 50 });
    expect(await reader.page.evaluate(() => location.hash)).toBe(`#/paper/${ID}`);
    await reader.sees('Diffusion Knows Transparency', '.middle');
  });

  test('takes pasted ids in, and arXiv tells the rest', async () => {
    await reader.go('#/import');
    await reader.page.locator('textarea').fill('https://arxiv.org/abs/2601.01234v2');
    await reader.press('导入这些论文');
    await reader.sees('导入完成：新增 1 篇');
    await reader.go('#/');
    await reader.sees('Drawing Maps at Once', '.middle');
  });

  test('changes what is selected at once, takes it back, and finds by a misspelt word', async () => {
    await reader.page.keyboard.down('Control');
    await reader.page.keyboard.press('a');
    await reader.page.keyboard.up('Control');
    await reader.sees('选中 3 篇');
    await reader.page.keyboard.press('e');
    await reader.sees('已把 3 篇标为待读', '.said-bar');
    await reader.page.keyboard.press('z');
    await reader.sees('已撤销，3 篇恢复原样', '.said-bar');
    await reader.page.keyboard.press('Escape');
    await reader.page.keyboard.type('/tranparency');
    await reader.sees('找到 1 篇', '.middle');
    await reader.sees('Diffusion Knows Transparency', '.middle');
  });

  test('has a snapshot by itself, and restores from it what was lost since', async ({ signal }) => {
    await reader.open('library.html', '#/');
    while (!(await reader.page.evaluate(HAS_SNAPSHOT))) {
      signal.throwIfAborted();
      // Whatever wakes the background, it looks then whether a snapshot is due.
      await reader.page.waitForFunction(IS_DEAD, { polling: 50 });
      await (await reader.firefox.open(absUrl(ID))).close();
    }
    await reader.go(`#/paper/${ID}`);
    await reader.writeNote('');
    await reader.go('#/import');
    await reader.press('恢复', '.snapshots');
    await reader.sees('收藏与笔记\t0\t1\t');
    await reader.press('恢复', '.restore');
    await reader.sees('恢复完成：新增 0 篇论文、0 份日报、1 条收藏与笔记');
    expect(await reader.rows('saves')).toContainEqual(expect.objectContaining({ paperId: ID, note: '**先读**第三节' }));
  });

  test('is emptied behind a backup, which brings all of it back, and is not offered twice', async () => {
    const before = await readLibrary();
    await reader.open('options.html');
    await reader.press('先备份到文件');
    const { name, bytes } = await reader.takeDownload();
    expect(name).toMatch(/^daodu-backup-\d{4}-\d\d-\d\d\.jsonl$/);
    const backup = join(folder, name);
    writeFileSync(backup, bytes);
    await reader.page.locator('#reset input').fill('清空');
    await reader.press('清空论文库', '#reset');
    await reader.sees('论文库已清空');
    expect(await readLibrary()).toEqual(TABLES.map(() => []));

    await reader.open('library.html');
    await reader.give(backup);
    await reader.sees('论文\t3\t0\t0');
    await reader.press('恢复', '.restore');
    await reader.sees('恢复完成：新增 3 篇论文');
    expect(await readLibrary()).toEqual(before);
    await reader.go('#/');
    await reader.sees('Drawing Maps at Once', '.middle');
    await reader.go('#/import');
    await reader.sees('收藏 3 篇', '.backup');
    await reader.page.waitForFunction(() => document.querySelector('.backup button:disabled') === null);
    expect(await reader.page.$('.restore')).toBeNull();
  });
});
