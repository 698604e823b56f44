import type { RestorePreview } from '@/core/backup/preview';
import { newRestoreJob, RESTORE_JOB, type RestoreJob } from '@/core/jobs/job';
import { db } from './db';
import { guarded } from './guard';
import { cancelJob, isOpen, readJob, startJob } from './jobs';
import { dropStaged, staging } from './staging';

/** The restore that runs, or that ended last; null: none so far. */
export function readRestore(): Promise<RestoreJob | null> {
  return readJob(RESTORE_JOB) as Promise<RestoreJob | null>; // as: the id names the kind
}

/** Whether a backup lies staged that nobody has decided on. */
export async function isStaged(): Promise<boolean> {
  const [backup, job] = await Promise.all([guarded(() => staging.backups.get('backup')), readRestore()]);
  return backup?.state === 'ready' && (job === null || job.state === 'done');
}

/** Has the staged backup merged; the background is to be woken for it. */
export async function startRestore(preview: RestorePreview, takesSettings: boolean, now: number): Promise<void> {
  const { file, header, tables, total } = preview;
  const added = (table: 'papers' | 'saves' | 'reports') =>
    (tables[table]?.added ?? 0) + (table === 'saves' ? (tables.saves?.changed ?? 0) : 0);
  const counts = { papers: added('papers'), saves: added('saves'), reports: added('reports') };
  await startJob(newRestoreJob({ file, createdAt: header.createdAt, takesSettings, total, added: counts }, now));
}

/** Has a restore that stopped or failed go on from where it was; the background is to be woken for it. */
export async function goOnRestoring(now: number): Promise<void> {
  const job = await readRestore();
  if (job) await startJob(newRestoreJob(job.input, now));
}

export function stopRestore(now: number): Promise<void> {
  return cancelJob(RESTORE_JOB, now);
}

/** Gives up what is staged, and what is left of a restore that stopped; what it brought stays. */
export async function dropRestore(): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.jobs, async () => {
      const job = await db.jobs.get(RESTORE_JOB);
      if (job && !isOpen(job)) await db.jobs.delete(RESTORE_JOB);
    }),
  );
  await dropStaged();
}
