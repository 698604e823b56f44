import { toDailyInput } from '@/core/daily/daily-input';
import type { DailyInput } from '@/core/daily/daily-job';
import { afterDay, type DailyRow, NO_DAY_YET } from '@/core/daily/daily-state';
import type { DailyOutcome, MadeReport } from '@/core/daily/daily-tools';
import type { DayNews } from '@/core/daily/news';
import { nextDaily } from '@/core/daily/next-daily';
import { reopenDay } from '@/core/daily/reopen-day';
import type { NextTry } from '@/core/daily/schedule';
import { AppError } from '@/core/errors';
import { type DailyJob, dailyJobId, newDailyJob } from '@/core/jobs/job';
import { db } from './db';
import { guarded } from './guard';
import { cancelJob, isOpen, startJob } from './jobs';
import { listModels } from './models';
import { readSettings } from './settings';

/** Days whose jobs are looked at: none lies further back that can still be made. */
const MOST_JOBS = 10;

/** What a page shows of the daily reports. */
export interface DailyLook {
  state: DailyRow;
  /** The open one, else the one that was touched last; null: none so far. */
  job: DailyJob | null;
  /** Which day is made next by itself, and when; null: none is. */
  next: NextTry | null;
}

async function newestJobs(): Promise<DailyJob[]> {
  const jobs = await db.jobs.where('id').startsWith(dailyJobId('')).reverse().limit(MOST_JOBS).toArray();
  return jobs as DailyJob[]; // as: the id names the kind
}

async function readRow(): Promise<DailyRow> {
  return { ...NO_DAY_YET, ...(await db.dailyState.get('daily')) };
}

/** Changes the one row, in a transaction that holds the table. */
export async function changeRow(change: (row: DailyRow) => DailyRow): Promise<DailyRow> {
  const row = change(await readRow());
  await db.dailyState.put(row);
  return row;
}

/** How the daily reports are doing; `now` is epoch milliseconds. */
export function readDaily(now: number): Promise<DailyLook> {
  return guarded(async () => {
    const [state, jobs, settings] = await Promise.all([readRow(), newestJobs(), readSettings()]);
    const byTouch = jobs.toSorted((one, other) => other.updatedAt - one.updatedAt);
    const job = byTouch.find(isOpen) ?? byTouch[0] ?? null;
    return { state, job, next: nextDaily(now, settings, state, jobs) };
  });
}

/** The job of a day; null where there was none. */
export function readDailyJob(date: string): Promise<DailyJob | null> {
  return guarded(async () => ((await db.jobs.get(dailyJobId(date))) as DailyJob | undefined) ?? null); // as: the id names the kind
}

/** What a day's report would be made from and by now. */
export async function readDailyInput(date: string): Promise<DailyInput> {
  const [settings, models] = await Promise.all([readSettings(), listModels()]);
  return toDailyInput(settings, date, models.find(({ isDefault }) => isDefault)?.id ?? null);
}

/**
 * Has a day's report made; the background is to be woken for it. One that is being made is left as it is, one that broke off goes
 * on from where it was, one that is there is made anew.
 */
export function startDaily(input: DailyInput, now: number): Promise<DailyJob> {
  return startJob(newDailyJob(input, now));
}

/**
 * Has papers of a day's report tried again that failed or that the day's limit left out, null all of them; the background is to be
 * woken for it. What was scored and written before stays as it is. The limit holds anew for what is added.
 *
 * @throws AppError `unknown` when the day has no papers to try again, or is being made.
 */
export function retryDaily(date: string, ids: readonly string[] | null, now: number): Promise<DailyJob> {
  return guarded(() =>
    db.transaction('rw', db.jobs, async () => {
      const job = (await db.jobs.get(dailyJobId(date))) as DailyJob | undefined; // as: the id names the kind
      const progress = job && !isOpen(job) ? reopenDay(job.progress, ids) : null;
      if (!job || !progress || progress === job.progress)
        throw new AppError('unknown', 'there is nothing to try again');
      const { limit } = job.input;
      const input = { ...job.input, limit: limit === null ? null : limit + (progress.cost ?? 0) };
      const retried: DailyJob = { ...newDailyJob(input, now), createdAt: job.createdAt, progress };
      await db.jobs.put(retried);
      return retried;
    }),
  );
}

/** Stops a day's report with the guides it had begun, in one transaction; the background is to be woken, so that it learns of it. */
export function cancelDaily(date: string, now: number): Promise<void> {
  return cancelJob(dailyJobId(date), now);
}

/** All that was announced on a day of which a report was made here; null for any other. */
export function readNews(date: string): Promise<DayNews | null> {
  return guarded(async () => (await db.news.get(date)) ?? null);
}

export function newestNews(): Promise<DayNews | null> {
  return guarded(async () => (await db.news.orderBy('date').last()) ?? null);
}

function changeState(change: (row: DailyRow) => DailyRow): Promise<DailyRow> {
  return guarded(() => db.transaction('rw', db.dailyState, () => changeRow(change)));
}

/** Notes that there is no report of a day, for now or at all, and why. */
export async function noteNoReport(
  date: string,
  outcome: Exclude<DailyOutcome, MadeReport>,
  now: number,
): Promise<void> {
  await changeState((row) => afterDay(row, date, outcome, now));
}

/** Notes that a day is being tried without the reader's doing. */
export async function noteTry(now: number): Promise<void> {
  await changeState((row) => ({ ...row, triedAt: now }));
}

/** Draws once for this library where in its minutes the day is asked for. `random` gives a number from 0 up to 1. */
export async function drawJitter(random: () => number): Promise<void> {
  const known = await guarded(() => db.dailyState.get('daily'));
  if (!known) await changeState((row) => ({ ...row, jitter: random() }));
}

/**
 * The popup has shown what is ready, or what failed; the background is to be woken, which takes the badge away.
 *
 * @returns whether that changed anything.
 */
export function seeDaily(): Promise<boolean> {
  return guarded(async () => {
    const [row, jobs] = await Promise.all([readRow(), newestJobs()]);
    const seenJobAt = Math.max(0, ...jobs.filter((job) => job.state === 'failed').map(({ updatedAt }) => updatedAt));
    if (row.readyUnseen === 0 && seenJobAt <= row.seenJobAt) return false;
    await changeState((known) => ({ ...known, readyUnseen: 0, seenJobAt }));
    return true;
  });
}

/** The reader was told that a day's report is ready, or does not want to be. */
export async function endNotice(date: string): Promise<void> {
  await changeState((row) => (row.noticeDue === date ? { ...row, noticeDue: null } : row));
}
