import { type Job, newZoteroJob, type ZoteroJob, zoteroJobId } from '@/core/jobs/job';
import { db } from './db';
import { guarded } from './guard';
import { cancelJob, readJob, startJob } from './jobs';

/** How long the browser's question may stay unanswered. */
const QUESTION_MILLISECONDS = 10 * 60_000;

const isZotero = (job: Job): job is ZoteroJob => job.kind === 'zotero';

/**
 * Has a paper sent to Zotero by the background, which is to be woken for it.
 *
 * @param isAllowed whether its address may be asked already; otherwise it waits for `allowSends`.
 */
export async function sendLater(paperId: string, isAllowed: boolean, now: number): Promise<void> {
  await startJob(newZoteroJob(paperId, now, isAllowed ? 0 : now + QUESTION_MILLISECONDS));
}

/** Has all go on that waits for the browser's question; the background is to be woken for it. */
export function allowSends(): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.jobs, async () => {
      const waiting = (await db.jobs.where('state').equals('waiting').toArray()).filter(isZotero);
      await db.jobs.bulkPut(waiting.map((job) => ({ ...job, notBefore: 0 })));
    }),
  );
}

/** Gives up a sending that has not ended. */
export function stopSending(paperId: string, now: number): Promise<void> {
  return cancelJob(zoteroJobId(paperId), now);
}

/** The sending of a paper that goes on, or that ended last; null: none so far. */
export function readSending(paperId: string): Promise<ZoteroJob | null> {
  return readJob(zoteroJobId(paperId)) as Promise<ZoteroJob | null>; // as: the id names the kind
}
