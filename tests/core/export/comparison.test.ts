// @vitest-environment happy-dom
import MarkdownIt from 'markdown-it';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonSteps } from '@/core/export/comparison';
import type { LibraryPaper } from '@/core/library/records';
import type { Language } from '@/core/settings';
import { runSteps } from '@/core/steps';
import { paperOf } from './papers';

const compare = (papers: readonly LibraryPaper[], language: Language = 'zh') =>
  runSteps(comparisonSteps(papers, { language }));
const read = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
const cellsOf = (html: string) =>
  Array.from(read(html).querySelectorAll('tbody tr'), (row) =>
    Array.from(row.children, (cell) => cell.textContent.trim()),
  );
/** The cells of a Markdown table as a reader of GFM sees them. */
const rowsOf = (markdown: string) => cellsOf(new MarkdownIt().render(markdown));

const full = paperOf({
  paper: {
    title: 'On $|x|$ and $\\|y\\|$ | a study',
    titleChinese: '透明物体',
    comments: 'Accepted to CVPR 2025. Code: https://github.com/a/b',
  },
  analyses: [
    {
      sections: [
        { part: 'problem', title: '1. 问题', markdown: '现有的深度估计方法难以处理透明物体，因为光线会穿过它们。' },
        { part: 'method', title: '2. 方法', markdown: '作者用视频扩散模型 | 生成训练数据，并把它改造成深度估计器。' },
        { part: 'results', title: '3. 结果', markdown: '在三个公开基准上误差平均降低了 12.5%，速度没有变化。' },
        { part: 'limitations', title: '4. 局限', markdown: '在强反光的场景里误差仍然很大，而且只测试了室内数据。' },
      ],
    },
  ],
});
const bare = paperOf({ paper: { id: '2401.00001', title: 'Bare', authors: ['A. Bee'], published: '2024-01-01' } });

describe('a comparison', () => {
  test('sets papers beside each other, and says what is not said', () => {
    const { table } = compare([full, bare]);
    expect(Array.from(read(table).querySelectorAll('thead th'), (cell) => cell.textContent)).toEqual([
      '论文',
      '问题',
      '方法',
      '结果',
      '局限',
      '代码',
      '会议或期刊',
      '依据',
    ]);
    const [first, second] = cellsOf(table);
    expect(first?.slice(1)).toEqual([
      '现有的深度估计方法难以处理透明物体，因为光线会穿过它们。',
      '作者用视频扩散模型 | 生成训练数据，并把它改造成深度估计器。',
      '在三个公开基准上误差平均降低了 12.5%，速度没有变化。',
      '在强反光的场景里误差仍然很大，而且只测试了室内数据。',
      'github.com/a/b',
      'CVPR 2025',
      '据全文',
    ]);
    expect(first?.[0]).toContain('透明物体');
    expect(second).toEqual([
      'BareA. Bee，2024',
      '暂无解读',
      '暂无解读',
      '暂无解读',
      '暂无解读',
      '未提及',
      '未提及',
      '暂无解读',
    ]);
  });

  test('is the same in Markdown, whose formulas have no bars that divide cells', () => {
    const { markdown, table } = compare([full, bare]);
    const [first, second] = rowsOf(markdown);
    expect(first?.slice(1)).toEqual(cellsOf(table)[0]?.slice(1));
    expect(second?.slice(1)).toEqual(cellsOf(table)[1]?.slice(1));
    expect(markdown).toContain(
      String.raw`[On $\vert x\vert $ and $\Vert y\Vert $ \| a study](https://arxiv.org/abs/2512.23705)`,
    );
    expect(markdown).toContain('[github.com/a/b](https://github.com/a/b)');
  });

  test.each<[Partial<LibraryPaper['paper']>, string, string]>([
    [{ journalRef: 'Phys. Rev. D 76', comments: null }, '未提及', 'Phys. Rev. D 76'],
    [{ comments: 'Submitted to CVPR 2026. Code will be released.' }, '说将公开，没有给出地址', '未提及'],
    [{ comments: 'Accepted' }, '未提及', '已录用，未写明何处'],
    [{ comments: 'NeurIPS 2025 Workshop on Robots' }, '未提及', 'NeurIPS 2025（研讨会）'],
    [{ links: [{ label: 'Code', url: 'https://github.com/c/d' }] }, 'github.com/c/d', '未提及'],
    [{ links: [{ label: 'Code', url: 'javascript:alert(1)//github.com/c/d' }] }, '未提及', '未提及'],
    [{ comments: 'Page: https://x-lab.github.io/y/' }, 'x-lab.github.io', '未提及'],
    [{ doi: '10.1000/x' }, '未提及', 'DOI 10.1000/x'],
  ])('finds code and venue of %j', (paper, code, venue) =>
    expect(cellsOf(compare([paperOf({ paper })]).table)[0]?.slice(5, 7)).toEqual([code, venue]),
  );

  test('rests on the best analysis that is one, and says when that saw only the abstract', () => {
    const analyses = [
      { markdown: 'Summary generation failed' },
      { basis: 'abstract' as const, markdown: '提出了一种在视频里估计深度的方法，适用于透明物体。' },
    ];
    expect(cellsOf(compare([paperOf({ analyses })]).table)[0]?.[7]).toBe('仅据摘要');
    expect(cellsOf(compare([paperOf({ analyses })], 'en').table)[0]?.[7]).toBe('From abstract only');
  });

  test('stands alone as a file, without anything a browser would fetch', () => {
    const { page } = compare([full]);
    expect(page).toMatch(/^<!doctype html>/);
    const { head } = new DOMParser().parseFromString(page, 'text/html');
    expect(head.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(page).toContain('论文对比（1 篇）');
    expect(page).toContain('请以原文为准');
  });

  test('has its own markup and as many rows as papers, whatever the texts are', { timeout: 60_000 }, () => {
    const text = fc.oneof(
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '</td></table>',
        '|',
        '\\|',
        '$a|b$',
        '`|`',
        '[x](javascript:y)',
        '\n| a |',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, text, (title, words) => {
        const analyses = [
          {
            sections: [
              { part: 'problem' as const, title: words, markdown: `${words}，这是一个很难的问题，至今没有解决。` },
            ],
          },
        ];
        const hostile = paperOf({ paper: { title, titleChinese: words, comments: words, authors: [title] }, analyses });
        const { markdown, page } = compare([hostile, bare]);
        expect(read(page).querySelector('img, script, [onerror]')).toBeNull();
        expect(read(page).querySelectorAll('tbody tr')).toHaveLength(2);
        const rows = rowsOf(markdown);
        expect(rows).toHaveLength(2);
        expect(rows.every((row) => row.length === 8)).toBe(true);
        expect(rows[1]?.[7]).toBe('暂无解读');
      }),
    );
  });
});
