import { describe, expect, test } from 'vitest';
import { linksOf, paperHref } from '@/core/export/paper-links';
import { toReportJson } from '@/core/export/report-json';
import { toReportMarkdown } from '@/core/export/report-markdown';
import type { Paper } from '@/core/paper';
import { parseReport } from '@/core/report/parse';
import { readInput } from '@/core/report/read';
import { hasShared, sharedFile } from '../../shared';
import { samplePaper, sampleReport } from '../report/sample';

const FAILED = samplePaper({ id: '2512.00002v1', analysis: '**Analysis:**\n\n请提供论文的全文，我才能分析。' });
const TEXTS: [string, string][] = [
  ['as the generator writes it', sampleReport()],
  ['with a mark of its encoding and the line ends of Windows', `\uFEFF${sampleReport()}`.replaceAll('\n', '\r\n')],
  ['with a paper whose analysis is none', sampleReport([samplePaper(), FAILED])],
  ['without a paper', sampleReport([])],
];

const analysed = (papers: Paper[]) => papers.filter(({ analysis }) => analysis !== null).map(({ id }) => id);

describe('a report as Markdown', () => {
  test.each(TEXTS)('is the file that it came as, %s', (_, text) => {
    expect(toReportMarkdown(parseReport(text).report)).toBe(text);
  });

  test('has nothing in the place of an analysis that is none, where it never was text', () => {
    const { report } = parseReport(sampleReport([samplePaper(), FAILED]));
    const text = toReportMarkdown({ ...report, layout: null });
    expect(text).not.toContain('请提供论文的全文');
    const again = parseReport(text).report.papers;
    expect(again.map(({ id, analysis }) => [id, analysis !== null])).toEqual([
      ['2512.23705', true],
      ['2512.00002', false],
    ]);
  });
});

describe('a report as JSON', () => {
  test.each(TEXTS)('is read as the same report again, %s', (_, text) => {
    const { report } = parseReport(text);
    expect(readInput(toReportJson(report))).toEqual({ report, skipped: [] });
  });
});

const DAY_FILES = [
  '70asunflower__2026-06-17_AI_enhanced_English.jsonl',
  'dw-dengwei__2026-06-25_AI_enhanced_Chinese.jsonl',
  'xmkxabc__2025-06-29_AI_enhanced_Chinese.jsonl',
];

describe.runIf(hasShared)('the report of a day file', () => {
  test.each(DAY_FILES)('is read from its JSON as it was, and has no analysis more in its Markdown: %s', (name) => {
    const { report } = readInput(sharedFile(`feeds/${name}`), { date: '2026-06-25' });
    expect(readInput(toReportJson(report)).report).toEqual(report);
    const again = parseReport(toReportMarkdown(report)).report;
    expect(again.papers.map(({ title }) => title)).toEqual(
      report.papers.map(({ title }) => title.replaceAll('\n', ' ')),
    );
    expect(analysed(again.papers)).toEqual(analysed(report.papers));
  });
});

describe('the ways to a paper', () => {
  const paper = { id: '2512.23705', version: 2, links: [] as { label: string; url: string }[] };

  test.each<[string, number | null, string]>([
    ['2512.23705', 2, 'https://arxiv.org/abs/2512.23705v2'],
    ['hep-th/9901001', null, 'https://arxiv.org/abs/hep-th/9901001'],
  ])('lead from %s to its page', (id, version, href) => expect(paperHref({ id, version })).toBe(href));

  test.each(['10.1000/1', 'javascript:alert(1)', '../../login', '', '2512.23705v1'])('lead from %j to no page', (id) =>
    expect(paperHref({ id, version: null })).toBeNull(),
  );

  test('are the usual ones, then those of its source, each once', () => {
    const links = [
      { label: 'PDF', url: 'http://arxiv.org/pdf/2512.23705v2' },
      { label: 'arXiv', url: 'https://arxiv.org/abs/2512.23705' },
      { label: ' ', url: 'https://code.example/a' },
    ];
    expect(linksOf({ ...paper, links }).map(({ label }) => label)).toEqual([
      'arXiv',
      'PDF',
      'HTML',
      'https://code.example/a',
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/x', 'https://a:b@evil.example/'])(
    'never lead to %s',
    (url) => expect(linksOf({ ...paper, links: [{ label: 'x', url }] })).toHaveLength(3),
  );
});
