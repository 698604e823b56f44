import { expect, test } from 'vitest';
import { buildGuide } from '@/core/guide/build';
import { prepareReport } from '@/core/library/prepare';
import type { Paper, Report } from '@/core/paper';

const BAD = 'a\u202Eb\0c\uD800d';
const paper: Paper = {
  id: '2512.00001',
  version: 1,
  title: BAD,
  titleChinese: BAD,
  authors: [BAD],
  published: BAD,
  categories: [BAD],
  abstract: BAD,
  analysis: { markdown: BAD, basis: 'full', sections: [{ part: 'method', title: BAD, markdown: BAD }] },
  failure: null,
  keyFindings: [BAD],
  links: [{ label: BAD, url: BAD }],
  extra: { [BAD]: BAD, Comments: BAD },
  saved: null,
};
const report: Report = { kind: 'report', date: '2026-06-25', title: BAD, summary: null, papers: [paper], layout: null };

test('what a reader sees of a report hides nothing and turns nothing; its own text stays as it came', async () => {
  const prepared = await prepareReport(report, 0, { build: (analysis, one) => buildGuide(analysis, one) });
  const { text, papers, report: record, guides } = prepared;
  expect(text.report).toBe(report);
  const shown = JSON.stringify([papers, { ...record, id: '' }, guides.map((guide) => ({ ...guide, key: '' }))]);
  // As JSON writes them.
  expect(shown).not.toMatch(/\u202E|\\u0000|\\ud800/);
  expect(papers[0]).toMatchObject({ titleChinese: 'abc\uFFFDd', categories: ['abc\uFFFDd'] });
});

test('the key of a report can stand in an address', async () => {
  const { report: record } = await prepareReport(report, 0, { build: (analysis, one) => buildGuide(analysis, one) });
  expect(() => encodeURIComponent(record.id)).not.toThrow();
});
