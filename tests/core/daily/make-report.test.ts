import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { recentOf } from '../../arxiv-days';
import { type Asked, GUIDE_COST, idOf, MadeDay, OVERVIEW, rssOf, type Say, sayWell } from './made-day';
import { interestsOf } from './papers';

const BEST = [5, 11, 17, 23].map(idOf);
const FIRST = [0, 1, 2, 3].map(idOf);

function dayOf(given: Partial<MadeDay['input']> = {}, count = 40): MadeDay {
  const day = new MadeDay(count);
  day.input = { ...day.input, ...given };
  return day;
}

const chosenOf = (day: MadeDay) => day.progress.papers?.map(({ id }) => id);
const statesOf = (day: MadeDay) => day.progress.papers?.map(({ state }) => state);
const idsOf = (asked: Asked | undefined) => (asked?.kind === 'scores' ? asked.ids : []);

describe('a day without a model', () => {
  test('has the best papers by local score, and an overview that says so', async () => {
    const day = dayOf({ modelId: null });
    const { report, news } = await day.make();
    expect(report.papers.map(({ id }) => id)).toEqual(FIRST);
    expect(report.papers.every(({ analysis }) => analysis === null)).toBe(true);
    expect(report.summary?.markdown).toContain('自动统计（未用模型）');
    expect(parseReport(formatReport(report)).report).toEqual(report);
    expect(news.papers).toHaveLength(40);
    expect(news.papers.filter(({ chosen }) => chosen).map(({ paper }) => paper.id)).toEqual(FIRST);
    expect(day.calls).not.toContain('findModel');
    expect(day.calls).not.toContain('analyse');
  });

  test('tells why there is no day', async () => {
    const weekend = dayOf({ date: '2026-12-05' });
    expect(await weekend.run()).toEqual({ kind: 'none', reason: 'weekend' });
    const early = dayOf();
    early.arxiv.at('2026-12-03 06:00');
    expect(await early.run()).toMatchObject({ kind: 'not-yet' });
    expect([weekend.kept, early.kept]).toEqual([[], []]);
  });
});

describe('a day with a model', () => {
  test('has the papers of the highest marks, equal ones as they were announced, each with its guide', async () => {
    const day = dayOf();
    const { report, news } = await day.make();
    expect(report.papers.map(({ id }) => id)).toEqual(BEST);
    expect(report.papers.map(({ titleChinese }) => titleChinese)).toEqual(BEST.map((id) => `灯 ${id}`));
    expect(report.papers[0]?.analysis).toMatchObject({
      basis: 'full',
      sections: [{ part: 'gist' }, { part: 'method' }],
    });
    expect(report.papers[0]?.keyFindings.join(' ')).toContain('We propose lamp 5');
    expect(news.papers[5]).toMatchObject({ model: { relevance: 3, significance: 2, why: '相关' }, chosen: true });
    expect(news.papers[0]).toMatchObject({ model: { relevance: 1, significance: 1 }, chosen: false });
    expect(day.mostAtOnce).toBe(2);
  });

  test('has the overview as the model wrote it, with its name, and reads the same from Markdown', async () => {
    const { report } = await dayOf().make();
    expect(report.summary?.markdown).toBe(`${OVERVIEW}\n\n（概览由 scripted\\*model 写成。）`);
    const markdown = formatReport(report);
    const read = parseReport(markdown).report;
    expect(formatReport(read)).toBe(markdown);
    expect(read.summary).toEqual(report.summary);
  });

  test('asks sixteen at a time, once, and counts what it cost', async () => {
    const day = dayOf();
    await day.make();
    expect(day.asked.map((asked) => idsOf(asked).length)).toEqual([16, 16, 8, 0]);
    const { requests, inputTokens, outputTokens, cost, toScore } = day.progress;
    expect({ requests, inputTokens, outputTokens, toScore }).toEqual({
      requests: 4,
      inputTokens: 40,
      outputTokens: 20,
      toScore: 40,
    });
    expect(cost).toBeCloseTo(4 * 0.015 + 4 * GUIDE_COST, 9);
  });

  test('knows no cost of a model without a price, and no limit holds then', async () => {
    const day = dayOf({ limit: 0 });
    if (day.config) day.config = { ...day.config, price: null };
    day.guideCost = null;
    await day.make();
    expect(day.progress.cost).toBeNull();
    expect(statesOf(day)).toEqual(['done', 'done', 'done', 'done']);
  });

  test('chooses fewer where fewer reach the threshold, and none of those the keywords left out', async () => {
    const few = dayOf({ interests: interestsOf({ primary: ['lamp 5', 'lamp 11', 'lamp 12'] }) });
    await few.make();
    expect(few.asked.map(idsOf)[0]).toEqual([5, 11, 12].map(idOf));
    expect(chosenOf(few)).toEqual([5, 11].map(idOf));
  });

  test('scores the 160 of the highest local score at most', async () => {
    const day = dayOf({}, 200);
    await day.make();
    expect(day.asked.slice(0, -1).map((asked) => idsOf(asked).length)).toEqual(Array.from({ length: 10 }, () => 16));
    expect(day.progress.toScore).toBe(160);
  });

  test('asks once more for what an answer left out, and for nothing else', async () => {
    const day = dayOf();
    day.say = (asked, count) =>
      sayWell(
        asked.kind === 'scores' && asked.ids.length > 5 ? { ...asked, ids: asked.ids.slice(0, -1) } : asked,
        count,
      );
    await day.make();
    expect(day.asked.map(idsOf).filter((ids) => ids.length === 1)).toEqual([[idOf(15)], [idOf(31)], [idOf(39)]]);
    expect(Object.values(day.progress.scores)).not.toContain(null);
  });

  test('takes the local score for what the model twice told nothing of', async () => {
    const day = dayOf({ interests: interestsOf({ primary: ['Lamps'] }) });
    day.say = (asked, count) => (idsOf(asked).includes(idOf(39)) ? '我不知道。' : sayWell(asked, count));
    await day.make();
    expect(day.asked.map(idsOf).filter((ids) => ids.includes(idOf(39)))).toHaveLength(2);
    expect(day.progress.scores[idOf(39)]).toBeNull();
    // A keyword in the title is worth 5, as much as the model's best.
    expect(chosenOf(day)).toEqual(BEST);
    const without = dayOf({ most: 40 });
    without.say = day.say;
    await without.make();
    expect(chosenOf(without)).not.toContain(idOf(39));
  });

  test('chooses by local score where the model told nothing at all', async () => {
    const day = dayOf();
    day.say = (asked) => (asked.kind === 'scores' ? '好的，我来打分。' : OVERVIEW);
    const { report } = await day.make();
    expect(chosenOf(day)).toEqual(FIRST);
    expect(report.papers.every(({ analysis }) => analysis !== null)).toBe(true);
  });

  const filter = { choices: [{ index: 0, delta: {}, finish_reason: 'content_filter' }] };
  test.each<[string, Exclude<ReturnType<Say>, string>]>([
    ['in the answer', { events: [filter] }],
    ['by a refusal', { status: 400, code: 'data_inspection_failed' }],
  ])('goes on with the others where one batch is held back by the provider, %s', async (_, said) => {
    const day = dayOf();
    day.say = (asked, count) => (idsOf(asked).includes(idOf(20)) ? said : sayWell(asked, count));
    await day.make();
    expect(chosenOf(day)).toEqual([5, 11, 35, 1].map(idOf));
    expect(day.progress.modelError).toBeNull();
    expect(day.progress.scores[idOf(20)]).toBeNull();
  });
});

describe('a day whose model fails', () => {
  test.each([
    [401, 'model-key'],
    [402, 'model-quota'],
  ])('is done without it after HTTP %d, and says so', async (status, code) => {
    const day = dayOf();
    day.say = () => ({ status });
    const { report } = await day.make();
    expect(day.progress).toMatchObject({ modelError: code, step: 'save', overview: null });
    expect(day.asked).toHaveLength(1);
    expect(day.progress.papers).toMatchObject(FIRST.map((id) => ({ id, state: 'failed', error: code })));
    expect(report.summary?.markdown).toContain('自动统计（未用模型）');
    expect(day.paid).toEqual([]);
  });

  test('is done without a model that is gone', async () => {
    const day = dayOf();
    day.config = null;
    await day.make();
    expect(day.progress).toMatchObject({ modelError: 'model-none', requests: 0 });
    expect(chosenOf(day)).toEqual(FIRST);
  });

  test('is chosen by one scale when it is lost in the middle', async () => {
    const day = dayOf();
    day.say = (asked, count) => (count > 1 ? { status: 401 } : sayWell(asked, count));
    const { news } = await day.make();
    expect(chosenOf(day)).toEqual(FIRST);
    expect(news.papers[5]?.model).toMatchObject({ relevance: 3 });
  });

  test('breaks off where it will be tried again, and goes on from there', async () => {
    const day = dayOf();
    day.willRetry = ({ code }) => code === 'model-busy';
    day.say = (asked, count) => (count === 2 || count === 5 ? { status: 503 } : sayWell(asked, count));
    await expect(day.run()).rejects.toMatchObject({ code: 'model-busy' });
    expect(Object.keys(day.progress.scores)).toHaveLength(16);
    await expect(day.run()).rejects.toMatchObject({ code: 'model-busy' });
    expect(day.progress.step).toBe('overview');
    const { report } = await day.make();
    expect(report.summary?.markdown).toContain(OVERVIEW);
    expect(day.asked.map((asked) => idsOf(asked).length)).toEqual([16, 16, 16, 8, 0, 0]);
    expect(day.paid.toSorted()).toEqual(BEST);
  });

  test('keeps one failed paper in the report without an analysis', async () => {
    const day = dayOf();
    day.failing = (id) => (id === BEST[1] ? 'model-filter' : null);
    const { report } = await day.make();
    expect(report.papers.map(({ analysis }) => analysis === null)).toEqual([false, true, false, false]);
    expect(day.progress.papers?.[1]).toMatchObject({ state: 'failed', error: 'model-filter' });
    expect(report.summary?.markdown).toContain(OVERVIEW);
    const again = await day.make();
    expect(again.report).toEqual(report);
    expect(day.calls.filter((call) => call === 'analyse')).toHaveLength(3);
  });

  test('asks for no further paper once the account is empty', async () => {
    const day = dayOf({ most: 6 });
    day.failing = () => 'model-quota';
    await day.make();
    expect(day.calls.filter((call) => call === 'analyse')).toHaveLength(2);
    expect(day.progress).toMatchObject({ modelError: 'model-quota', overview: null });
    expect(statesOf(day)).toEqual(Array.from({ length: 6 }, () => 'failed'));
  });

  test('has its own numbers where the overview twice cannot be used', async () => {
    const day = dayOf();
    day.say = (asked, count) => (asked.kind === 'overview' ? '' : sayWell(asked, count));
    const { report } = await day.make();
    expect(day.asked.filter(({ kind }) => kind === 'overview')).toHaveLength(2);
    expect(report.summary?.markdown).toContain('自动统计（未用模型）');
    expect(report.papers.every(({ analysis }) => analysis !== null)).toBe(true);
  });

  test('takes out of the overview what is not in the report, and counts it', async () => {
    const day = dayOf();
    const other = '- **《Attention Is All You Need》**：不在日报里。';
    day.say = (asked, count) => (asked.kind === 'overview' ? `${OVERVIEW}\n${other}` : sayWell(asked, count));
    const { report } = await day.make();
    expect(report.summary?.markdown).not.toContain('Attention');
    expect(day.progress.overviewRemoved).toBe(1);
  });
});

describe('the limit of a day', () => {
  test('of nothing asks nothing', async () => {
    const day = dayOf({ limit: 0 });
    const { report } = await day.make();
    expect(day.asked).toEqual([]);
    expect(statesOf(day)).toEqual(['skipped', 'skipped', 'skipped', 'skipped']);
    expect(report.papers).toHaveLength(4);
    expect(day.progress.modelError).toBeNull();
  });

  test('leaves out the papers for which it would not be enough', async () => {
    // Three batches are 0.045, each guide 0.05.
    const day = dayOf({ limit: 0.2 });
    const { report } = await day.make();
    expect(statesOf(day)).toEqual(['done', 'done', 'done', 'skipped']);
    expect(report.papers.map(({ analysis }) => analysis !== null)).toEqual([true, true, true, false]);
    expect(report.summary?.markdown).toContain(OVERVIEW);
    expect(day.progress.cost).toBeCloseTo(0.045 + 0.15 + 0.015, 9);
  });

  test('ends the scoring too', async () => {
    const day = dayOf({ limit: 0.015 });
    await day.make();
    expect(day.asked).toHaveLength(1);
    expect(chosenOf(day)).toEqual([5, 11].map(idOf).concat([1, 2].map(idOf)));
    expect(statesOf(day)).toEqual(['skipped', 'skipped', 'skipped', 'skipped']);
  });
});

describe('a day that is stopped', () => {
  test('ends with what stopped it, and nothing is kept or asked after that', async () => {
    const day = dayOf();
    const stop = new AbortController();
    const reason = new AppError('stopped', 'the job was stopped');
    day.failing = (id) => {
      if (id === BEST[0]) stop.abort(reason);
      return null;
    };
    await expect(day.run(null, stop.signal)).rejects.toBe(reason);
    expect(day.asked).toHaveLength(3);
    expect(day.calls.filter((call) => call === 'analyse')).toHaveLength(2);
    expect(statesOf(day)).toEqual(['running', 'running', 'waiting', 'waiting']);
  });
});

/** A day whose report was made, two weeks later. */
async function laterDay(change: Partial<MadeDay['input']> = {}) {
  const before = dayOf();
  const { news, report } = await before.make();
  const day = dayOf(change);
  day.known = news;
  day.arxiv.at('2026-12-16 14:00');
  day.arxiv.answers['/rss/cs.CV'] = rssOf(3, 'Wed, 16 Dec 2026');
  for (const category of ['cs.CV', 'cs.RO']) {
    day.arxiv.answers[`/list/${category}/recent?skip=0&show=2000`] = recentOf('2026-12-16', category);
  }
  return { day, report, progress: before.progress };
}

describe('a day of which a report was made before', () => {
  test('goes on with its papers, and asks arXiv nothing', async () => {
    const { day, report, progress } = await laterDay();
    day.progress = { ...progress, step: 'analyse' };
    expect(await day.run()).toMatchObject({ kind: 'made', report });
    expect(day.arxiv.paths).toEqual([]);
  });

  test('can be made anew when arXiv has gone on to later days', async () => {
    const { day } = await laterDay({ interests: interestsOf({ primary: ['lamp 7'] }), modelId: null });
    const made = await day.run();
    expect(made).toMatchObject({ kind: 'made' });
    expect(day.arxiv.paths).not.toEqual([]);
  });

  test.each([{ categories: ['cs.CV', 'cs.RO'] }, { crossLists: false }])('is another day by %j', async (change) => {
    const { day } = await laterDay(change);
    day.arxiv.answers['/rss/cs.CV+cs.RO'] = rssOf(3, 'Wed, 16 Dec 2026');
    expect((await day.run()).kind).not.toBe('made');
  });
});
