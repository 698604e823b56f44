import '@citation-js/plugin-bibtex';
import { Cite } from '@citation-js/core';
import { describe, expect, test } from 'vitest';
import { bibtexChunks } from '@/core/export/bibtex';
import { biblatexChunks } from '@/core/export/biblatex';
import { cslChunks } from '@/core/export/csl';
import { FULL_PAPER, HARD_PAPERS } from './hard-papers';
import { paperOf } from './papers';

const zh = { language: 'zh' } as const;
type Papers = Parameters<typeof cslChunks>[0];
const itemsOf = (...papers: Papers): Record<string, unknown>[] => JSON.parse([...cslChunks(papers, zh)].join(''));

describe('CSL-JSON', () => {
  test('writes a preprint', () =>
    expect(itemsOf(paperOf())).toEqual([
      {
        id: 'xu2025diffusion',
        'citation-key': 'xu2025diffusion',
        type: 'article',
        title: 'Diffusion Knows Transparency',
        author: [
          { family: 'Xu', given: 'Shaocong' },
          { family: 'Zhao', given: 'Hao' },
        ],
        issued: { 'date-parts': [[2025, 12, 29]] },
        publisher: 'arXiv',
        number: 'arXiv:2512.23705',
        archive: 'arXiv',
        archive_location: '2512.23705v1',
        version: '1',
        URL: 'https://arxiv.org/abs/2512.23705',
        abstract: 'Transparent objects are hard.',
      },
    ]));

  test('writes a published paper with all that a reader has of it', () => {
    const [item] = itemsOf(FULL_PAPER);
    expect(item).toMatchObject({
      type: 'article-journal',
      title: String.raw`On Erdős problems over $\mathbb{F}_q$ by NASA`,
      author: [
        { 'non-dropping-particle': 'van der', family: 'Maaten', given: 'Laurens' },
        { family: 'Roe', given: 'Jane', suffix: 'Jr.' },
        { literal: 'LHCb Collaboration' },
        { literal: '张三' },
      ],
      'container-title': 'J. Test. 1 (2025) 2',
      DOI: '10.1000/a_b%c',
      keyword: '数论, to read soon; now',
    });
    expect(item?.['note']).toMatch(
      /^笔记：先读第三节\n# 很重要\n\n解读：计算机视觉日报[^]*研究问题\n透明物体很难[^]*备注：Accepted at CVPR 2026$/,
    );
    expect(item).not.toHaveProperty('number');
  });

  test('says nothing of an analysis where there is none', () =>
    expect(itemsOf(paperOf({ analyses: [{ markdown: '解读失败' }] }))[0]).not.toHaveProperty('note'));

  test('has an entry of a kind and a title for each paper, whatever the texts are', () => {
    const items = itemsOf(...HARD_PAPERS);
    expect(items).toHaveLength(HARD_PAPERS.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(HARD_PAPERS.length);
    for (const { type, title } of items) {
      expect(type).toMatch(/^article/);
      expect(title).toMatch(/\S/);
    }
  });
});

describe('citation-js', () => {
  test('reads CSL-JSON', () => {
    const read = new Cite(itemsOf(...HARD_PAPERS), { forceType: '@csl/list+object' }).data;
    expect(read.map(({ id }) => id)).toEqual(itemsOf(...HARD_PAPERS).map(({ id }) => id));
    expect(read[0]?.['author']).toHaveLength(200);
  });

  test.each([
    ['BibTeX', '@bibtex/text', (papers: Papers) => [...bibtexChunks(papers, zh)].join('')],
    ['BibLaTeX', '@biblatex/text', (papers: Papers) => [...biblatexChunks(papers, zh)].join('')],
  ])('reads %s', (_, forceType, write) => {
    const read = new Cite(write(HARD_PAPERS), { forceType }).data;
    expect(read.map(({ id }) => id)).toEqual(itemsOf(...HARD_PAPERS).map(({ id }) => id));
    expect(read[0]?.['author']).toHaveLength(200);
    const [full] = new Cite(write([FULL_PAPER]), { forceType }).data;
    expect(full).toMatchObject({
      type: 'article-journal',
      DOI: '10.1000/a_b%c',
      'container-title': 'J. Test. 1 (2025) 2',
      author: [
        { 'non-dropping-particle': 'van der', family: 'Maaten', given: 'Laurens' },
        { family: 'Roe', given: 'Jane', suffix: 'Jr.' },
        expect.anything(),
        expect.anything(),
      ],
    });
    expect(full?.['title']).toContain('Erdős');
    expect(String(full?.['annote'])).toMatch(/先读第三节.*它解决了透明物体的深度/);
  });
});
