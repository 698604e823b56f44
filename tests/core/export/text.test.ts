// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRichHtml } from '@/core/export/rich';
import { toText } from '@/core/export/text';
import { paperOf } from './papers';

const zh = { language: 'zh' } as const;
const read = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

const analysed = paperOf({
  paper: { title: String.raw`Erd\H{o}s <b> & $x^2$`, titleChinese: '论文', doi: '10.1000/x' },
  analyses: [
    {
      sections: [
        { part: 'problem', title: '研究问题', markdown: '它**很难**，见 [链接](https://example.org)。' },
        { part: 'method', title: '方法', markdown: '- 一\n- 二' },
      ],
      keyFindings: ['We propose a thing.'],
    },
    { source: '第二份', markdown: '不在这里。' },
  ],
  saved: { savedAt: 1, tags: ['tag'], note: '私人笔记' },
});

describe('toText', () => {
  test('writes a paper and its first analysis', () => {
    const text = toText(analysed, zh);
    expect(text).toMatch(/^Erdős <b> & x²\n/);
    for (const part of [
      '中文标题：论文',
      '作者：Shaocong Xu, Hao Zhao',
      'arXiv：https://arxiv.org/abs/2512.23705v1',
      '解读：计算机视觉日报 · 2025-12-30 · 据全文 · v1',
      '研究问题\n它很难，见 链接。',
      '方法\n- 一\n- 二',
      '关键发现\n- We propose a thing.',
      '请以原文为准',
    ]) {
      expect(text).toContain(part);
    }
    for (const absent of ['**', '第二份', '不在这里', '私人笔记', 'Transparent objects'])
      expect(text).not.toContain(absent);
  });

  test('gives the abstract where there is no analysis', () => {
    const text = toText(paperOf(), { language: 'en' });
    expect(text).toContain('Abstract\nTransparent objects are hard.');
    expect(text).not.toContain('model');
  });
});

describe('toRichHtml', () => {
  test('writes the same with links, lists and emphasis', () => {
    const body = read(toRichHtml(analysed, zh));
    expect(body.querySelector('h2')?.textContent).toContain('Erdős <b> & ');
    expect(body.querySelector('h2 math')).not.toBeNull();
    expect(Array.from(body.querySelectorAll('a'), (link) => link.getAttribute('href'))).toEqual([
      'https://arxiv.org/abs/2512.23705v1',
      'https://doi.org/10.1000/x',
      'https://example.org/',
    ]);
    expect(Array.from(body.querySelectorAll('li'), (item) => item.textContent)).toEqual([
      '一',
      '二',
      'We propose a thing.',
    ]);
    expect(body.querySelector('strong')).not.toBeNull();
    for (const absent of ['第二份', '不在这里', '私人笔记']) expect(body.textContent).not.toContain(absent);
  });

  test('gives the abstract where there is no analysis', () =>
    expect(read(toRichHtml(paperOf(), zh)).textContent).toContain('Transparent objects are hard.'));

  test('has no markup but its own, whatever the texts are', { timeout: 60_000 }, () => {
    const text = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '[x](javascript:alert(1))',
        '<svg/onload=x>',
      ),
      fc.constantFrom('&lt;b&gt;', '<!--', ']]>', '$<img>$', '\\href{javascript:x}{y}', "' onclick='x"),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, text, text, (title, words, url) => {
        const body = read(
          toRichHtml(
            paperOf({
              paper: { title, authors: [words], doi: url, comments: words, abstract: words },
              analyses: [{ source: words, markdown: words, keyFindings: [words], extra: { [title]: words } }],
            }),
            zh,
          ),
        );
        expect(body.querySelector('script, img, svg, iframe, style, [onclick], [onerror], [onload]')).toBeNull();
        for (const link of body.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
      }),
    );
  });
});
