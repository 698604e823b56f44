import { describe, expect, test } from 'vitest';
import { bibtexChunks, toBibtex } from '@/core/export/bibtex';
import { biblatexChunks } from '@/core/export/biblatex';
import { FULL_PAPER, HARD_PAPERS, SAME_KEYS } from './hard-papers';
import { paperOf } from './papers';
import { readBibtex } from './read-bibtex';

const zh = { language: 'zh' } as const;
const bibtex = (...papers: Parameters<typeof bibtexChunks>[0]) => readBibtex([...bibtexChunks(papers, zh)].join(''));
const biblatex = (...papers: Parameters<typeof biblatexChunks>[0]) =>
  readBibtex([...biblatexChunks(papers, zh)].join(''));

describe('BibLaTeX', () => {
  test('writes a preprint as it is cited online', () =>
    expect(biblatex(paperOf({ paper: { comments: '8 pages' } }))[0]).toEqual({
      type: 'online',
      key: 'xu2025diffusion',
      fields: {
        title: '{Diffusion Knows Transparency}',
        author: 'Xu, Shaocong and Zhao, Hao',
        date: '2025-12-29',
        eprint: '2512.23705',
        eprinttype: 'arxiv',
        eprintclass: 'cs.CV',
        version: '1',
        pubstate: 'prepublished',
        url: 'https://arxiv.org/abs/2512.23705',
        note: '8 pages',
      },
    }));

  test('writes a published paper as an article of its journal', () => {
    const { type, fields } = biblatex(FULL_PAPER)[0] ?? {};
    expect(type).toBe('article');
    expect(fields).toMatchObject({
      title: String.raw`{On Erd{\H{o}}s problems over $\mathbb{F}_q$ by NASA}`,
      author: String.raw`van der Maaten, Laurens and Roe, Jr., Jane and {LHCb Collaboration} and {张三}`,
      journaltitle: 'J. Test. 1 (2025) 2',
      doi: '10.1000/a_b%c',
      eprint: '2512.23705',
      keywords: '数论, to read soon; now',
    });
    for (const name of ['pubstate', 'version', 'journal', 'year', 'archiveprefix'])
      expect(fields).not.toHaveProperty(name);
  });

  test.each([
    [{ published: null }, 'online', '2025'],
    [{ published: '2025-02-30' }, 'online', '2025'],
    [{ id: '论文/1', published: null }, 'misc', undefined],
    [{ journalRef: 'J. Test. 1', authors: [] }, 'online', '2025-12-29'],
  ])('of %j is a(n) %s of %s', (paper, type, date) => {
    const entry = biblatex(paperOf({ paper }))[0];
    expect([entry?.type, entry?.fields['date']]).toEqual([type, date]);
  });
});

describe.each([
  ['BibTeX', bibtex],
  ['BibLaTeX', biblatex],
])('%s', (_, read) => {
  const keysOf = (papers: typeof SAME_KEYS) =>
    new Map(read(...papers).map(({ key, fields }) => [fields['eprint'], key]));

  test('annotates with the note and the best analysis, in one paragraph of plain text', () =>
    expect(read(FULL_PAPER)[0]?.fields['annote']).toBe(
      String.raw`笔记：先读第三节 \# 很重要 解读：计算机视觉日报 · 2025-12-30 · 据全文 · v1 它解决了透明物体的深度。 ` +
        String.raw`一句话：它解决了透明物体的深度。 研究问题：透明物体很难，误差达 5\%。 第二段。 方法：- 扩散模型 - 微调 ` +
        String.raw`关键发现：We propose DKT. 解读由模型生成，可能有误，请以原文为准。`,
    ));

  test.each([
    ['no analysis', []],
    ['an empty text', [{ markdown: ' ' }]],
    ['an excuse', [{ markdown: '抱歉，我无法访问这篇论文，请您提供论文的全文。' }]],
  ])('has no annotation for %s', (__, analyses) =>
    expect(read(paperOf({ analyses }))[0]?.fields).not.toHaveProperty('annote'),
  );

  test('is read whole, whatever the papers are', () => {
    const entries = read(...HARD_PAPERS);
    expect(entries).toHaveLength(HARD_PAPERS.length);
    for (const { key, fields } of entries) {
      expect(key).toMatch(/^[a-z0-9-]+$/);
      expect(fields['title']).toMatch(/^\{.+\}$/);
      for (const value of Object.values(fields)) expect(value).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });

  test('gives a hundred papers of one author, year and word the same keys in any order', () => {
    const keys = keysOf(SAME_KEYS);
    expect(new Set(keys.values()).size).toBe(100);
    expect(keysOf(SAME_KEYS.toReversed())).toEqual(new Map([...keys].toReversed()));
    const odd = SAME_KEYS.filter((__, index) => index === 0 || index % 2 === 1);
    for (const [eprint, key] of keysOf(odd)) expect(key).toBe(keys.get(eprint));
  });
});

test('keys stay unique for ids that are none of arXiv', () => {
  const papers = ['论文一', '论文二', '论文三'].map((id) => paperOf({ paper: { id } }));
  expect(
    bibtex(...papers)
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(['xu2025diffusion', 'xu2025diffusion-2', 'xu2025diffusion-3']);
});

test('what is pasted into a shared file has neither note nor analysis', () => {
  const text = toBibtex([FULL_PAPER]);
  expect(text).toContain('eprint = {2512.23705}');
  expect(text).not.toMatch(/annote|先读|透明/);
});
