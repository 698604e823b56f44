import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOTHING_MADE } from '@/core/daily/daily-job';
import { NO_DAY_YET } from '@/core/daily/daily-state';
import { newGuideJob } from '@/core/jobs/job';
import { ownReportId } from '@/core/library/own-report';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import type { Report } from '@/core/paper';
import { bringBack } from '@/storage/bring-back';
import {
  cancelDaily,
  drawJitter,
  endNotice,
  newestNews,
  noteNoReport,
  readDaily,
  readDailyInput,
  readDailyJob,
  readNews,
  retryDaily,
  seeDaily,
  startDaily,
} from '@/storage/daily';
import { db } from '@/storage/db';
import { openJobs, readJob, startJob } from '@/storage/jobs';
import { saveModel } from '@/storage/models';
import { readPaper } from '@/storage/papers';
import { pruneLibrary } from '@/storage/prune';
import { readReportText } from '@/storage/reports';
import { changeSettings } from '@/storage/settings';
import { takeDaily } from '@/storage/take-daily';
import { takeReport } from '@/storage/take-report';
import { DAY, sampleAnnounced, sampleDailyInput, sampleDailyJob, sampleDailyPaper, sampleMade } from '../daily-samples';
import { sampleAnalysis, sampleGuide, sampleJob, sampleModel } from '../library-samples';

const OWN = ownReportId(DAY);
/** Half past one in Beijing and a quarter of an hour: the reader's usual hour has come. */
const NOON = Date.parse('2026-11-20T05:45:00Z');

beforeEach(() => changeSettings({ categories: ['cs.CV'] }));
afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

const ANALYSIS = {
  markdown: '### 一句话\n\n一种更快画地图的方法。\n\n### 问题\n\n画地图太慢。',
  basis: 'full' as const,
  sections: [],
};

/** A guide that a model of the reader's wrote, as a job leaves it. */
async function putWritten(paperId: string): Promise<void> {
  const key = `${paperId}|model:scripted|1`;
  const writing = {
    promptVersion: 1,
    basis: 'full' as const,
    inputTokens: 1,
    outputTokens: 1,
    cost: 0.1,
    writtenAt: 1,
  };
  const from = { key, paperId, reportId: null, model: 'scripted', markdown: ANALYSIS.markdown };
  await db.analyses.put(sampleAnalysis({ ...from, writing: { ...writing, model: 'scripted' } }));
  await db.guides.put({ paperId, guideVersion: 1, guides: [sampleGuide({ key, model: 'scripted' })], saved: false });
}

describe('a report that was made here', () => {
  test('is in the library as a whole: report, text, papers, all that was announced, and that the day is settled', async () => {
    await takeDaily(sampleMade(), NOON);
    expect(await db.reports.get(OWN)).toMatchObject({ date: DAY, source: '本机生成', importedAt: NOON });
    expect(await readReportText(OWN)).toEqual(sampleMade().report);
    expect(await readPaper('2611.00001')).toMatchObject({ paper: { title: 'Drawing maps with a network' } });
    expect(await readNews(DAY)).toEqual({ ...sampleMade().news, reportId: OWN });
    expect(await newestNews()).toMatchObject({ date: DAY });
    const last = { kind: 'made', date: DAY, at: NOON, announced: 2, chosen: 1 };
    expect((await readDaily(NOON)).state).toMatchObject({ settledDay: DAY, last, readyUnseen: 1, noticeDue: DAY });
  });

  test('is not there at all when a part of it cannot be written', async () => {
    const made = sampleMade();
    const broken = { ...made, news: { ...made.news, madeAt: (() => 1) as never } }; // as never: what cannot be cloned
    await expect(takeDaily(broken, NOON)).rejects.toMatchObject({ code: 'storage-failed' });
    for (const table of [db.reports, db.reportTexts, db.papers, db.news, db.dailyState, db.appearances]) {
      expect(await table.count()).toBe(0);
    }
  });

  test('tells in its list what a model wrote here, and brings that in no second time', async () => {
    await putWritten('2611.00001');
    await takeDaily(sampleMade([sampleAnnounced()], { '2611.00001': ANALYSIS }), NOON);
    const [entry] = (await db.reports.get(OWN))?.entries ?? [];
    expect(entry).toMatchObject({ gist: '一种更快画地图的方法。', basis: 'full', basisStated: true });
    expect((await readPaper('2611.00001'))?.analyses.map(({ key }) => key)).toEqual(['2611.00001|model:scripted|1']);
    expect((await db.guides.get('2611.00001'))?.guides).toHaveLength(1);
  });

  test('is exported with its analyses, and read back byte for byte', async () => {
    await putWritten('2611.00001');
    await takeDaily(sampleMade([sampleAnnounced()], { '2611.00001': ANALYSIS }), NOON);
    const report = (await readReportText(OWN)) as Report; // as: it was written just now
    const markdown = formatReport(report);
    expect(markdown).toContain('一种更快画地图的方法。');
    expect(formatReport(parseReport(markdown).report)).toBe(markdown);
  });

  test('comes in the place of the one of the day before it, also under another title', async () => {
    await takeDaily(sampleMade(), NOON);
    const papers = [sampleAnnounced({ id: '2611.00002' })];
    const again = sampleMade(papers);
    await takeDaily({ ...again, report: { ...again.report, title: `Arxiv Papers - ${DAY}` } }, NOON + 1);
    expect(await db.reports.toCollection().primaryKeys()).toEqual([OWN]);
    expect((await db.reports.get(OWN))?.entries.map(({ id }) => id)).toEqual(['2611.00002']);
    expect(await db.appearances.get('2611.00001')).toBeUndefined();
  });

  test('leaves a report of the same day and title that came in as it is, and its analyses', async () => {
    const { report } = sampleMade([sampleAnnounced()], { '2611.00001': ANALYSIS });
    const origin = { feedId: 'f', name: '某日报', via: 'example.org' };
    const { reportId } = await takeReport(report, { now: 1, origin });
    await takeDaily(sampleMade(), NOON);
    expect(await db.reports.get(reportId)).toMatchObject({ source: '某日报', feedId: 'f' });
    expect((await readPaper('2611.00001'))?.analyses).toHaveLength(1);
    expect(await db.reports.count()).toBe(2);
  });

  test('is not replaced by one that comes in, whatever its title', async () => {
    await takeDaily(sampleMade(), NOON);
    const { report } = sampleMade([sampleAnnounced({ id: '2611.00007' })]);
    for (const origin of [null, { feedId: 'f', name: '某日报', via: 'example.org' }]) {
      await takeReport({ ...report, title: OWN.slice(DAY.length + 1) }, { now: 1, origin });
    }
    expect((await db.reports.get(OWN))?.entries.map(({ id }) => id)).toEqual(['2611.00001']);
  });

  test('written once more because the worker died behind it is not announced again', async () => {
    await takeDaily(sampleMade(), NOON);
    await seeDaily();
    await endNotice(DAY);
    await takeDaily(sampleMade(), NOON + 1);
    expect((await readDaily(NOON)).state).toMatchObject({ readyUnseen: 0, noticeDue: null });
  });

  test('of a day that was missed does not have later days made again', async () => {
    await db.dailyState.put({ ...NO_DAY_YET, settledDay: '2026-11-24' });
    await takeDaily(sampleMade(), NOON);
    expect((await readDaily(NOON)).state.settledDay).toBe('2026-11-24');
  });

  test('comes back whole from its text after nobody opened it for long', async () => {
    await takeDaily(sampleMade(), 0);
    await pruneLibrary(100 * 24 * 3_600_000);
    expect(await readPaper('2611.00001')).toBeNull();
    await bringBack(OWN, NOON);
    expect(await readPaper('2611.00001')).not.toBeNull();
    expect(await db.reports.toCollection().primaryKeys()).toEqual([OWN]);
  });
});

describe('a day without a report', () => {
  test.each([
    [{ kind: 'none', reason: 'holiday' } as const, { settledDay: DAY, notBefore: 0 }],
    [{ kind: 'gone', newest: '2026-11-25' } as const, { settledDay: DAY, notBefore: 0 }],
    [{ kind: 'not-yet', at: NOON + 9 } as const, { settledDay: null, notBefore: NOON + 9 }],
  ])('is noted with its reason: %o', async (outcome, state) => {
    await noteNoReport(DAY, outcome, NOON);
    expect((await readDaily(NOON)).state).toMatchObject({
      ...state,
      last: { kind: outcome.kind, date: DAY, at: NOON },
    });
    expect((await readDaily(NOON)).state).toMatchObject({ readyUnseen: 0, noticeDue: null });
  });
});

describe('the job of a day', () => {
  test('is made from the reader’s settings, and by a model only where one is wanted', async () => {
    await saveModel(sampleModel(), null);
    await changeSettings({ dailyMost: 5, dailyLimit: null, guideLanguage: 'en', dailyCrossLists: false });
    const wanted = { date: DAY, categories: ['cs.CV'], crossLists: false, most: 5, language: 'en', limit: null };
    expect(await readDailyInput(DAY)).toMatchObject({ ...wanted, modelId: sampleModel().id });
    await changeSettings({ dailyModel: false });
    expect(await readDailyInput(DAY)).toMatchObject({ modelId: null });
  });

  test('that is open is shown before the newest', async () => {
    await db.jobs.bulkPut([
      sampleDailyJob({ id: 'daily|2026-11-19', state: 'waiting', updatedAt: 1 }),
      sampleDailyJob({ id: 'daily|2026-11-20', state: 'done', updatedAt: 2 }),
      sampleJob({ updatedAt: 3 }),
    ]);
    expect((await readDaily(NOON)).job?.id).toBe('daily|2026-11-19');
    await db.jobs.update('daily|2026-11-19', { state: 'done' });
    expect((await readDaily(NOON)).job?.id).toBe('daily|2026-11-20');
  });

  test('tries again what failed or was left out, and nothing else', async () => {
    const papers = [
      sampleDailyPaper({ id: 'a', state: 'done', cost: 0.5 }),
      sampleDailyPaper({ id: 'b', state: 'failed', error: 'model-cut' }),
      sampleDailyPaper({ id: 'c', state: 'skipped' }),
    ];
    const progress = {
      ...NOTHING_MADE,
      step: 'save' as const,
      papers,
      overview: '概览',
      requests: 9,
      cost: 2,
      modelError: 'model-key' as const,
    };
    await db.jobs.put(sampleDailyJob({ state: 'done', attempt: 3, error: null, progress }));
    const one = await retryDaily(DAY, ['b', 'a'], NOON);
    expect(one.progress.papers?.map(({ state }) => state)).toEqual(['done', 'waiting', 'skipped']);
    expect(one).toMatchObject({
      state: 'waiting',
      attempt: 0,
      progress: { step: 'analyse', overview: '概览', requests: 9, modelError: null },
    });
    await db.jobs.put(sampleDailyJob({ state: 'done', progress }));
    const all = await retryDaily(DAY, null, NOON);
    expect(all.progress.papers).toEqual([
      papers[0],
      ...papers.slice(1).map((paper) => ({ ...paper, state: 'waiting', error: null })),
    ]);
    // What the day has cost so far must not leave them out at once.
    expect(all.input.limit).toBe(4);
    expect(await openJobs()).toHaveLength(1);
  });

  test('chooses anew where the day had lost its model before any paper was done', async () => {
    const papers = [sampleDailyPaper({ state: 'failed', error: 'model-key' })];
    const scores = { '2611.00001': null };
    const progress = { ...NOTHING_MADE, step: 'save' as const, papers, scores, modelError: 'model-key' as const };
    await db.jobs.put(sampleDailyJob({ state: 'done', progress }));
    const again = { step: 'announced', papers: null, modelError: null, scores };
    expect((await retryDaily(DAY, null, NOON)).progress).toMatchObject(again);
  });

  test.each([
    [
      'nothing failed',
      { state: 'done' as const, progress: { ...NOTHING_MADE, papers: [sampleDailyPaper({ state: 'done' })] } },
    ],
    [
      'it is being made',
      { state: 'running' as const, progress: { ...NOTHING_MADE, papers: [sampleDailyPaper({ state: 'failed' })] } },
    ],
    ['no papers were chosen yet', { state: 'failed' as const }],
  ])('is left as it is where %s', async (_, change) => {
    const job = sampleDailyJob(change);
    await db.jobs.put(job);
    await expect(retryDaily(DAY, null, NOON)).rejects.toMatchObject({ code: 'unknown' });
    expect(await readDailyJob(DAY)).toEqual(job);
  });

  test('takes the guides it had begun along when it is stopped, and not those that the reader asked for', async () => {
    const job = await startDaily(sampleDailyInput(), 1);
    for (const id of ['2611.00001', '2611.00002', '2611.00003']) {
      const { input } = sampleJob();
      const guide = newGuideJob({ ...input, paper: { ...input.paper, id } }, 1);
      await startJob(id === '2611.00003' ? guide : { ...guide, askedBy: job.id });
    }
    // The reader clicks on a paper of which a guide is being written already: it is the reader's own from then on.
    await startJob(newGuideJob({ ...sampleJob().input, paper: { ...sampleJob().input.paper, id: '2611.00002' } }, 2));
    await cancelDaily(DAY, NOON);
    expect((await openJobs()).map(({ id }) => id)).toEqual(['guide|2611.00002', 'guide|2611.00003']);
    expect(await readJob(job.id)).toMatchObject({ state: 'cancelled' });
  });
});

test('what was announced is forgotten after a month, and the job that made the report of it, unless that is open', async () => {
  await takeDaily(sampleMade(), NOON);
  await db.news.put({ ...sampleMade().news, date: '2026-11-21' });
  await db.jobs.bulkPut([
    sampleDailyJob({ id: 'daily|2026-11-18', state: 'waiting' }),
    sampleDailyJob({ id: 'daily|2026-11-20', state: 'done' }),
    sampleDailyJob({ id: 'daily|2026-11-21', state: 'done' }),
    sampleJob({ state: 'done' }),
    sampleJob({ id: 'guide|a', state: 'failed', askedBy: 'daily|2026-11-20' }),
    sampleJob({ id: 'guide|b', state: 'waiting', askedBy: 'daily|2026-11-20' }),
    sampleJob({ id: 'guide|c', state: 'done', askedBy: 'daily|2026-11-21' }),
  ]);
  await db.guides.put({ paperId: sampleJob().input.paper.id, guideVersion: 0, guides: [], saved: false, job: true });
  await pruneLibrary(NOON + 31 * 24 * 3_600_000);
  expect(await db.news.toCollection().primaryKeys()).toEqual(['2026-11-21']);
  const left = ['daily|2026-11-18', 'daily|2026-11-21', sampleJob().id, 'guide|b', 'guide|c'];
  expect(await db.jobs.toCollection().primaryKeys()).toEqual(left);
  // The failure of a guide is no longer looked for from its paper.
  expect((await db.guides.get(sampleJob().input.paper.id))?.job).toBe(false);
  expect(await readReportText(OWN)).not.toBeNull();
});

describe('the next day', () => {
  test('is nobody’s while reports are not made by themselves, or no category is set', async () => {
    expect(await readDailyJob(DAY)).toBeNull();
    expect((await readDaily(NOON)).next).toBeNull();
    await changeSettings({ daily: true, categories: [] });
    expect((await readDaily(NOON)).next).toBeNull();
  });

  test.each(['failed', 'cancelled'] as const)('is not one that is %s, which is left to the reader', async (state) => {
    await changeSettings({ daily: true });
    expect((await readDaily(NOON)).next?.date).toBe(DAY);
    await db.jobs.put(sampleDailyJob({ state }));
    expect((await readDaily(NOON)).next?.date).toBe('2026-11-23');
  });

  test('comes in the same minute every day, drawn once', async () => {
    await drawJitter(() => 0.25);
    await drawJitter(() => 0.75);
    expect((await readDaily(NOON)).state.jitter).toBe(0.25);
  });
});
