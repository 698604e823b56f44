import { describe, expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { reach } from './reach';
import { WHOLE_REPORTS } from './whole-reports';

describe.each(WHOLE_REPORTS)('a report with $name', ({ text, papers, invented, summary }) => {
  const { report, skipped } = parseReport(text);

  test('has its papers in order, with sections, failures and fields', () => {
    expect(report.papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
    for (const [index, { sections, extra = {}, findings = 2 }] of papers.entries()) {
      const paper = report.papers[index];
      expect(paper).toMatchObject({ authors: ['Ann Lee', 'Bo Xu'], published: '2025-12-29', extra });
      expect([paper?.keyFindings.length, paper?.links.length]).toEqual([findings, 2]);
      expect(paper?.abstract).toBe('We present a method. It is wrapped - as many are. It works.');
      if (typeof sections === 'string') expect(paper?.failure).toContain(sections);
      else expect(paper?.failure).toBeNull();
      const titled = paper?.analysis?.sections.filter(({ title }) => title !== '');
      expect(titled?.map(({ part, title }) => `${part} ${title}`) ?? null).toEqual(
        Array.isArray(sections) ? sections : null,
      );
    }
  });

  test('has its summary, and news only where there is some', () => {
    expect(report.summary?.invented ?? null).toBe(invented);
    const titles = report.summary?.sections.map(({ title }) => title).filter((title) => title !== '');
    if (summary) expect(titles).toEqual(summary);
    expect([report.date, report.title]).toEqual(['2025-12-30', 'Arxiv Computer Vision Papers - 2025-12-30']);
    expect(skipped).toEqual([]);
  });

  test('comes back byte for byte with every word within reach', () => {
    expect(formatReport(JSON.parse(JSON.stringify(report)))).toBe(text);
    expect(reach(text, { ...report, layout: null }).lost).toEqual([]);
  });
});
