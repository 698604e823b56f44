import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { hasShared, sharedFile } from '../../shared';

const expectedSchema = z.object({
  date: z.string(),
  papers: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      title: z.string(),
      authorsCount: z.number(),
      published: z.string(),
      categories: z.array(z.string()),
      hasAnalysis: z.boolean(),
      analysisSectionTitles: z.array(z.string()),
      keyFindingsCount: z.number(),
      links: z.object({ pdf: z.string(), arxiv: z.string() }),
    }),
  ),
  executiveSummary: z.nullable(
    z.object({ firstLine: z.string(), sectionTitles: z.array(z.string()), titleLine: z.string() }),
  ),
});

/** The wanted titles that are found, in order. */
function found(titles: string[], wanted: string[]): string[] {
  let at = 0;
  for (const title of titles) if (title === wanted[at]) at += 1;
  return wanted.slice(0, at);
}

describe.runIf(hasShared).each(['2025-08-27', '2025-12-30', '2026-09-01'])('the real report of %s', (date) => {
  const name = `reports/arxiv_cv_report_${date}.md`;
  const text = () => sharedFile(name);

  test('has what a reader finds in it', () => {
    const expected = expectedSchema.parse(JSON.parse(sharedFile(`${name}.expected.json`)));
    const { report } = parseReport(text());
    expect(report.date).toBe(expected.date);
    expect(
      report.papers.map((paper, index) => ({
        id: paper.id,
        version: `v${paper.version}`,
        title: paper.title,
        authorsCount: paper.authors.length,
        published: paper.published,
        categories: paper.categories,
        hasAnalysis: paper.analysis !== null,
        analysisSectionTitles: found(
          paper.analysis?.sections.map(({ title }) => title) ?? [],
          expected.papers[index]?.analysisSectionTitles ?? [],
        ),
        keyFindingsCount: paper.keyFindings.length,
        links: { pdf: paper.links[0]?.url, arxiv: paper.links[1]?.url },
      })),
    ).toEqual(expected.papers);
    const summary = expected.executiveSummary;
    if (!summary) expect(report.summary).toBeNull();
    else {
      expect(report.summary?.markdown).toContain(summary.firstLine);
      expect(report.summary?.markdown).toContain(summary.titleLine);
      expect(found(report.summary?.sections.map(({ title }) => title) ?? [], summary.sectionTitles)).toEqual(
        summary.sectionTitles,
      );
    }
  });

  test('comes back byte for byte, and its layout repeats nothing', () => {
    for (const source of [text(), `\uFEFF${text()}`, text().replaceAll('\n', '\r\n'), text().trimEnd()]) {
      const { report } = parseReport(source);
      expect(formatReport(JSON.parse(JSON.stringify(report)))).toBe(source);
      const layout = JSON.stringify(report.layout) ?? '';
      for (const paper of report.papers) {
        expect(layout).not.toContain(paper.id);
        expect(layout).not.toContain(JSON.stringify(paper.title).slice(1, -1));
      }
    }
  });

  test('names every part of every analysis', () => {
    for (const { analysis } of parseReport(text()).report.papers)
      for (const { part, title } of analysis?.sections ?? []) if (title) expect([title, part]).not.toContain('other');
  });
});
