import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import type { Paper, Report } from '@/core/paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { samplePaper, sampleReport, SUMMARY } from './sample';

/** Parses, and makes sure that the text comes back after a detour through JSON. */
function read(text: string): Report {
  const { report } = parseReport(text);
  expect(formatReport(JSON.parse(JSON.stringify(report)))).toBe(text);
  return report;
}
function readPaper(text: string): Paper {
  const [paper] = read(sampleReport([text])).papers;
  if (!paper) throw new Error('no paper');
  return paper;
}
function refusal(text: string): unknown {
  try {
    return parseReport(text);
  } catch (error) {
    return error instanceof AppError ? [error.code, error.line] : error;
  }
}

describe('a whole report', () => {
  test('has its fields', () => {
    const report = read(sampleReport());
    expect(report).toMatchObject({
      kind: 'report',
      date: '2025-12-30',
      title: 'Arxiv Computer Vision Papers - 2025-12-30',
      summary: { markdown: SUMMARY, invented: false },
    });
    expect(report.summary?.sections.map(({ title }) => title)).toEqual(['', '1. 主要主题与趋势', '2. 建议阅读的论文']);
    const { analysis, ...paper } = report.papers[0] ?? { analysis: null };
    expect(paper).toEqual({
      id: '2512.23705',
      version: 1,
      title: 'A Title',
      titleChinese: null,
      authors: ['Ann Lee', 'Bo Xu'],
      published: '2025-12-29',
      categories: ['cs.CV', 'cs.RO'],
      abstract: 'We present a method. It is wrapped - as many are. It works.',
      failure: null,
      keyFindings: ['We present a method.', 'It is wrapped - as many are.'],
      links: [
        { label: 'PDF', url: 'http://arxiv.org/pdf/2512.23705v1' },
        { label: 'arXiv', url: 'https://arxiv.org/abs/2512.23705v1' },
      ],
      extra: {},
      saved: null,
    });
    expect(analysis?.sections.map(({ part, title }) => [part, title])).toEqual([
      ['problem', '1. 研究问题：'],
      ['method', '2. 方法：'],
    ]);
  });

  test('needs no layout where it is written as the generator writes', () => {
    const paper = samplePaper({ abstract: 'One line.', findings: '- One line.' });
    expect(read(sampleReport([paper])).layout).toBeNull();
  });

  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['some Windows line ends', (text: string) => text.replace('\n', '\r\n').replace('cs.RO\n', 'cs.RO\r\n')],
    ['blanks at line ends', (text: string) => text.replaceAll(':**\n', ':**  \n').replaceAll('---\n', '--- \n')],
    ['no final line end', (text: string) => text.trimEnd()],
    ['no last rule', (text: string) => text.trimEnd().slice(0, -3)],
    ['no time line', (text: string) => text.replace(/^time.*\n\n/, '')],
    ['no heading for the papers', (text: string) => text.replace('## Papers\n\n', '')],
    ['no table of contents', (text: string) => text.replace(/## Table of Contents[^]*?---\n\n/, '')],
    ['more blank lines', (text: string) => text.replaceAll('\n\n', '\n\n\n')],
    ['fewer blank lines', (text: string) => text.replaceAll('\n\n', '\n')],
  ])('is the same with %s', (_name, change) => {
    const usual = read(sampleReport());
    const { layout: _layout, ...changed } = read(change(sampleReport()));
    expect(changed.papers[0]?.keyFindings).toEqual(usual.papers[0]?.keyFindings);
    expect(changed.papers[0]?.links).toEqual(usual.papers[0]?.links);
    expect(changed.papers[0]?.abstract).toEqual(usual.papers[0]?.abstract);
    expect([changed.date, changed.title]).toEqual([usual.date, usual.title]);
  });

  test('without a summary has none', () => expect(read(sampleReport(undefined, '')).summary).toBeNull());

  test.each([
    '# 今日概览\n\n## 执行摘要\n\n---\n\n## 趋势\n\n一些。',
    '## Executive Summary\n\n一些。\n\n## Papers\n\n更多。',
    '一些。\n\n---\n\n---',
    '一些。\n---',
    '## Table of Contents\n\n1. 趋势',
  ])('keeps a summary with marks of the frame: %j', (summary) => {
    const report = read(sampleReport(undefined, summary));
    expect(report.summary?.markdown).toBe(summary);
    expect(report.papers).toHaveLength(1);
  });

  test('of a day without papers tells that its summary is invented', () => {
    const text = sampleReport([], '### 趋势\n\n论文A：[在此插入论文标题]，XX月XX日发布。');
    expect(read(text)).toMatchObject({ papers: [], summary: { invented: true } });
    expect(read(sampleReport([], '今天没有新论文。')).summary?.invented).toBe(false);
  });

  test('twice in one file gives the papers of both', () => {
    const text = sampleReport() + sampleReport([samplePaper({ id: '2601.00001v2' }), samplePaper()]);
    expect(read(text).papers.map(({ id, version }) => [id, version])).toEqual([
      ['2512.23705', 1],
      ['2601.00001', 2],
      ['2512.23705', 1],
    ]);
  });

  test('with a table of contents of its own keeps it, and tells which line has no paper', () => {
    const contents = '1. [Another wording of A Title](#2512.23705v1)\n\n3. [Gone](#2512.00001v1)';
    const text = sampleReport(
      [samplePaper(), samplePaper({ id: '2512.00002v1', title: 'Not named' })],
      SUMMARY,
      contents,
    );
    expect(read(text).papers).toHaveLength(2);
    expect(parseReport(text).skipped).toEqual([{ line: 27, reason: expect.stringContaining('Gone') }]);
  });

  test('takes no heading for the frame’s that only begins like it', () => {
    const summary = '一些。\n\n## Papers we liked\n\n更多。\n\n## Table of Contents of the week\n\n更多。';
    const text = sampleReport(undefined, summary)
      .replace(/## Table of Contents\n\n[^]*?---\n\n/, '')
      .replace('## Papers\n\n', '');
    expect(read(text).summary?.markdown).toBe(summary);
    expect(read(text.replace('## Executive Summary\n', '## Executive Summary of today\n')).summary?.markdown).toBe(
      `## Executive Summary of today\n\n${summary}`,
    );
  });

  test('keeps the last line of a summary with no rule behind it', () => {
    const text = sampleReport(undefined, '一些。\n\n最后一行。').replace('最后一行。\n\n---', '最后一行。');
    expect(read(text).summary?.markdown).toBe('一些。\n\n最后一行。');
  });

  test('takes no rule for a summary, or for a line of its contents', () => {
    expect(read(sampleReport(undefined, '').replace('## Table', '---\n\n---\n\n## Table')).summary).toBeNull();
    expect(read(sampleReport(undefined, '---\n\n---')).summary).toBeNull();
    const text = sampleReport(
      [samplePaper(), samplePaper({ id: '2512.00002v1', title: 'Second' })],
      SUMMARY,
      '1. [A Title](#2512.23705v1)\n\n---\n\n2. [Second](#2512.00002v1)',
    );
    expect(read(text).papers).toHaveLength(2);
    expect(parseReport(text).skipped).toEqual([]);
  });

  test('takes no heading of its summary for its title', () => {
    const text = sampleReport(undefined, '# 日报 2020-01-01\n\n一些。').replace(/^# Arxiv.*\n\n/m, '');
    expect(read(text)).toMatchObject({
      title: '',
      date: '2025-12-30',
      summary: { markdown: '# 日报 2020-01-01\n\n一些。' },
    });
  });

  test('with text in front of its summary takes a new summary under the heading', () => {
    const report = read(sampleReport().replace('## Executive', '一行字。\n\n## Executive'));
    const summary = { markdown: '新的概览。', sections: [], invented: false };
    expect(formatReport({ ...report, summary })).toContain('## Executive Summary\n\n新的概览。\n\n---\n\n## Table');
  });

  test('keeps text that stands nowhere', () => {
    const report = read(sampleReport().replace('## Papers\n', '## Papers\n\nA stray line.\n'));
    expect(JSON.stringify({ ...report, layout: null })).toContain('A stray line.');
  });
});

describe('a paper', () => {
  const repeated =
    '**Analysis:**\n\n**Title:** A Title\n\n**Authors:** Nobody\n**Categories:** cs.XX\n**Published Date:** 1999-01-01\n**Abstract:**\nAgain.\n\n## 方法\n\n---\n\n**Key Findings:**\n\n* 发现。\n\n**Links:**\n\n说明。\n\n---';
  test('is not changed by fields repeated in its analysis', () => {
    const paper = readPaper(samplePaper({ analysis: repeated }));
    expect(paper).toMatchObject({
      authors: ['Ann Lee', 'Bo Xu'],
      categories: ['cs.CV', 'cs.RO'],
      published: '2025-12-29',
      abstract: 'We present a method. It is wrapped - as many are. It works.',
      analysis: { markdown: repeated.slice('**Analysis:**\n\n'.length) },
      extra: {},
    });
    expect(paper.keyFindings).toHaveLength(2);
    expect(paper.links).toHaveLength(2);
  });

  test.each([
    ['### 论文解读\n\n正文。', '正文。'],
    ['**Analysis:**\n\n    缩进的正文。', '    缩进的正文。'],
    ['**Analysis:**\n正文。\n---', '正文。\n---'],
    ['### 1. 研究问题\n\n没有标记的正文。', '### 1. 研究问题\n\n没有标记的正文。'],
    ['没有标记的中文正文。', '没有标记的中文正文。'],
  ])('finds the analysis in %j', (analysis, markdown) => {
    const paper = readPaper(samplePaper({ analysis }));
    expect(paper.analysis?.markdown).toBe(markdown);
    expect(paper.abstract).toMatch(/It works\.$/);
  });

  test('may lack analysis and findings', () => {
    expect(readPaper(samplePaper({ analysis: '', findings: '' }))).toMatchObject({ analysis: null, keyFindings: [] });
    expect(readPaper(samplePaper({ analysis: '**Analysis:**' }))).toMatchObject({ analysis: null, failure: null });
  });

  test('keeps an analysis that is none as a failure', () => {
    const text = '请提供论文的全文，我将为您分析。\n\n### 1. 摘要翻译\n\n### 2. 方法动机';
    expect(readPaper(samplePaper({ analysis: `**Analysis:**\n\n${text}` }))).toMatchObject({
      analysis: null,
      failure: text,
    });
  });

  test.each([
    ['**Citations:** 12', { Citations: '12' }],
    ['**Scores:** 3, 2\n\n**Venue:** CVPR', { Scores: '3, 2', Venue: 'CVPR' }],
    ['**Scores:**\n- one: 1\n- two: 2', { Scores: '- one: 1\n- two: 2' }],
    ['**评分：** 高', { 评分: '高' }],
    ['**Note:** a\n\n**Note:** b', { Note: 'a', 'Note 2': 'b' }],
    ['A line of nothing.', { 其他: 'A line of nothing.' }],
    ['**__proto__:** x', { 其他: '**__proto__:** x' }],
    ['**Scores:**\n\n**Venue:** CVPR', { Scores: '', Venue: 'CVPR' }],
    ['---\n\n**Venue:** CVPR\n\n---', { Venue: 'CVPR' }],
    ['**Authors:** Somebody Else', { Authors: 'Somebody Else' }],
  ])('keeps %j', (head, extra) => expect(readPaper(samplePaper({ head })).extra).toEqual(extra));

  test.each(['analysis', 'findings', 'links'] as const)('keeps an unknown field behind its %s', (place) => {
    const usual = samplePaper();
    const marks = { analysis: '\n\n**Key Findings:**', findings: '\n\n**Links:**', links: '\n\n---' };
    const paper = readPaper(usual.replace(marks[place], (mark) => `\n\n**Venue:** CVPR 2026${mark}`));
    expect(paper.extra).toEqual({ Venue: 'CVPR 2026' });
    expect(paper.keyFindings).toHaveLength(2);
    expect(paper.analysis?.markdown).not.toContain('Venue');
  });

  test.each([
    [' Team A,  Team B', ['Team A', 'Team B']],
    ['Ann Lee, :, Ann Lee', ['Ann Lee', ':', 'Ann Lee']],
    ['Ann Lee,, Bo Xu,', ['Ann Lee', 'Bo Xu']],
    ['José Núñez, 王小明', ['José Núñez', '王小明']],
  ])('reads the authors %j', (authors, names) => expect(readPaper(samplePaper({ authors })).authors).toEqual(names));

  test.each([
    'Flex-$π$ & G$^2$VLM: 50°?',
    'A [v2] (with) ](marks)',
    'Fr\'echet "quoted" <b>',
    '  blanks  around ',
    'wrapped\n  over two lines',
    '{} and {id} $& $1',
  ])('reads the title %j', (title) => {
    expect(readPaper(samplePaper({ title })).title).toBe(title.trim().replace(/\n\s*/, ' '));
  });

  test.each([
    'http://arxiv.org/abs/2512.23705v1',
    'https://arxiv.org/abs/2512.23705',
    'https://arxiv.org/pdf/2512.23705v1.pdf',
  ])('may link to %s', (url) => expect(readPaper(samplePaper({ url })).id).toBe('2512.23705'));

  test.each([
    ['math.GT/0309136v2', 'math/0309136', 2],
    ['2512.23705', '2512.23705', null],
    ['2512.23705v12', '2512.23705', 12],
  ])('has the id %s', (id, base, version) =>
    expect(readPaper(samplePaper({ id }))).toMatchObject({ id: base, version }),
  );

  test('has no title that goes on behind a blank line', () => {
    const text = sampleReport([samplePaper(), samplePaper({ id: '2512.00002v1', title: 'One\n\nTwo' })]);
    expect(read(text).papers.map(({ id }) => id)).toEqual(['2512.23705']);
  });

  test('is found by its heading when the anchor was lost, and by its anchor when the heading was', () => {
    const text = sampleReport();
    expect(read(text.replace(/<a id.*\n/, '')).papers[0]?.id).toBe('2512.23705');
    expect(read(text.replace(/^## \[.*\n/m, '')).papers[0]?.title).toBe('A Title');
  });

  test('does not begin at a link of HTML right before the heading of another that has no anchor', () => {
    const text = sampleReport([
      samplePaper({ links: "- [PDF](http://arxiv.org/pdf/2512.23705v1)\n\n<a href='x'>代码</a>" }).replace(
        /\n\n---\s*$/,
        '\n',
      ),
      samplePaper({ id: '2512.00002v1' }).replace(/^.*\n/, ''),
    ]);
    const { papers } = read(text);
    expect(papers.map(({ id }) => id)).toEqual(['2512.23705', '2512.00002']);
    expect(JSON.stringify(papers[0]?.extra)).toContain('代码');
  });

  test.each([
    ['a link', "<a id='2512.00001v1'></a>\n\n[原文](https://arxiv.org/abs/2512.00001v1)"],
    ['prose that ends in one', "<a id='2512.00001v1'></a>\n见 [原文](https://arxiv.org/abs/2512.00001v1)"],
    ['nothing', "<a id='2512.00001v1'></a>"],
    ['a heading that links elsewhere', '## [代码](https://example.org/2512.00001)'],
    ['a linked heading without authors', '## [原文](https://arxiv.org/abs/2512.00001v1)'],
  ])('does not begin at an anchor in an analysis that is followed by %s', (_name, words) => {
    const analysis = `**Analysis:**\n\n${words}\n\n正文。`;
    const { papers } = read(sampleReport([samplePaper({ analysis }), samplePaper({ id: '2512.00002v1' })]));
    expect(papers.map(({ id }) => id)).toEqual(['2512.23705', '2512.00002']);
    expect(papers[0]?.analysis?.markdown).toContain('正文。');
  });

  test('does not begin at a heading or an anchor inside an analysis', () => {
    const analysis = "**Analysis:**\n\n<a id='x'></a>\n\n## [A link](https://example.org/2512.00001)\n\n---\n\n正文。";
    expect(readPaper(samplePaper({ analysis })).analysis?.markdown).toContain('正文。');
  });
});

describe('parseReport refuses', () => {
  test.each([
    ['nothing', '', ['no-report', 1]],
    ['some Markdown', '# A readme\n\n## Papers\n\ntext', ['no-report', 1]],
    ['a page', '<html><body>404</body></html>', ['no-report', 1]],
  ])('%s', (_name, text, expected) => expect(refusal(text)).toEqual(expected));

  test.each([
    ['its summary', '**2. 建议', 'no-paper'],
    ['its contents', '## Papers', 'no-paper'],
    ['an analysis', '**2. 方法', 'cut-short'],
  ])('a report cut in %s, naming its last line', (_name, mark, code) => {
    const text = sampleReport().split(mark)[0]?.trimEnd() ?? '';
    expect(refusal(text)).toEqual([code, text.split('\n').length]);
  });

  test('a report cut at any place, or reads what is left', () => {
    const text = sampleReport([samplePaper(), samplePaper({ id: '2512.00002v1' })]);
    for (let length = 0; length <= text.length; length += 7) {
      const found = refusal(text.slice(0, length));
      if (!Array.isArray(found)) read(text.slice(0, length));
    }
  });
});
