import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_MADE } from '@/core/daily/daily-job';
import type { DailyOutcome, DailyTools } from '@/core/daily/daily-tools';
import { AppError, type ErrorCode } from '@/core/errors';
import type { DailyJob } from '@/core/jobs/job';
import { ownReportId } from '@/core/library/own-report';
import { db } from '@/storage/db';
import { setSaved } from '@/storage/marks';
import { saveModel } from '@/storage/models';
import { DAY, sampleDailyJob, sampleDailyPaper, sampleMade } from '../../daily-samples';
import { sampleModel, samplePaper } from '../../library-samples';

const world = vi.hoisted(() => ({
  make: vi.fn<(job: DailyJob, tools: DailyTools) => Promise<DailyOutcome>>(),
  told: [] as string[],
  isAllowed: true,
}));
vi.mock('@/core/daily/make-report', () => ({ makeReport: world.make }));
vi.mock('@/messages/permissions', () => ({ hasOrigin: () => Promise.resolve(world.isAllowed) }));
vi.mock('@/messages/ollama-origin', () => ({ ensureModelReachable: () => Promise.resolve() }));
vi.mock('@/entrypoints/background/job-desk', () => ({
  onJobChange: () => () => undefined,
  tellJobChange: (id: string) => world.told.push(id),
  retryAfter: ({ code }: AppError, attempt: number, kind: string) =>
    code === 'model-busy' && attempt < 5 && kind === 'daily' ? 1 : null,
  runner: { run: () => Promise.resolve() },
}));
const { makeDailyJob } = await import('@/entrypoints/background/daily-work');

beforeEach(() => {
  world.make.mockResolvedValue(sampleMade());
});
afterEach(async () => {
  world.told = [];
  world.isAllowed = true;
  await Promise.all(db.tables.map((table) => table.clear()));
});

function run(job = sampleDailyJob(), keep = vi.fn(() => Promise.resolve())) {
  return { done: makeDailyJob(job, { signal: new AbortController().signal, keep }), keep };
}

/** What the pipeline was given. */
async function toolsOf(job = sampleDailyJob()): Promise<DailyTools> {
  await run(job).done;
  const [call] = world.make.mock.calls.slice(-1);
  if (!call) throw new Error('no report was made');
  return call[1];
}

describe('the work on a day’s report', () => {
  test('takes it into the library', async () => {
    await run().done;
    expect(await db.reports.get(ownReportId(DAY))).toMatchObject({ date: DAY });
    expect(await db.dailyState.get('daily')).toMatchObject({ settledDay: DAY, readyUnseen: 1 });
  });

  test.each<DailyOutcome>([
    { kind: 'not-yet', at: 9 },
    { kind: 'none', reason: 'weekend' },
    { kind: 'gone', newest: '2026-11-27' },
  ])('notes that there is none: %o', async (outcome) => {
    world.make.mockResolvedValue(outcome);
    await run().done;
    expect(await db.reports.count()).toBe(0);
    expect((await db.dailyState.get('daily'))?.last).toMatchObject({ kind: outcome.kind, date: DAY });
  });

  test('fails where the papers of a day are chosen, and are to be had no more', async () => {
    world.make.mockResolvedValue({ kind: 'gone', newest: '2026-12-04' });
    const progress = { ...NOTHING_MADE, papers: [sampleDailyPaper()] };
    await expect(run(sampleDailyJob({ progress })).done).rejects.toMatchObject({ code: 'unknown' });
    expect(await db.dailyState.count()).toBe(0);
  });

  test('brings nothing in once the reader has stopped it', async () => {
    const keep = vi.fn(() => Promise.reject(new AppError('stopped', 'the job is no longer ours')));
    await expect(run(sampleDailyJob(), keep).done).rejects.toMatchObject({ code: 'stopped' });
    expect(await db.reports.count()).toBe(0);
    expect(await db.dailyState.count()).toBe(0);
  });

  test('says after each step that it got further, once that is kept', async () => {
    const { keep } = await toolsOf();
    expect(world.told).toEqual([]);
    await keep(NOTHING_MADE);
    expect(world.told).toEqual([sampleDailyJob().id]);
  });

  test.each<[ErrorCode, number, boolean]>([
    ['model-busy', 0, true],
    ['model-busy', 3, true],
    ['model-busy', 4, false],
    ['model-key', 0, false],
  ])('is tried again after %s and %i failures before: %s', async (code, attempt, isRetried) => {
    const { willRetry } = await toolsOf(sampleDailyJob({ attempt }));
    expect(willRetry(new AppError(code, ''))).toBe(isRetried);
  });

  test('asks the day’s own model, with its key, and none whose host the browser does not allow', async () => {
    await saveModel(sampleModel(), 'sk-planted');
    const { findModel } = await toolsOf();
    expect(await findModel('m')).toEqual({ config: sampleModel(), key: 'sk-planted' });
    expect(await findModel('gone')).toBeNull();
    world.isAllowed = false;
    await expect(findModel('m')).rejects.toMatchObject({ code: 'model-permission' });
  });

  test('knows what the reader saved', async () => {
    expect((await toolsOf()).tastes).toBeNull();
    await db.papers.put(samplePaper());
    await setSaved('1706.03762', true, 1);
    expect((await toolsOf()).tastes?.saved.size).toBeGreaterThan(0);
    await setSaved('1706.03762', false, 2);
    expect((await toolsOf()).tastes).toBeNull();
  });
});
