import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import type { GuideJob } from '@/core/jobs/job';
import { JobRunner, type JobTools } from '@/core/jobs/runner';
import { db } from '@/storage/db';
import * as store from '@/storage/jobs';
import { sampleJob } from '../../library-samples';
import { settle, VirtualClock } from '../../virtual-clock';

const ID = 'guide|1706.03762';

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

function setUp(work: (job: GuideJob, tools: JobTools) => Promise<void>, owner = 'w1') {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const clock = new VirtualClock();
  const nextRuns: (number | null)[] = [];
  let alive = 0;
  const runner = new JobRunner({
    store,
    clock,
    owner,
    work: (job, tools) => work(job as GuideJob, tools), // as: no other kind is put in here
    retryAfter: (error, attempt) => (error.code === 'arxiv-offline' && attempt < 3 ? 60_000 : null),
    keepAlive: () => alive++,
    onNextRun: (at) => nextRuns.push(at),
    onChange: () => undefined,
  });
  return { clock, runner, nextRuns, alive: () => alive };
}

const state = async (id = ID) => (await db.jobs.get(id))?.state;

describe('the runner of jobs', () => {
  test('does what is due and ends it', async () => {
    await store.startJob(sampleJob());
    const done: string[] = [];
    const { runner, clock } = setUp((job) => Promise.resolve(void done.push(job.id)));
    await runner.run();
    await clock.pass(0);
    expect(done).toEqual([ID]);
    expect(await state()).toBe('done');
  });

  test('takes up at once what a dead worker held, from what it had kept', async () => {
    const progress = { ...sampleJob().progress, step: 'write' as const, answer: '{"gist":"一' };
    await db.jobs.put(sampleJob({ state: 'running', owner: 'dead', leaseUntil: Number.MAX_SAFE_INTEGER, progress }));
    const seen: GuideJob[] = [];
    const { runner, clock } = setUp((job) => Promise.resolve(void seen.push(job)));
    await runner.run();
    await clock.pass(0);
    expect(seen[0]?.progress).toEqual(progress);
    expect(await state()).toBe('done');
  });

  test('keeps the worker alive and its lease fresh while a job runs, and no longer', async () => {
    await store.startJob(sampleJob());
    let end: (() => void) | undefined;
    const { runner, clock, alive } = setUp(() => new Promise((resolve) => (end = resolve)));
    await runner.run();
    await clock.pass(300_000);
    expect(alive()).toBe(15);
    expect((await db.jobs.get(ID))?.leaseUntil).toBeGreaterThan(clock.now());
    end?.();
    await clock.pass(300_000);
    expect(alive()).toBe(15);
  });

  test('tries again later what may then go well, and fails with its reason what does not', async () => {
    await store.startJob(sampleJob());
    const at: number[] = [];
    const { runner, clock, nextRuns } = setUp(() => {
      at.push(clock.now());
      return Promise.reject(new AppError('arxiv-offline', 'no network'));
    });
    await runner.run();
    await clock.pass(1_000);
    expect(await db.jobs.get(ID)).toMatchObject({ state: 'waiting', error: 'arxiv-offline', attempt: 1 });
    expect(nextRuns.at(-1)).toBe((at[0] ?? 0) + 60_000);
    await clock.pass(600_000);
    expect(at).toHaveLength(3);
    expect(await db.jobs.get(ID)).toMatchObject({ state: 'failed', error: 'arxiv-offline', attempt: 3 });
    expect(nextRuns.at(-1)).toBeNull();
  });

  test('waits out a back-off that a dead worker began', async () => {
    const begun: string[] = [];
    const { runner, clock } = setUp((job) => Promise.resolve(void begun.push(job.id)));
    await db.jobs.put(sampleJob({ error: 'model-busy', attempt: 1, notBefore: clock.now() + 5_000 }));
    await runner.run();
    await clock.pass(4_999);
    expect(begun).toEqual([]);
    await clock.pass(1);
    expect(begun).toEqual([ID]);
    expect(await state()).toBe('done');
  });

  test('does not begin again what it runs, though the lease ran out while the machine slept', async () => {
    await store.startJob(sampleJob());
    let begun = 0;
    const { runner, clock } = setUp(() => {
      begun++;
      return new Promise(() => undefined);
    });
    await runner.run();
    await db.jobs.update(ID, { leaseUntil: clock.now() - 1 });
    await runner.run();
    expect(begun).toBe(1);
  });

  test('fails a job whose work throws anything else', async () => {
    await store.startJob(sampleJob());
    const { runner, clock } = setUp(() => Promise.reject(new TypeError('a fault of ours')));
    await runner.run();
    await clock.pass(0);
    expect(await db.jobs.get(ID)).toMatchObject({ state: 'failed', error: 'unknown' });
  });

  test('ends the work of a job that was stopped, and leaves it stopped', async () => {
    await store.startJob(sampleJob());
    let reason: unknown;
    const { runner, clock } = setUp(
      (_, { signal }) =>
        new Promise((__, reject) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
            reject(signal.reason as Error); // the reason of an abort
          });
        }),
    );
    await runner.run();
    await settle();
    await store.cancelJob(ID, clock.now());
    runner.stop(ID);
    await clock.pass(0);
    expect(reason).toMatchObject({ code: 'stopped' });
    expect(await state()).toBe('cancelled');
  });

  test('ends what another page stopped as soon as it is asked to look, and leaves the others alone', async () => {
    await store.startJob(sampleJob());
    await db.jobs.put(sampleJob({ id: 'other' }));
    const signals = new Map<string, AbortSignal>();
    const { runner, clock } = setUp(({ id }, { signal }) => {
      signals.set(id, signal);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))));
    });
    await runner.run();
    await store.cancelJob(ID, clock.now());
    expect(signals.get(ID)?.aborted).toBe(false);
    await runner.run();
    expect([signals.get(ID)?.aborted, signals.get('other')?.aborted]).toEqual([true, false]);
    expect(await state()).toBe('cancelled');
    expect(await state('other')).toBe('running');
  });

  test('lets nobody keep what he no longer holds', async () => {
    await store.startJob(sampleJob());
    let kept: Promise<void> | undefined;
    const { runner, clock } = setUp(async (job, { keep }) => {
      await db.jobs.update(ID, { owner: 'another' });
      kept = keep({ ...job.progress, answer: 'late' });
      await kept;
    });
    await runner.run();
    await clock.pass(0);
    await expect(kept).rejects.toMatchObject({ code: 'stopped' });
    expect(await db.jobs.get(ID)).toMatchObject({ owner: 'another', state: 'running' });
    expect((await store.readJob(ID))?.progress).toMatchObject({ answer: '' });
  });

  test('runs three guides at once and the others after them', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await db.jobs.put(sampleJob({ id }));
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const { runner, clock } = setUp((job) => {
      begun.push(job.id);
      return new Promise((resolve) => ends.push(resolve));
    });
    await runner.run();
    await clock.pass(0);
    expect(begun).toEqual(['a', 'b', 'c']);
    ends[0]?.();
    await clock.pass(0);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  test('says when it must be called again while anything is open, and that it need not be when nothing is', async () => {
    await store.startJob(sampleJob());
    let end: (() => void) | undefined;
    const { runner, clock, nextRuns } = setUp(() => new Promise((resolve) => (end = resolve)));
    await runner.run();
    expect(nextRuns.at(-1)).toBe(clock.now() + 30_000);
    end?.();
    await clock.pass(0);
    expect(nextRuns.at(-1)).toBeNull();
  });
});
