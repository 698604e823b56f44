import { describe, expect, test } from 'vitest';
import { parseRss } from '@/core/arxiv/rss';
import { choosePapers, dedupe } from '@/core/daily/choose';
import { type Interests, NO_INTERESTS, parseInterests } from '@/core/daily/interests';
import { countHits } from '@/core/daily/day-counter';
import { LOCAL_MINIMUM, toLocalScorer } from '@/core/daily/local-score';
import { parseReport } from '@/core/report/parse';
import { hasShared, sharedFile } from '../../shared';

const INTERESTS = parseInterests(`
+ video generation, diffusion, 3D, embodied, robot
vision-language model, multimodal, agent, depth estimation, end-to-end, foundation model
- medical, clinical, remote sensing
`);

/** The announcement of 30 December 2025 in cs.CV, and the ten papers that the report of that day chose by a model. */
describe.runIf(hasShared)('a real day without a model', () => {
  const announced = hasShared
    ? parseRss(sharedFile('pages/rss/cs.CV.xml')).items.map((item) => ({ ...item, comments: null, published: null }))
    : [];
  const papers = dedupe(announced);
  const ten = new Set(
    hasShared ? parseReport(sharedFile('reports/arxiv_cv_report_2025-12-30.md')).report.papers.map(({ id }) => id) : [],
  );
  const choose = (interests: Interests) => {
    const score = toLocalScorer(interests, null);
    const scored = papers.map((paper) => ({ paper, ...score(paper) }));
    return choosePapers(scored, { most: 10, minimum: LOCAL_MINIMUM }).chosen.map(({ paper }) => paper.id);
  };
  const inCommon = (ids: string[]) => ids.filter((id) => ten.has(id)).length;

  test('has nine of the ten among its news; the tenth was announced in cs.RO alone', () => {
    expect(announced).toHaveLength(75);
    expect(papers).toHaveLength(55);
    expect([...ten].filter((id) => !papers.some((paper) => paper.id === id))).toEqual(['2512.22983']);
  });

  // By chance ten of the 55 would have between one and two of the nine.
  test('chooses at least four of the nine, with interests and without', () => {
    expect(countHits(papers, INTERESTS).wanted).toBeGreaterThan(10);
    const [neutral, interested] = [choose(NO_INTERESTS), choose(INTERESTS)];
    expect([neutral.length, interested.length]).toEqual([10, 10]);
    expect(inCommon(neutral)).toBeGreaterThanOrEqual(4);
    expect(inCommon(interested)).toBeGreaterThanOrEqual(4);
  });
});
