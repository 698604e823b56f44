import { describe, expect, test } from 'vitest';
import { buildGuide } from '@/core/guide/build';
import { prepareReport } from '@/core/library/prepare';
import { readInput } from '@/core/report/read';

const ROW = {
  id: '2606.01234',
  title: 'Maps',
  authors: ['A. Author'],
  categories: ['cs.CV'],
  abs: 'http://arxiv.org/abs/2606.01234',
  comment: '12 pages, accepted at CVPR 2026',
  score: 7,
  summary: 'We draw maps.',
  AI: {
    tldr: 'Summary generation failed',
    motivation: '画地图太慢。',
    method: 'Method extraction failed',
    result: '快了 20 倍。',
    conclusion: '可以一试。',
  },
};

const prepare = (row: object) =>
  prepareReport(readInput(JSON.stringify(row), { date: '2026-06-25' }).report, 0, { build: buildGuide });

describe('a row of which a part has failed', () => {
  test('shows nowhere what its generator says in the part’s place', async () => {
    const { analyses, guides, text } = await prepare(ROW);
    for (const shown of [analyses, guides]) {
      expect(JSON.stringify(shown)).not.toMatch(/generation failed|extraction failed/);
      expect(JSON.stringify(shown)).toContain('画地图太慢');
    }
    expect(JSON.stringify(text)).toContain('Summary generation failed'); // the report itself keeps it
  });

  test('keeps the other fields that nobody knows', async () => {
    const { analyses } = await prepare(ROW);
    expect(analyses[0]?.extra).toEqual({ score: '7' });
  });

  test('has only the numbers of its analysis compared with the abstract', async () => {
    const { guides } = await prepare(ROW);
    expect(guides[0]?.numbers).toEqual({ text: 'abstract', found: 0, absent: 1 });
  });
});

test('what authors say of their paper is the paper’s, with and without an analysis', async () => {
  const { AI: _, ...bare } = ROW;
  for (const row of [ROW, bare]) {
    expect((await prepare(row)).papers[0]).toMatchObject({ comments: '12 pages, accepted at CVPR 2026' });
  }
});

describe('a paper without an analysis', () => {
  const bare = { ...ROW, AI: undefined, title: 'Maps of $\\pi$' };
  const report = (keyFindings: string[]) => {
    const { report: read } = readInput(JSON.stringify(bare), { date: '2026-06-25' });
    return prepareReport({ ...read, papers: read.papers.map((paper) => ({ ...paper, keyFindings })) }, 0, {
      build: buildGuide,
    });
  };

  test('is told of by the first of its key sentences, its formulas drawn', async () => {
    const { report: record } = await report(['We draw $x^2$ maps.', 'They are good.']);
    expect(JSON.stringify(record.entries[0]?.keySentence)).toMatch(/We draw .*"msup"/);
  });

  test('has none where its report has none, nor has a paper with an analysis', async () => {
    expect((await report([])).report.entries[0]).not.toHaveProperty('keySentence');
    expect((await prepare(ROW)).report.entries[0]).not.toHaveProperty('keySentence');
  });
});

test('old links to arXiv are upgraded in the library and stay as they are in the report', async () => {
  const { papers, text } = await prepare(ROW);
  expect(papers[0]?.links).toEqual([{ label: 'arXiv', url: 'https://arxiv.org/abs/2606.01234' }]);
  expect(text.report.papers[0]?.links).toEqual([{ label: 'arXiv', url: 'http://arxiv.org/abs/2606.01234' }]);
});

test('an analysis in another language is marked as such, a Chinese one is not', async () => {
  const AI = {
    tldr: 'Maps in one go.',
    motivation: 'Slow.',
    method: 'A network.',
    result: 'Fast.',
    conclusion: 'Good.',
  };
  const english = await prepare({ ...ROW, AI });
  expect([english.analyses[0]?.language, english.guides[0]?.language]).toEqual(['en', 'en']);
  expect(english.report.entries[0]?.language).toBe('en');
  expect((await prepare(ROW)).analyses[0]).not.toHaveProperty('language');
});
