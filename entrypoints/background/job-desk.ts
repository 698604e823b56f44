import { dailyRetryDelay } from '@/core/daily/retry';
import type { AppError } from '@/core/errors';
import { isPassing } from '@/core/feeds/passing';
import { type Job, type JobKind, newPruneJob } from '@/core/jobs/job';
import { JobRunner, type JobTools } from '@/core/jobs/runner';
import { metadataRetryDelay } from '@/core/lists/metadata';
import { isRetryable, retryDelay } from '@/core/model/retry';
import { browser } from '@/messages/webext';
import * as store from '@/storage/jobs';
import { dropUnfinished } from '@/storage/long-report';
import { isPruneDue, pruneLibrary } from '@/storage/prune';
import { clock } from './clock';

const ALARM = 'jobs';
/** Browsers let an alarm ring no sooner than this. */
const SOONEST_MINUTES = 0.5;
/** How long a feed waits for room on the disk; browsers wake a worker no sooner. */
const FULL_MILLISECONDS = 30_000;
/** A worker that woke for a visit answers it first. */
const AFTER_VISIT_MILLISECONDS = 300;

const watches = new Set<(id: string) => void>();

/** Calls back when a job began, got further, failed, waits again or ended. @returns what ends that. */
export function onJobChange(watch: (id: string) => void): () => void {
  watches.add(watch);
  return () => watches.delete(watch);
}

/** Says that a job got further, or was stopped before it ran. */
export function tellJobChange(id: string): void {
  for (const watch of watches) watch(id);
}

/** Has the worker woken for the jobs, though it may be gone by then; null when there are none. */
export function planJobs(at: number | null): void {
  if (at === null) {
    void browser.alarms.clear(ALARM);
    return;
  }
  const minutes = Math.max((at - clock.now()) / 60_000, SOONEST_MINUTES);
  void browser.alarms.create(ALARM, { delayInMinutes: minutes, periodInMinutes: Math.max(minutes, 1) });
}

/** Does a job from where it stands. What only jobs need is loaded with the first of its kind. */
async function work(job: Job, tools: JobTools): Promise<void> {
  switch (job.kind) {
    case 'guide':
      return (await import('./guide-work')).writeGuideJob(job, tools);
    case 'feed':
      return (await import('./feed-work')).checkFeedJob(job, tools);
    case 'announced':
      return (await import('./announced-work')).askAnnouncedJob(job, tools);
    case 'daily':
      return (await import('./daily-work')).makeDailyJob(job, tools);
    case 'metadata':
      return (await import('./metadata-work')).askMetadataJob(job, tools);
    case 'zotero':
      return (await import('./zotero-work')).sendZoteroJob(job, tools);
    case 'prune':
      return pruneLibrary(clock.now(), tools.signal);
    case 'restore':
      return (await import('@/storage/restore')).mergeStaged(job.input, tools.keep, tools.signal);
    case 'snapshot':
      return (await import('@/storage/snapshots')).takeSnapshot(clock.now(), tools.signal);
  }
}

/** Milliseconds until a job is tried again that has failed so often; null when it is not. */
export function retryAfter(error: AppError, attempt: number, kind: JobKind): number | null {
  const { code, retryAfterSeconds } = error;
  // Whoever sends a paper looks at it: what goes wrong is for them to try again.
  if (kind === 'zotero') return null;
  if (kind === 'metadata') return metadataRetryDelay(error, attempt);
  if (kind === 'daily') return dailyRetryDelay(error, attempt, Math.random());
  // Nothing is asked of anybody until there is room, so however often this is it costs nothing.
  if (code === 'storage-full' && kind === 'feed') return FULL_MILLISECONDS;
  return isRetryable(code) || isPassing(code) ? retryDelay(attempt, retryAfterSeconds, Math.random()) : null;
}

export const runner = new JobRunner({
  store,
  clock,
  owner: `${clock.now()}-${Math.random()}`,
  work,
  retryAfter,
  keepAlive: () => void browser.runtime.getPlatformInfo(),
  onNextRun: planJobs,
  onChange: tellJobChange,
});

async function lookAround(): Promise<void> {
  await dropUnfinished().catch((cause: unknown) => console.error('[Daodu] what was left over stays', cause));
  if (await isPruneDue(clock.now())) await store.startJob(newPruneJob(clock.now()));
  const jobs = await store.openJobs();
  // Without a job the alarm goes too: the worker before may have died between the end of its last job and that.
  if (jobs.length > 0) await runner.run();
  else planJobs(null);
}

/** Takes up the jobs of a worker that died: at the browser's start, on the alarm, and soon after this worker's own. */
export function listenForJobs(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void runner.run();
  });
  browser.runtime.onStartup.addListener(() => void runner.run());
  setTimeout(() => void lookAround().catch(console.error), AFTER_VISIT_MILLISECONDS);
}
