import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { describe, expect, test } from 'vitest';
import { risChunks } from '@/core/export/ris';
import { FULL_PAPER, HARD_PAPERS } from './hard-papers';
import { paperOf } from './papers';

const zh = { language: 'zh' } as const;
const write = (...papers: Parameters<typeof risChunks>[0]) => [...risChunks(papers, zh)].join('');

type Field = [tag: string, value: string];

/** Entries as Zotero's importer finds them: fields begin at the start of a line, and what begins otherwise goes on with the last. */
function readRis(text: string): Field[][] {
  const entries: Field[][] = [];
  let entry: Field[] = [];
  for (const line of text.split(/\r\n/)) {
    const found = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/.exec(line);
    const last = entry.at(-1);
    if (found?.[1] === 'ER') {
      entries.push(entry);
      entry = [];
    } else if (found) entry.push([found[1] ?? '', found[2] ?? '']);
    else if (last) last[1] += `\n${line.trim()}`;
    else expect(line).toBe('');
  }
  expect(entry).toEqual([]);
  return entries;
}

const all = (entry: Field[] | undefined, tag: string) =>
  (entry ?? []).flatMap(([name, value]) => (name === tag ? value.trim() : []));

describe('RIS', () => {
  test('writes a preprint', () =>
    expect(write(paperOf({ saved: { savedAt: 1, tags: ['三维'], note: '' } }))).toBe(
      [
        'TY  - GEN',
        'ID  - xu2025diffusion',
        'TI  - Diffusion Knows Transparency',
        'AU  - Xu, Shaocong',
        'AU  - Zhao, Hao',
        'PY  - 2025',
        'DA  - 2025/12/29',
        'DB  - arXiv',
        'AN  - arXiv:2512.23705',
        'PB  - arXiv',
        'UR  - https://arxiv.org/abs/2512.23705',
        'AB  - Transparent objects are hard.',
        'KW  - 三维',
        'ER  - ',
        '',
        '',
      ].join('\r\n'),
    ));

  test('writes a published paper with all that a reader has of it', () => {
    const [entry] = readRis(write(FULL_PAPER));
    expect(all(entry, 'TY')).toEqual(['JOUR']);
    expect(all(entry, 'TI')).toEqual([String.raw`On Erdős problems over $\mathbb{F}_q$ by NASA`]);
    expect(all(entry, 'AU')).toEqual(['van der Maaten, Laurens', 'Roe, Jane, Jr.', 'LHCb Collaboration', '张三']);
    expect(all(entry, 'T2')).toEqual(['J. Test. 1 (2025) 2']);
    expect(all(entry, 'DO')).toEqual(['10.1000/a_b%c']);
    expect(all(entry, 'KW')).toEqual(['数论', 'to read soon now']);
    expect(all(entry, 'N1')).toEqual([
      'arXiv:2512.23705v1 · 笔记\n\n先读第三节\n# 很重要',
      [
        'arXiv:2512.23705v1 · 解读：计算机视觉日报 · 2025-12-30 · 据全文 · v1',
        '论埃尔德什问题',
        '它解决了透明物体的深度。',
        '一句话\n它解决了透明物体的深度。',
        '研究问题\n透明物体很难，误差达 5%。\n\n第二段。',
        '方法\n- 扩散模型\n- 微调',
        '关键发现\n- We propose DKT.',
        '解读由模型生成，可能有误，请以原文为准。',
      ].join('\n\n'),
      'arXiv:2512.23705v1 · 解读：另一份日报 · 2025-12-30 · 仅据摘要\n\n论埃尔德什问题\n\n只有一段。\n\n解读由模型生成，可能有误，请以原文为准。',
      'arXiv:2512.23705v1 · 备注：Accepted at CVPR 2026',
    ]);
  });

  test('tells the Chinese title where no analysis does', () =>
    expect(write(paperOf({ paper: { titleChinese: '论文', comments: '8 pages' } }))).toContain(
      'N1  - arXiv:2512.23705v1 · 中文标题：论文\r\n\r\n  备注：8 pages\r\n',
    ));

  test('has no note for a paper without an analysis, or with an excuse in its place', () => {
    const excuse = [{ markdown: '抱歉，我无法访问这篇论文，请您提供论文的全文。' }];
    for (const analyses of [[], excuse]) expect(write(paperOf({ analyses }))).not.toContain('N1');
  });

  test('keeps every field of every paper in its place, whatever the texts are', () => {
    const entries = readRis(write(...HARD_PAPERS));
    expect(entries).toHaveLength(HARD_PAPERS.length);
    for (const [index, entry] of entries.entries()) {
      const hard = HARD_PAPERS[index];
      for (const tag of ['TY', 'ID', 'TI', 'PY', 'DA', 'T2', 'DO', 'UR', 'AB']) {
        expect(all(entry, tag).length).toBeLessThanOrEqual(1);
      }
      const said = hard?.paper.authors.filter((name) => name.replace(/[\s,\p{Cc}\p{Cf}]/gu, '') !== '') ?? [];
      expect(all(entry, 'AU')).toHaveLength(said.length);
      // Zotero reads a note with a tag in it as HTML.
      for (const note of all(entry, 'N1')) expect(note).not.toMatch(/<[A-Za-z/!?][^>]*>/);
    }
  });

  test('is read by citation-js', () => {
    const read = new Cite(write(...HARD_PAPERS), { forceType: '@ris/file' }).data;
    expect(read).toHaveLength(HARD_PAPERS.length);
    expect(read[0]?.['author']).toHaveLength(200);
    const [full] = new Cite(write(FULL_PAPER), { forceType: '@ris/file' }).data;
    expect(full).toMatchObject({
      type: 'article-journal',
      title: String.raw`On Erdős problems over $\mathbb{F}_q$ by NASA`,
      DOI: '10.1000/a_b%c',
      issued: { 'date-parts': [[2025, 12, 29]] },
      keyword: '数论,to read soon now',
      author: [
        { family: 'van der Maaten', given: 'Laurens' },
        { family: 'Roe', given: 'Jane', suffix: 'Jr.' },
        { literal: 'LHCb Collaboration' },
        { family: '张三' },
      ],
    });
    expect(String(full?.['note'])).toMatch(/先读第三节[\s\S]*它解决了透明物体的深度/);
  });
});
