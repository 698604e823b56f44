import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toPagePaper } from '@/core/daily/to-page-paper';
import { type GuideJob, guideJobId, newGuideJob } from '@/core/jobs/job';
import { PROMPT_VERSION } from '@/core/writing/prompt';
import { db } from '@/storage/db';
import { cancelJob, claimJob, endJob, readGuideJob, startJob } from '@/storage/jobs';
import { saveModel } from '@/storage/models';
import { sampleAnnounced, sampleDailyInput, sampleDailyJob } from '../../daily-samples';
import { sampleAnalysis, sampleModel, samplePaper } from '../../library-samples';

const desk = vi.hoisted(() => ({ watches: new Set<(id: string) => void>(), run: vi.fn(() => Promise.resolve()) }));
vi.mock('@/entrypoints/background/job-desk', () => ({
  onJobChange(watch: (id: string) => void) {
    desk.watches.add(watch);
    return () => desk.watches.delete(watch);
  },
  runner: { run: desk.run },
}));
const { analysePaper } = await import('@/entrypoints/background/daily-guide');

const PAPER = sampleAnnounced();
const GUIDE = guideJobId(PAPER.id);
const DAILY = sampleDailyJob({ input: sampleDailyInput({ modelId: 'm', language: 'en' }) });

function tell(id: string): void {
  for (const watch of desk.watches) watch(id);
}

/** What a guide's job leaves in the library. */
async function putWritten(change: Partial<GuideWritten> = {}): Promise<void> {
  const { model = 'scripted', version = 1, cost = 0.3 } = change;
  const writing = {
    model,
    promptVersion: 1,
    basis: 'full' as const,
    inputTokens: 1,
    outputTokens: 1,
    cost,
    writtenAt: 1,
  };
  const key = `${PAPER.id}|model:${model}|${version}`;
  await db.papers.put(samplePaper({ id: PAPER.id, titleChinese: '画地图' }));
  await db.analyses.put(
    sampleAnalysis({ key, paperId: PAPER.id, reportId: null, version, model, markdown: model, writing }),
  );
}
interface GuideWritten {
  model: string;
  version: number;
  cost: number | null;
}

/** Resolves once the guide's job stands in the queue and somebody waits for it. */
async function begun(): Promise<GuideJob> {
  await expect.poll(() => desk.run.mock.calls.length + desk.watches.size).toBe(2);
  return (await readGuideJob(PAPER.id)) as GuideJob; // as: it was begun just now
}

async function end(state: Parameters<typeof endJob>[2]): Promise<void> {
  await claimJob('w', 10, 30_000);
  await endJob(GUIDE, 'w', state, 20);
  tell(GUIDE);
}

const never = new AbortController().signal;

beforeEach(() => saveModel(sampleModel(), null));
afterEach(async () => {
  expect(desk.watches.size).toBe(0);
  desk.run.mockClear();
  await Promise.all(db.tables.map((table) => table.clear()));
});

describe('the guide of a chosen paper', () => {
  test('is written in a job of its own, and given with its cost once that is done', async () => {
    const analysed = analysePaper(PAPER, DAILY, never);
    const job = await begun();
    expect(job).toMatchObject({ state: 'waiting', askedBy: DAILY.id });
    const input = { modelId: 'm', language: 'en', promptVersion: PROMPT_VERSION, source: 'html' };
    expect(job.input).toEqual({ ...input, paper: toPagePaper(PAPER) });
    tell('guide|another');
    await putWritten();
    await end({ state: 'done' });
    const analysis = { markdown: 'scripted', basis: 'full', sections: sampleAnalysis().sections };
    expect(await analysed).toEqual({ kind: 'done', analysis, titleChinese: '画地图', cost: 0.3 });
  });

  test.each([
    ['of this version', {}],
    ['of a newer version', { version: 2 }],
  ])('is not written again where one by the same model is there %s, and then costs nothing', async (_, change) => {
    await putWritten(change);
    expect(await analysePaper(PAPER, DAILY, never)).toMatchObject({ kind: 'done', cost: 0 });
    expect(await readGuideJob(PAPER.id)).toBeNull();
  });

  test('costs the day what it did when the worker died behind it, also under a model that was renamed since', async () => {
    await startJob({ ...newGuideJob({ ...sampleGuideInput(), paper: toPagePaper(PAPER) }, 1), askedBy: DAILY.id });
    await end({ state: 'done' });
    await putWritten({ model: 'before' });
    expect(await analysePaper(PAPER, DAILY, never)).toMatchObject({ kind: 'done', cost: 0.3 });
    expect(desk.run).not.toHaveBeenCalled();
  });

  test.each([
    ['by another model', { model: 'other' }],
    ['of an older version', { version: 0 }],
  ])('is written where there is only one %s', async (_, change) => {
    await putWritten(change);
    const analysed = analysePaper(PAPER, DAILY, never);
    await begun();
    await end({ state: 'failed', error: 'model-cut' });
    expect(await analysed).toEqual({ kind: 'failed', error: 'model-cut' });
  });

  test('is waited for where it is being written already, and stays the reader’s', async () => {
    await startJob(
      newGuideJob({ ...sampleGuideInput(), paper: { ...toPagePaper(PAPER), comments: 'from the page' } }, 1),
    );
    const analysed = analysePaper(PAPER, DAILY, never);
    expect((await begun()).askedBy).toBeUndefined();
    await putWritten();
    await end({ state: 'done' });
    expect(await analysed).toMatchObject({ kind: 'done', cost: 0 });
  });

  test('goes on from what a job that broke off had written, though its page told more of the paper', async () => {
    const input = { ...sampleGuideInput(), paper: { ...toPagePaper(PAPER), versionDate: '2026-11-18' } };
    const job = newGuideJob(input, 1);
    await db.jobs.put({
      ...job,
      state: 'failed',
      error: 'model-cut',
      progress: { ...job.progress, answer: '{"gist"' },
    });
    const analysed = analysePaper(PAPER, DAILY, never);
    expect((await begun()).progress.answer).toBe('{"gist"');
    await end({ state: 'failed', error: 'model-key' });
    expect(await analysed).toEqual({ kind: 'failed', error: 'model-key' });
  });

  test('that the reader stopped has failed, and the day goes on', async () => {
    const analysed = analysePaper(PAPER, DAILY, never);
    await begun();
    await cancelJob(GUIDE, 30);
    tell(GUIDE);
    expect(await analysed).toEqual({ kind: 'failed', error: 'stopped' });
  });

  test('is waited for no longer than the day itself goes on', async () => {
    const stop = new AbortController();
    const analysed = analysePaper(PAPER, DAILY, stop.signal);
    await begun();
    stop.abort(new Error('stopped'));
    await expect(analysed).rejects.toThrow('stopped');
  });

  test('waits through back-off', async () => {
    const analysed = analysePaper(PAPER, DAILY, never);
    await begun();
    await end({ state: 'waiting', error: 'model-busy', notBefore: 0 });
    expect(desk.watches.size).toBe(1);
    await putWritten();
    await end({ state: 'done' });
    expect(await analysed).toMatchObject({ kind: 'done' });
  });
});

function sampleGuideInput() {
  return {
    paper: toPagePaper(PAPER),
    modelId: 'm',
    language: 'en' as const,
    promptVersion: PROMPT_VERSION,
    source: 'html' as const,
  };
}
