import { describe, expect, test } from 'vitest';
import { lastDays, toChart, toScale } from '@/core/library/chart-series';
import { countDay, type DayCounts } from '@/core/library/day-counts';
import { runSteps } from '@/core/steps';
import { entry } from '../../components/popup/samples';

const day = (date: string, categories: Record<string, number>): DayCounts => ({
  date,
  stamp: '',
  papers: 0,
  categories,
  keywords: {},
  terms: {},
});

describe('countDay', () => {
  test('counts each paper once, on its first day, by primary category, keyword and term', () => {
    const one = [
      entry({ id: '1', title: 'Diffusion Models for Robots', categories: ['cs.RO', 'cs.CV'] }),
      entry({ id: '2', title: 'A Diffusion Model of Cups', categories: ['cs.CV'] }),
      entry({ id: '3', title: 'Diffusion models again', categories: ['cs.CV'], seenOn: '2025-12-01' }),
    ];
    const other = [entry({ id: '2', title: 'A Diffusion Model of Cups', categories: ['cs.CV'] })];
    const counts = runSteps(countDay('2025-12-30', 's', [{ entries: one }, { entries: other }], ['robot', 'GAN']));
    expect(counts).toMatchObject({ date: '2025-12-30', stamp: 's', papers: 2 });
    expect(counts.categories).toEqual({ 'cs.RO': 1, 'cs.CV': 1 });
    expect(counts.keywords).toEqual({ robot: 1 });
    expect(counts.terms).toEqual({ 'diffusion model': 2 });
  });

  test('takes names of every object for words', () => {
    const entries = [entry({ id: '1', title: 'x', categories: ['constructor'] })];
    expect(runSteps(countDay('2025-12-30', '', [{ entries }], ['__proto__'])).categories).toEqual({ constructor: 1 });
  });
});

describe('toChart', () => {
  test('ranks names, puts the others together, and draws a day for a day', () => {
    const days = [day('2025-12-29', { a: 1, b: 5, c: 1 }), day('2025-12-30', { a: 2, c: 4 })];
    expect(toChart(days, ({ categories }) => categories, 2, '其他')).toEqual({
      unit: 'day',
      buckets: ['2025-12-29', '2025-12-30'],
      series: [
        { name: 'b', values: [5, 0], total: 5 },
        { name: 'c', values: [1, 4], total: 5 },
        { name: '其他', values: [1, 2], total: 3 },
      ],
    });
  });

  test('draws weeks of a season, with those in which nothing came', () => {
    const days = [day('2025-09-03', { a: 1 }), day('2025-09-05', { a: 1 }), day('2025-11-30', { a: 4 })];
    const { unit, buckets, series } = toChart(days, ({ categories }) => categories, 2, null);
    expect([unit, buckets[0], buckets.at(-1), buckets.length]).toEqual(['week', '2025-09-01', '2025-11-24', 13]);
    expect(series[0]?.values.filter(Boolean)).toEqual([2, 4]);
  });

  test('draws months of years', () => {
    const days = [day('2024-01-31', { a: 1 }), day('2025-12-01', { a: 1 })];
    const { unit, buckets } = toChart(days, ({ categories }) => categories, 1, null);
    expect([unit, buckets.length, buckets[0], buckets[1]]).toEqual(['month', 24, '2024-01-01', '2024-02-01']);
  });

  test('draws nothing of nothing', () =>
    expect(toChart([], ({ categories }) => categories, 3, '其他')).toEqual({ unit: 'day', buckets: [], series: [] }));
});

describe('lastDays', () => {
  test('counts back from the newest day, in order', () => {
    const days = [day('2025-12-30', {}), day('2025-11-01', {}), day('2025-12-01', {})];
    expect(lastDays(days, 30).map(({ date }) => date)).toEqual(['2025-12-01', '2025-12-30']);
    expect(lastDays(days, 0)).toHaveLength(3);
    expect(lastDays([], 30)).toEqual([]);
  });
});

describe('toScale', () => {
  test.each([
    [0, 1, 2],
    [3, 3, 4],
    [97, 100, 3],
    [1_234, 1_500, 4],
  ])('of %d ends at %d in %d steps', (highest, top, steps) => {
    const scale = toScale(highest);
    expect([scale.top, scale.steps.length]).toEqual([top, steps]);
  });
});
