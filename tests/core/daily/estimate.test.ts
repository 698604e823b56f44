import { describe, expect, test } from 'vitest';
import { parseRss } from '@/core/arxiv/rss';
import { estimateDay, usualToScore } from '@/core/daily/estimate';
import { overviewPrompt } from '@/core/daily/model-overview';
import { scorePrompt } from '@/core/daily/model-score';
import { MOST_SCORED, SCORE_BATCH } from '@/core/daily/score-batch';
import { toPaper } from '@/core/daily/to-paper';
import { costOf, estimateGuideCost, estimateTokens } from '@/core/model/cost';
import type { ModelRequest } from '@/core/model/stream';
import { parseReport } from '@/core/report/parse';
import { hasShared, sharedFile } from '../../shared';
import { interestsOf } from './papers';

const PRICE = { input: 2, output: 8 };

describe('estimateDay', () => {
  test.each([
    [0, 0, 0],
    [1, 0, 1],
    [16, 10, 12],
    [17, 10, 13],
    [44, 10, 14],
    [44, 0, 3],
  ])('counts the requests for %d papers to score and %d guides: %d', (toScore, most, requests) => {
    expect(estimateDay({ toScore, most }, PRICE).requests).toBe(requests);
  });

  test('costs what its tokens cost, and nothing for nothing', () => {
    const { input, output, yuan } = estimateDay({ toScore: 44, most: 10 }, PRICE);
    expect(yuan).toBe(costOf({ input, output }, PRICE));
    expect(estimateDay({ toScore: 0, most: 0 }, PRICE)).toEqual({ requests: 0, input: 0, output: 0, yuan: 0 });
  });

  test('knows no price without one', () => {
    expect(estimateDay({ toScore: 44, most: 10 }, null)).toMatchObject({ yuan: null, requests: 14 });
  });

  test('costs a guide more for each guide, and its line in the overview', () => {
    const costs = [10, 11].map((most) => estimateDay({ toScore: 44, most }, PRICE).yuan ?? 0);
    const more = (costs[1] ?? 0) - (costs[0] ?? 0);
    expect(more).toBeGreaterThan(estimateGuideCost(PRICE) ?? 0);
    expect(more).toBeLessThan((estimateGuideCost(PRICE) ?? 0) * 1.05);
  });
});

describe('usualToScore', () => {
  test('grows with categories and cross-lists, and counts a category once', () => {
    expect(usualToScore([], true)).toBe(0);
    expect(usualToScore(['cs.CV'], false)).toBe(44);
    expect(usualToScore(['cs.CV', 'cs.CV'], true)).toBe(55);
    expect(usualToScore(['cs.CV', 'cs.RO'], false)).toBe(88);
    const many = ['cs.CV', 'cs.RO', 'cs.AI', 'cs.CL', 'cs.LG', 'cs.GR'];
    expect(usualToScore(many, true)).toBe(MOST_SCORED);
  });
});

const sizeOf = ({ system, user }: ModelRequest) => estimateTokens(system + user);

describe.runIf(hasShared)('the figures of a real day', () => {
  const papers = hasShared
    ? parseRss(sharedFile('pages/rss/cs.CV.xml')).items.map((item) => ({ ...item, comments: null, published: null }))
    : [];
  const interests = interestsOf({ primary: ['world model', 'robot manipulation'], secondary: ['point cloud'] });

  test('are those that are said before it is known', () => {
    const [news, crosses] = ['new', 'cross'].map((type) => papers.filter(({ announced }) => announced === type).length);
    expect(usualToScore(['cs.CV'], false)).toBe(news);
    expect(usualToScore(['cs.CV'], true)).toBe((news ?? 0) + (crosses ?? 0));
  });

  test.each(['zh', 'en'] as const)('cover the requests for scores in %s, and not by far', (language) => {
    const news = papers.filter(({ announced }) => announced === 'new');
    let real = 0;
    for (let at = 0; at < news.length; at += SCORE_BATCH) {
      const batch = news.slice(at, at + SCORE_BATCH);
      real += sizeOf(scorePrompt({ papers: batch, interests, language, boundary: 'q7xk2m' }));
    }
    const { input } = estimateDay({ toScore: news.length, most: 0 }, null);
    expect(real).toBeLessThan(input);
    expect(real).toBeGreaterThan(input * 0.8);
  });

  test('cover the overview of papers with and without an analysis, and not by far', () => {
    const { report } = parseReport(sharedFile('reports/arxiv_cv_report_2025-12-30.md'));
    const guides = estimateDay({ toScore: 0, most: 10 }, null).input - 10 * 16_000;
    for (const ten of [report.papers, papers.slice(0, 10).map(toPaper)]) {
      const asked = { date: '2025-12-30', announced: 44, categories: ['cs.CV'], boundary: 'q7xk2m' };
      const size = sizeOf(overviewPrompt({ ...asked, papers: ten, language: 'zh', contextTokens: 64_000 }));
      expect(size).toBeLessThan(guides);
      expect(size).toBeGreaterThan(guides * 0.6);
    }
  });
});
