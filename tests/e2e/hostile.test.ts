import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles, panelText } from '@/scripts/browser/daodu';
import { Site } from '@/scripts/browser/site';
import { replicaPage } from '@/scripts/start/replica';
import { absUrl, CHROME_BUILD } from './arxiv';
import { expectState, openPaper } from './panel';

const ID = '2512.00001';
const RUN = 'window.ran=1;fetch("https://evil.example/ran")';
const TITLE = `A Title <img src=x onerror='${RUN}'> and <b>bold</b> \u202Eesrever\u202C`;

/** A report whose every text tries to run something, to load something or to lead somewhere. */
const REPORT = `time: 20251230

# Arxiv Computer Vision Papers - 2025-12-30

## Executive Summary

<script>${RUN}</script> ![像素](https://evil.example/summary.png) [点我](javascript:${encodeURIComponent(RUN)})

## Table of Contents

1. [${TITLE}](#${ID}v1)

---

## Papers

<a id='${ID}v1'></a>
## [${TITLE}](https://arxiv.org/abs/${ID}v1)

**Authors:** <svg onload='${RUN}'>, A. Author

**Published:** 2025-12-29

**Categories:** cs.CV

**Abstract:**
We propose a method. <iframe src="https://evil.example/frame"></iframe> It outperforms others.

**Analysis:**

**1. 研究问题：**
这里有一段正文 <script>${RUN}</script> 与 <img src="https://evil.example/pixel.png" onerror="${RUN}">。
![图片](https://evil.example/image.png) [链接](javascript:${encodeURIComponent(RUN)}) [数据](data:text/html,<script>${RUN}</script>)

**2. 方法：**
公式 $\\href{javascript:${RUN}}{x}$ 和 $\\includegraphics{https://evil.example/tex.png}$。
<style>@import url(https://evil.example/style.css);</style> <link rel=stylesheet href=https://evil.example/link.css>

**3. 结果：**
[一个普通的链接](https://example.org/fine) 与 <a href="https://evil.example/raw" ping="https://evil.example/ping">原样的标签</a>。

**Links:**
- [PDF](javascript:${encodeURIComponent(RUN)})
- [arXiv](https://arxiv.org/abs/${ID}v1)

---
`;

/** Addresses that links in a page or panel lead to, and tags that load by themselves. */
function findDangers(root: Element): string[] {
  const nodes = [...root.querySelectorAll('*'), ...(root.shadowRoot?.querySelectorAll('*') ?? [])];
  return nodes.flatMap((node) => {
    const href = node.getAttribute('href') ?? '';
    const loads = ['script', 'iframe', 'img', 'object', 'embed', 'link'].includes(node.localName);
    const acts = node.getAttributeNames().some((name) => name.startsWith('on') || name === 'ping' || name === 'style');
    return /^(javascript|data|vbscript):/i.test(href) || loads || acts ? [node.outerHTML] : [];
  });
}

describe('a hostile report', () => {
  let chromium: Chromium;
  let folder: string;
  const paper = {
    id: ID,
    version: 1,
    title: 'A Title',
    titleChinese: null,
    authors: ['A. Author'],
    published: '2025-12-29',
    categories: ['cs.CV'],
    abstract: 'We propose a method. It outperforms others.',
    analysis: null,
    failure: null,
    keyFindings: [],
    links: [],
    extra: {},
    saved: null,
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-hostile-'));
    const file = join(folder, 'report.md');
    writeFileSync(file, REPORT);
    chromium = await openChromium({
      extension: CHROME_BUILD,
      site: new Site().addText(absUrl(ID), replicaPage(paper)),
    });
    await importFiles(chromium, file);
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true });
  });

  /** Nothing ran in the page, and no address but those allowed was asked for by anyone. */
  async function expectHarmless(page: Page): Promise<void> {
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(chromium.requests.filter((url) => url !== absUrl(ID) && !url.endsWith('/favicon.ico'))).toEqual([]);
  }

  test('runs nothing, loads nothing and links to nothing harmful in the panel', async () => {
    const { page, panel } = await openPaper(chromium, absUrl(ID));
    await expectState(panel, 'analysis');
    await panel.getByRole('button', { name: '全文', exact: true }).click();
    expect(await panelText(panel)).toContain('这里有一段正文');
    expect(await panel.getByRole('link', { name: '一个普通的链接' }).getAttribute('href')).toBe(
      'https://example.org/fine',
    );
    expect(await panel.evaluate(findDangers)).toEqual([]);
    await expectHarmless(page);
    await page.close();
  });

  test.each(['popup.html', 'library.html#/report/2025-12-30', `library.html#/paper/${ID}`])(
    'nor on %s, where a title cannot turn the text around it',
    async (path) => {
      const page = await chromium.context.newPage();
      await page.goto(chromium.pageUrl(path));
      await page.getByText('A Title').first().waitFor();
      const dangers = await page.locator('main').first().evaluate(findDangers);
      expect(dangers).toEqual([]);
      expect(await page.locator('body').innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      await expectHarmless(page);
      await page.close();
    },
  );
});

describe('a file that is no report', () => {
  let chromium: Chromium;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-bad-'));
    chromium = await openChromium({ extension: CHROME_BUILD, site: new Site() });
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['gbk.md', Buffer.from('b5bcb6c1b1a8b8e60d0a', 'hex')],
    ['binary.md', Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 7) % 256))],
    ['notes.md', Buffer.from('# 我的笔记\n\n今天读了两篇论文。\n')],
    ['half.json', Buffer.from('{"kind":"library","papers":[{"id":"2512.0')],
    ['empty.md', Buffer.from('')],
  ])('is named in a clear sentence and writes nothing: %s', async (name, bytes) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const said = await importFiles(chromium, file).then(
      () => 'imported',
      (error: unknown) => String(error),
    );
    expect(said).toContain(name);
    expect(said).toMatch(/\p{Script=Han}{4}/u);
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('popup.html'));
    await page.getByText('论文库还是空的').waitFor();
    await page.close();
  });
});
