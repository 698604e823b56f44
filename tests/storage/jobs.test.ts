import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { cancelJob, claimJob, endJob, freeJobs, keepJob, openJobs, readGuideJob, startJob } from '@/storage/jobs';
import { sampleJob } from '../library-samples';

afterEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

const LEASE = 30_000;
const jobMark = async (paperId: string) => (await db.guides.get(paperId))?.job;

describe('a job', () => {
  test('is put in once, however often it is asked for', async () => {
    await startJob(sampleJob());
    await claimJob('a', 10, LEASE);
    const again = await startJob(sampleJob({ createdAt: 99 }));
    expect(again).toMatchObject({ state: 'running', owner: 'a', createdAt: 1 });
    expect(await db.jobs.count()).toBe(1);
  });

  test('says on the paper’s record that it is there, and that it is no more', async () => {
    await startJob(sampleJob());
    expect(await jobMark('1706.03762')).toBe(true);
    await claimJob('a', 10, LEASE);
    await endJob('guide|1706.03762', 'a', { state: 'done' }, 20);
    expect(await jobMark('1706.03762')).toBe(false);
  });

  test('that failed can still be found from the paper', async () => {
    await startJob(sampleJob());
    await claimJob('a', 10, LEASE);
    await endJob('guide|1706.03762', 'a', { state: 'failed', error: 'arxiv-offline' }, 20);
    expect(await jobMark('1706.03762')).toBe(true);
    expect(await readGuideJob('1706.03762')).toMatchObject({ state: 'failed', error: 'arxiv-offline', attempt: 1 });
  });

  test('is claimed by one worker at a time', async () => {
    await startJob(sampleJob());
    const claims = await Promise.all([claimJob('a', 10, LEASE), claimJob('b', 10, LEASE)]);
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test.each([
    ['waits for its moment', { notBefore: 11 }],
    ['is running under a lease', { state: 'running' as const, owner: 'a', leaseUntil: 11 }],
    ['is done', { state: 'done' as const }],
    ['has failed', { state: 'failed' as const }],
    ['was stopped', { state: 'cancelled' as const }],
  ])('is not claimed when it %s', async (_, fields) => {
    await db.jobs.put(sampleJob(fields));
    expect(await claimJob('b', 10, LEASE)).toBeNull();
  });

  test.each([
    ['waits no longer', { notBefore: 10 }],
    ['was held by one whose lease has run out', { state: 'running' as const, owner: 'a', leaseUntil: 10 }],
  ])('is claimed when it %s', async (_, fields) => {
    await db.jobs.put(sampleJob(fields));
    expect(await claimJob('b', 10, LEASE)).toMatchObject({ owner: 'b', state: 'running', leaseUntil: 10 + LEASE });
  });

  test('is not claimed by whoever runs it already, though its lease has run out', async () => {
    await db.jobs.put(sampleJob({ state: 'running', owner: 'a', leaseUntil: 10 }));
    expect(await claimJob('a', 10, LEASE, new Set(['guide|1706.03762']))).toBeNull();
  });

  test('is taken in the order it was asked for', async () => {
    await db.jobs.bulkPut([sampleJob({ id: 'a', createdAt: 2 }), sampleJob({ id: 'b', createdAt: 1 })]);
    expect((await claimJob('w', 10, LEASE))?.id).toBe('b');
  });

  test('of a worker that is gone is freed by the next one, its own are not', async () => {
    const running = { state: 'running' as const, leaseUntil: 99_999 };
    await db.jobs.bulkPut([
      sampleJob({ id: 'lost', owner: 'old', ...running }),
      sampleJob({ id: 'own', owner: 'new', ...running }),
    ]);
    await freeJobs('new');
    expect(await db.jobs.get('lost')).toMatchObject({ state: 'waiting', owner: '' });
    expect(await db.jobs.get('own')).toMatchObject({ state: 'running', owner: 'new' });
  });

  test('keeps what was reached for its owner only', async () => {
    await startJob(sampleJob());
    await claimJob('a', 10, LEASE);
    const progress = { ...sampleJob().progress, answer: '{"gist"' };
    expect(await keepJob('guide|1706.03762', 'b', progress, 20, LEASE)).toBe(false);
    expect((await readGuideJob('1706.03762'))?.progress.answer).toBe('');
    expect(await keepJob('guide|1706.03762', 'a', progress, 20, LEASE)).toBe(true);
    expect(await readGuideJob('1706.03762')).toMatchObject({ progress, leaseUntil: 20 + LEASE });
  });

  test('that was stopped takes no more from whoever ran it', async () => {
    await startJob(sampleJob());
    await claimJob('a', 10, LEASE);
    await cancelJob('guide|1706.03762', 15);
    expect(await keepJob('guide|1706.03762', 'a', sampleJob().progress, 20, LEASE)).toBe(false);
    expect(await endJob('guide|1706.03762', 'a', { state: 'done' }, 20)).toBe(false);
    expect(await readGuideJob('1706.03762')).toMatchObject({ state: 'cancelled' });
    expect(await openJobs()).toEqual([]);
  });

  test('that broke off goes on from where it was, for the same input', async () => {
    const progress = { ...sampleJob().progress, step: 'write' as const, answer: '{"gist":"一句话"' };
    await db.jobs.put(sampleJob({ state: 'failed', attempt: 5, error: 'arxiv-offline', progress }));
    expect(await startJob(sampleJob())).toMatchObject({ state: 'waiting', attempt: 0, error: null, progress });
  });

  test.each([
    ['is wanted by another model', 'failed' as const, { modelId: 'other' }],
    ['was done and is wanted anew', 'done' as const, {}],
  ])('begins from the start when it %s', async (_, state, input) => {
    const progress = { ...sampleJob().progress, answer: '{"gist":"一句话"' };
    await db.jobs.put(sampleJob({ state, progress }));
    const wanted = sampleJob({ input: { ...sampleJob().input, ...input } });
    expect((await startJob(wanted)).progress.answer).toBe('');
  });
});
