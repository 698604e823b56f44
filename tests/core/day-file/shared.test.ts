import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '@/core/day-file/placeholder';
import { type Paper, reportSchema } from '@/core/paper';
import { readInput } from '@/core/report/read';
import { dateOfName } from '@/core/report-day';
import { splitAnalysis } from '@/core/report/sections';
import { hasShared, sharedFile, sharedPath } from '../../shared';

/** Every text in a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
const solid = (text: string) => text.replace(/\s+/g, '');

/** How many of a row's characters a paper has, of how many: each text of the row must stand in one of the paper's. */
function reach(row: unknown, paper: Paper | undefined): [number, number] {
  const known = textsOf(paper).map(solid);
  let reached = 0;
  let all = 0;
  for (const text of textsOf(row).map(solid)) {
    all += text.length;
    if (known.some((one) => one.includes(text))) reached += text.length;
  }
  return [reached, all];
}

const COUNTS: Record<string, { papers: number; titled: number; sections: number; code: number }> = {
  '70asunflower__2026-06-17_AI_enhanced_English.jsonl': { papers: 14, titled: 0, sections: 5, code: 0 },
  'dw-dengwei__2026-06-25_AI_enhanced_Chinese.jsonl': { papers: 26, titled: 0, sections: 5, code: 1 },
  'xmkxabc__2025-06-29_AI_enhanced_Chinese.jsonl': { papers: 40, titled: 40, sections: 6, code: 0 },
};

test.runIf(hasShared)('every real day file is looked at', () => {
  const files = readdirSync(sharedPath('feeds')).filter((name) => name.endsWith('.jsonl'));
  expect(files.toSorted()).toEqual(Object.keys(COUNTS).toSorted());
});

describe.runIf(hasShared).each(Object.entries(COUNTS))('the real day file %s', (name, counts) => {
  const text = () => sharedFile(`feeds/${name}`);
  const rows = () =>
    text()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  const read = () => readInput(text(), { date: dateOfName(name) });

  test('is a report of its day with all its papers and analyses', () => {
    const { report, skipped } = read();
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect([report.date, skipped]).toEqual([/\d{4}-\d\d-\d\d/.exec(name)?.[0], []]);
    const { papers } = report;
    expect({
      papers: papers.length,
      analyses: papers.filter(({ analysis }) => analysis).length,
      failures: papers.filter(({ failure }) => failure !== null).length,
      titled: papers.filter(({ titleChinese }) => titleChinese !== null).length,
      code: papers.filter(({ links }) => links.some(({ label }) => label === 'Code')).length,
    }).toEqual({
      papers: counts.papers,
      analyses: counts.papers,
      failures: 0,
      titled: counts.titled,
      code: counts.code,
    });
    for (const { analysis, abstract, title, authors, categories, links } of papers) {
      expect(analysis?.sections).toHaveLength(counts.sections);
      expect(splitAnalysis(analysis?.markdown ?? '').map(({ part, title: heading }) => [part, heading])).toEqual(
        analysis?.sections.map(({ part, title: heading }) => [part, heading]),
      );
      expect([title, abstract, authors, categories].every(({ length }) => length > 0)).toBe(true);
      expect(`${title}${abstract}`).not.toMatch(/[^\n]\n[^\n]/);
      expect(links.slice(0, 2).map(({ url }) => url.replace(/^http:/, 'https:').slice(0, 22))).toEqual([
        'https://arxiv.org/pdf/',
        'https://arxiv.org/abs/',
      ]);
    }
  });

  test('has no placeholder for an analysis', () => {
    const sections = read().report.papers.flatMap(({ analysis }) => analysis?.sections ?? []);
    for (const { markdown } of sections) expect(isPlaceholder(markdown, true)).toBe(false);
  });

  test('loses at most one in a thousand of any row’s characters', () => {
    const { papers } = read().report;
    for (const [index, row] of rows().entries()) {
      const [reached, all] = reach(row, papers[index]);
      expect(reached / all).toBeGreaterThanOrEqual(0.999);
    }
  });

  test('gives, with its analyses taken for placeholders or away, papers without one', () => {
    const failed = rows().map((row) => ({
      ...Object(row),
      AI: { tldr: 'Processing failed', method: 'Processing failed' },
    }));
    const crawled = rows().map((row) => ({ ...Object(row), AI: undefined }));
    for (const [some, failure] of [
      [failed, 'Processing failed'],
      [crawled, null],
    ] as const) {
      const { papers } = readInput(some.map((row) => JSON.stringify(row)).join('\n')).report;
      expect(papers).toHaveLength(counts.papers);
      for (const paper of papers) expect([paper.analysis, paper.failure]).toEqual([null, failure]);
    }
  });
});
