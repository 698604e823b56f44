import { describe, expect, test } from 'vitest';
import { type DailyPaper, type DailyProgress, NOTHING_MADE } from '@/core/daily/daily-job';
import { reopenDay } from '@/core/daily/reopen-day';
import { idOf, MadeDay, OVERVIEW, sayWell } from './made-day';

const paper = (state: DailyPaper['state']): DailyPaper => ({ id: state, title: state, state, error: null, cost: null });
const made = (given: Partial<DailyProgress>): DailyProgress => ({ ...NOTHING_MADE, step: 'save', ...given });
const statesOf = ({ papers }: DailyProgress) => papers?.map(({ state }) => state);

describe('reopenDay', () => {
  test.each([
    ['a day that is whole', made({ papers: [paper('done')], overview: OVERVIEW })],
    ['a day without papers', made({ papers: [] })],
  ])('leaves %s as it is', (_, progress) => expect(reopenDay(progress)).toBe(progress));

  test('lets what failed or was skipped wait once more, and nothing else', () => {
    const progress = made({ papers: [paper('done'), { ...paper('failed'), error: 'model-filter' }, paper('skipped')] });
    const opened = reopenDay({ ...progress, overview: OVERVIEW });
    expect(statesOf(opened)).toEqual(['done', 'waiting', 'waiting']);
    expect(opened).toMatchObject({ step: 'analyse', overview: OVERVIEW, papers: [{}, { error: null }, {}] });
  });

  test('lets one paper wait once more where only that one is wanted', () => {
    const papers = [paper('done'), { ...paper('failed'), id: 'a' }, { ...paper('failed'), id: 'b' }];
    expect(statesOf(reopenDay(made({ papers }), ['b']))).toEqual(['done', 'failed', 'waiting']);
    expect(reopenDay(made({ papers, modelError: 'model-key' }), ['c']).papers).toBe(papers);
  });

  test('has a day chosen by the model that was out of reach, without paying for scores again', async () => {
    const day = new MadeDay();
    day.say = (asked, count) => (count > 1 ? { status: 401 } : sayWell(asked, count));
    await day.make();
    day.say = sayWell;
    day.progress = reopenDay(day.progress);
    const { report } = await day.make();
    expect(report.papers.map(({ id }) => id)).toEqual([5, 11, 17, 23].map(idOf));
    expect(report.summary?.markdown).toContain(OVERVIEW);
    expect(day.asked).toHaveLength(5);
  });

  test('has one paper tried again, and the overview as it was', async () => {
    const day = new MadeDay();
    day.failing = (id) => (id === idOf(17) ? 'model-filter' : null);
    const before = await day.make();
    day.failing = () => null;
    day.progress = reopenDay(day.progress);
    const { report } = await day.make();
    expect(report.papers.every(({ analysis }) => analysis !== null)).toBe(true);
    expect(report.summary).toEqual(before.report.summary);
    expect(day.asked).toHaveLength(4);
  });

  test('keeps the papers of a day that lost its model after some were done', async () => {
    const day = new MadeDay();
    day.failing = (id) => (id === idOf(17) ? 'model-quota' : null);
    const before = await day.make();
    expect(day.progress.modelError).toBe('model-quota');
    day.failing = () => null;
    day.progress = reopenDay(day.progress);
    const { report } = await day.make();
    expect(report.papers.map(({ id }) => id)).toEqual(before.report.papers.map(({ id }) => id));
    expect(report.papers.every(({ analysis }) => analysis !== null)).toBe(true);
    expect(day.paid.toSorted()).toEqual([5, 11, 17, 23].map(idOf));
  });
});
