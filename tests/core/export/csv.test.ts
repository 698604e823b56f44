import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvChunks } from '@/core/export/csv';
import { FULL_PAPER, HARD_PAPERS } from './hard-papers';
import { paperOf } from './papers';

const zh = { language: 'zh' } as const;
type Papers = Parameters<typeof csvChunks>[0];
const write = (...papers: Papers) => [...csvChunks(papers, zh)].join('');
const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });
const tableOf = (...papers: Papers): Record<string, string>[] => parse(write(...papers), { bom: true, columns: true });

describe('CSV', () => {
  test('begins with a byte order mark and ends every row as Excel does', () => {
    const text = write(paperOf());
    expect(text.startsWith('\uFEFFarXiv,标题,中文标题,一句话,标签,笔记,作者,')).toBe(true);
    expect(text.match(/\r\n/g)).toHaveLength(2);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('has its headers in the language of the reader', () => {
    const [first] = read([...csvChunks([], { language: 'en' })].join(''));
    expect(first?.slice(0, 4)).toEqual(['arXiv', 'Title', 'Chinese title', 'In brief']);
    expect(new Set(first).size).toBe(first?.length);
  });

  test('writes a paper with all that a reader has of it', () =>
    expect(tableOf(FULL_PAPER)).toEqual([
      {
        arXiv: 'arXiv:2512.23705v1',
        标题: String.raw`On Erdős problems over $\mathbb{F}_q$ by NASA`,
        中文标题: '论埃尔德什问题',
        一句话: '它解决了透明物体的深度。',
        标签: '数论; to read, soon; now',
        笔记: '先读第三节\n# 很重要',
        作者: 'Laurens van der Maaten; Jane Roe Jr.; LHCb Collaboration; 张三',
        首次发表: '2025-12-29',
        分类: 'cs.CV; cs.RO',
        解读: '一句话\n它解决了透明物体的深度。\n\n研究问题\n透明物体很难，误差达 5%。\n\n第二段。\n\n方法\n- 扩散模型\n- 微调',
        关键发现: 'We propose DKT.',
        解读来源: '计算机视觉日报 · 2025-12-30 · 据全文 · v1',
        摘要: 'Transparent objects are hard.',
        备注: 'Accepted at CVPR 2026',
        期刊: 'J. Test. 1 (2025) 2',
        DOI: '10.1000/a_b%c',
        链接: 'https://arxiv.org/abs/2512.23705',
        引用键: 'vandermaaten2025erdos',
      },
    ]));

  test('leaves the columns of an analysis empty where there is none', () =>
    expect(tableOf(paperOf({ analyses: [{ markdown: '解读失败' }] }))[0]).toMatchObject({
      一句话: '',
      解读: '',
      关键发现: '',
      解读来源: '',
    }));

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1+1',
    '"=1+1',
    '"\'=1+1"',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u200b=1',
    '\u00ad\u2060=1',
    '=HYPERLINK("https://evil.example","x"),=2',
  ])('has no cell that a spreadsheet would compute: %j', (text) => {
    const row = tableOf(
      paperOf({
        paper: { title: text, authors: [text], abstract: text, comments: text, journalRef: text, categories: [text] },
        saved: { savedAt: 1, tags: [text], note: text },
      }),
    )[0];
    for (const column of ['标题', '作者', '摘要', '备注', '期刊', '分类', '标签', '笔记'])
      expect(row?.[column]).toMatch(/^'/);
  });

  test.each(['A = B', '1+1', 'x-ray', 'a@b', '“=1”', '深度 =1'])('leaves %j as it is', (title) =>
    expect(tableOf(paperOf({ paper: { title } }))[0]?.['标题']).toBe(title),
  );

  test('has no cell longer than Excel takes, and no half of a sign', () => {
    const row = tableOf(paperOf({ paper: { abstract: `x${'🚀'.repeat(20_000)}` } }))[0];
    expect(row?.['摘要']?.length).toBeLessThanOrEqual(32_767);
    expect(row?.['摘要']).toMatch(/🚀…$/u);
    expect(row?.['链接']).toBe('https://arxiv.org/abs/2512.23705');
  });

  test('keeps a digit that a number would lose', () =>
    expect(tableOf(paperOf({ paper: { id: '2401.01230' } }))[0]?.['arXiv']).toBe('arXiv:2401.01230v1'));

  test('has a row of all columns for each paper, whatever the texts are', () => {
    const rows = read(write(...HARD_PAPERS));
    expect(rows).toHaveLength(HARD_PAPERS.length + 1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^["'\s]*[=+\-@](?<!^'.*)/);
    const text = fc.array(fc.oneof(fc.constantFrom('"', ',', '\r', '\n', '\t', '=', "'", ';'), fc.string()));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const paper = { title: one.join(''), abstract: other.join('') };
        expect(read(write(paperOf({ paper }), paperOf({ paper: { id: '2512.00001' } })))).toHaveLength(3);
      }),
    );
  });
});
