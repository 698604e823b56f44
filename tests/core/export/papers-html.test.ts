// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { papersHtmlChunks } from '@/core/export/papers-html';
import { FULL_PAPER, HARD_PAPERS } from './hard-papers';
import { paperOf } from './papers';

type Papers = Parameters<typeof papersHtmlChunks>[0];
const write = (...papers: Papers) => [...papersHtmlChunks(papers, { language: 'zh' })].join('');
const read = (...papers: Papers) => new DOMParser().parseFromString(write(...papers), 'text/html');

describe('papers as HTML', () => {
  test('are one file that asks for nothing and runs nothing', () => {
    const page = read(FULL_PAPER);
    expect(page.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    );
    expect(page.querySelector('script, link, img, iframe, object, embed')).toBeNull();
    expect(write(FULL_PAPER)).toMatch(/^<!doctype html>[^]*<\/body><\/html>\n$/);
  });

  test('have all that a reader has of them', () => {
    const page = read(FULL_PAPER, paperOf({ paper: { id: '2512.00001', title: 'Second' } }));
    expect(page.querySelectorAll('article')).toHaveLength(2);
    const text = page.querySelector('article')?.textContent ?? '';
    for (const part of [
      '论埃尔德什问题',
      'Jane Roe Jr.',
      '#数论',
      '先读第三节',
      '透明物体很难',
      '只有一段',
      'We propose DKT.',
      'Accepted at CVPR 2026',
      'J. Test. 1 (2025) 2',
      '10.1000/a_b%c',
    ])
      expect(text).toContain(part);
    expect(page.querySelector('h2 math')).not.toBeNull();
    expect(page.querySelector('h2 a')?.getAttribute('href')).toBe('https://arxiv.org/abs/2512.23705v1');
  });

  test('say nothing of an analysis where there is none', () =>
    expect(
      read(paperOf({ analyses: [{ markdown: '解读失败' }] })).querySelector('main, body')?.textContent,
    ).not.toMatch(/解读失败|解读：|由模型生成/));

  test('have no markup but our own, and no address but of the web, whatever the texts are', () => {
    const page = read(...HARD_PAPERS);
    expect(page.querySelectorAll('article')).toHaveLength(HARD_PAPERS.length);
    expect(page.querySelector('script, img, svg, iframe, [onclick], [onerror]')).toBeNull();
    for (const link of page.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
  });
});
