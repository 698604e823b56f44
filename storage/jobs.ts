import { type GuideJob, guideJobId, type Job, type JobEnd, type JobKind, type JobState } from '@/core/jobs/job';
import { db } from './db';
import { guarded } from './guard';

/** States in which a job is still to be run, or being run. */
const OPEN: readonly JobState[] = ['waiting', 'running'];

export function isOpen(job: Pick<Job, 'state'>): boolean {
  return OPEN.includes(job.state);
}

/** Says on the paper's one record whether there is a job to look for, so that a visit without one reads nothing more. */
async function markPaper({ kind, input }: Job, job: boolean): Promise<void> {
  if (kind !== 'guide') return;
  const paperId = input.paper.id;
  const row = await db.guides.get(paperId);
  if (row) await db.guides.put({ ...row, job });
  else if (job) await db.guides.put({ paperId, guideVersion: 0, guides: [], saved: false, job });
}

/** A job that is open already is left as it is; only one that a report had begun is the reader's own once the reader wants it. */
async function takeOver<J extends Job>(known: J, wanted: J): Promise<J> {
  if (known.askedBy === undefined || wanted.askedBy !== undefined) return known;
  const { askedBy: _, ...own } = known;
  await db.jobs.put(own);
  return own as J; // as: what is left out is optional
}

/**
 * Puts a job in the queue. One that is open already is left as it is; one that failed or was stopped goes on from where it
 * was when it is asked for the same thing, so that nothing is paid for twice.
 *
 * @returns the job as it now stands.
 */
export function startJob<J extends Job>(wanted: J): Promise<J> {
  return guarded(() =>
    db.transaction('rw', db.jobs, db.guides, async () => {
      const known = (await db.jobs.get(wanted.id)) as J | undefined; // as: the id names the kind
      if (known && isOpen(known)) return takeOver(known, wanted);
      const resumed =
        known && known.state !== 'done' && JSON.stringify(known.input) === JSON.stringify(wanted.input)
          ? { ...wanted, progress: known.progress }
          : wanted;
      await db.jobs.put(resumed);
      await markPaper(resumed, true);
      return resumed;
    }),
  );
}

export function readJob(id: string): Promise<Job | null> {
  return guarded(async () => (await db.jobs.get(id)) ?? null);
}

/** The job of a paper's guide. */
export function readGuideJob(paperId: string): Promise<GuideJob | null> {
  return readJob(guideJobId(paperId)) as Promise<GuideJob | null>; // as: the id names the kind
}

/** Jobs that are open, oldest first. */
export function openJobs(): Promise<Job[]> {
  return guarded(async () => {
    const jobs = await db.jobs.where('state').anyOf(OPEN).toArray();
    return jobs.toSorted((one, other) => one.createdAt - other.createdAt);
  });
}

/**
 * Takes the oldest job that is due under a lease: one that waits, or one whose lease has run out because whoever held it is
 * gone. `except` are ids that the caller runs already; without `kinds` any will do.
 */
export function claimJob(
  owner: string,
  now: number,
  leaseMilliseconds: number,
  except: ReadonlySet<string> = new Set(),
  kinds: readonly JobKind[] | null = null,
): Promise<Job | null> {
  return guarded(() =>
    db.transaction('rw', db.jobs, async () => {
      const jobs = await db.jobs.where('state').anyOf(OPEN).toArray();
      const due = jobs
        .filter(({ id, kind, state, notBefore, leaseUntil }) => {
          if (except.has(id) || !(kinds?.includes(kind) ?? true)) return false;
          return (state === 'waiting' ? notBefore : leaseUntil) <= now;
        })
        .toSorted((one, other) => one.createdAt - other.createdAt)[0];
      if (!due) return null;
      const claimed: Job = { ...due, state: 'running', owner, leaseUntil: now + leaseMilliseconds, updatedAt: now };
      await db.jobs.put(claimed);
      return claimed;
    }),
  );
}

/** Frees what other owners hold: they are gone, since there is one background at a time and it has just started. */
export function freeJobs(owner: string): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.jobs, async () => {
      const lost = await db.jobs.where('state').equals('running').toArray();
      await db.jobs.bulkPut(
        lost.filter((job) => job.owner !== owner).map((job) => ({ ...job, state: 'waiting' as const, owner: '' })),
      );
    }),
  );
}

/** Changes a job that `owner` still holds; null when it was stopped or taken over meanwhile, and then nothing is written. */
function changeHeld(id: string, owner: string, change: (job: Job) => Job): Promise<Job | null> {
  return guarded(() =>
    db.transaction('rw', db.jobs, db.guides, async () => {
      const job = await db.jobs.get(id);
      if (!job || job.state !== 'running' || job.owner !== owner) return null;
      const changed = change(job);
      await db.jobs.put(changed);
      if (changed.state === 'done') await markPaper(changed, false);
      return changed;
    }),
  );
}

/** Keeps what was reached and the lease. @returns false when the job is no longer `owner`'s: it must stop then. */
export async function keepJob(
  id: string,
  owner: string,
  progress: Job['progress'] | null,
  now: number,
  leaseMilliseconds: number,
): Promise<boolean> {
  const kept = await changeHeld(
    id,
    owner,
    (job) =>
      ({
        ...job,
        ...(progress && { progress }),
        leaseUntil: now + leaseMilliseconds,
        updatedAt: now,
      }) as Job,
  ); // as: whoever runs a job keeps progress of its kind
  return kept !== null;
}

/** Ends a job that `owner` holds, or lets it wait for another attempt. */
export async function endJob(id: string, owner: string, end: JobEnd, now: number): Promise<boolean> {
  const ended = await changeHeld(id, owner, (job) => ({
    ...job,
    owner: '',
    leaseUntil: 0,
    state: end.state,
    error: end.state === 'done' ? null : end.error,
    notBefore: end.state === 'waiting' ? end.notBefore : 0,
    attempt: end.state === 'done' ? job.attempt : job.attempt + 1,
    updatedAt: now,
  }));
  return ended !== null;
}

/**
 * Stops an open job at the reader's wish, with the guides that were begun for it; what each has finished is kept in it, should the
 * reader want it again.
 */
export function cancelJob(id: string, now: number): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.jobs, db.guides, async () => {
      const open = await db.jobs.where('state').anyOf(OPEN).toArray();
      for (const job of open.filter((one) => one.id === id || one.askedBy === id)) {
        await db.jobs.put({ ...job, state: 'cancelled', owner: '', leaseUntil: 0, updatedAt: now });
        await markPaper(job, false);
      }
    }),
  );
}

/** Forgets jobs that have ended, in a transaction that holds jobs and guides. */
export async function dropJobs(jobs: readonly Job[]): Promise<void> {
  const ended = jobs.filter((job) => !isOpen(job));
  await Promise.all(ended.map((job) => markPaper(job, false)));
  await db.jobs.bulkDelete(ended.map(({ id }) => id));
}
