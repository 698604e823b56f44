import { describe, expect, test } from 'vitest';
import { parseRss } from '@/core/arxiv/rss';
import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import { autoOverview } from '@/core/daily/auto-overview';
import { keepToReport } from '@/core/daily/overview-check';
import { publishFiles } from '@/core/daily/publish';
import { toDailyReport } from '@/core/daily/report';
import { toPaper } from '@/core/daily/to-paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { hasShared, sharedFile } from '../../shared';

describe.runIf(hasShared)('a real day of arXiv', () => {
  const announced = hasShared
    ? parseRss(sharedFile('pages/rss/cs.CV.xml')).items.map((item): AnnouncedPaper => ({
        ...item,
        comments: null,
        published: null,
      }))
    : [];
  const parts = {
    date: '2025-12-30',
    categories: ['cs.CV'],
    announced,
    chosen: announced.slice(0, 10),
    rest: announced.slice(10),
    keywords: ['diffusion model'],
  };

  test('becomes a report that reads as it was written, with all its papers', () => {
    for (const chosen of [parts.chosen, announced]) {
      const overview = autoOverview({ ...parts, chosen, rest: [] });
      const report = toDailyReport({ ...parts, papers: chosen.map(toPaper), overview });
      expect(parseReport(formatReport(report))).toEqual({ report, skipped: [] });
      expect(report.papers.every(({ keyFindings }) => keyFindings.length > 0)).toBe(true);
    }
  });

  test('has an overview that names papers of the report only', () => {
    const { markdown } = autoOverview(parts);
    expect(keepToReport(markdown, parts.chosen)).toEqual({ markdown, removed: 0 });
    for (const { title } of parts.rest) expect(markdown).not.toContain(title);
  });

  test('is published in files of which the day’s are below 64 kB', () => {
    const report = toDailyReport({ ...parts, papers: parts.chosen.map(toPaper), overview: autoOverview(parts) });
    const files = publishFiles(report, { previous: [], baseUrl: null, now: 0 });
    for (const { text } of files) expect(Buffer.byteLength(text)).toBeLessThan(65_536);
  });
});

function read(date: string) {
  const { report } = parseReport(sharedFile(`reports/arxiv_cv_report_${date}.md`));
  return { markdown: report.summary?.markdown ?? '', papers: report.papers };
}

describe.runIf(hasShared)('the overview of a real report', () => {
  test('stays whole where it names papers of the report', () => {
    const { markdown, papers } = read('2025-12-30');
    expect(keepToReport(markdown, papers)).toEqual({ markdown, removed: 0 });
    expect(keepToReport(markdown, papers.slice(1)).removed).toBe(1);
  });

  test('loses the items about papers that a shortened report lacks', () => {
    const { markdown, papers } = read('2025-08-27');
    const { markdown: kept, removed } = keepToReport(markdown, papers);
    expect(removed).toBeGreaterThanOrEqual(6);
    expect(kept).not.toMatch(/论文\s*[3-9]|EndoUFM|Relational Graphs/);
    expect(kept).toContain('Beyond flattening');
    expect(keepToReport(kept, papers)).toEqual({ markdown: kept, removed: 0 });
  });
});
