import { describe, expect, test } from 'vitest';
import { type DailyPaper, type DailyProgress, NOTHING_MADE } from '@/core/daily/daily-job';
import { viewDaily } from '@/core/daily/daily-view';

const paper = (state: DailyPaper['state'], title: string = state): DailyPaper => ({
  id: title,
  title,
  state,
  error: null,
  cost: null,
});
const view = (progress: Partial<DailyProgress>, now = 0) =>
  viewDaily({ progress: { ...NOTHING_MADE, ...progress } }, now);

describe('viewDaily', () => {
  test('has nothing to count before the papers are chosen', () => {
    expect(view({ step: 'score', toScore: 40, scores: { a: null, b: null } })).toEqual({
      step: 'score',
      done: 0,
      total: 0,
      current: null,
      cost: null,
      remainingMilliseconds: null,
      failed: 0,
      skipped: 0,
      toScore: 40,
      scored: 2,
    });
  });

  test('counts what is settled, and names what is being written', () => {
    const papers = [paper('done'), paper('failed'), paper('skipped'), paper('running', 'now'), paper('running', 'too')];
    expect(view({ step: 'analyse', papers, cost: 0.13 })).toMatchObject({
      done: 3,
      total: 5,
      current: 'now',
      cost: 0.13,
      failed: 1,
      skipped: 1,
    });
  });

  const left = [paper('running'), paper('waiting'), paper('waiting')];
  test.each([
    ['what each took so far', [paper('done'), paper('failed'), ...left], 60_000, 90_000],
    ['nothing for what was left out at no time', [paper('done'), paper('skipped'), ...left], 60_000, 180_000],
    ['no more than three minutes each, though the machine slept', [paper('done'), ...left], 9_000_000, 540_000],
    ['nothing of a clock that was set back', [paper('done'), ...left], -60_000, 0],
  ])('tells what is left by %s', (_, papers, now, remaining) => {
    expect(view({ step: 'analyse', papers, analysingSince: 0 }, now).remainingMilliseconds).toBe(remaining);
  });

  test.each([
    ['before one is done', { step: 'analyse' as const, papers: left, analysingSince: 0 }],
    ['before it is begun', { step: 'analyse' as const, papers: [paper('done'), ...left], analysingSince: null }],
    ['after the papers', { step: 'overview' as const, papers: [paper('done')], analysingSince: 0 }],
  ])('tells no time %s', (_, progress) => {
    expect(view(progress, 60_000).remainingMilliseconds).toBeNull();
  });
});
