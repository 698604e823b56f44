import { makeReport } from '@/core/daily/make-report';
import { AppError } from '@/core/errors';
import type { DailyJob } from '@/core/jobs/job';
import type { JobTools } from '@/core/jobs/runner';
import { noteNoReport, readNews } from '@/storage/daily';
import { takeDaily } from '@/storage/take-daily';
import { readTastes } from '@/storage/tastes';
import { arxivTools } from './arxiv-tools';
import { clock } from './clock';
import { analysePaper } from './daily-guide';
import { findModel } from './find-model';
import { retryAfter, tellJobChange } from './job-desk';
import { notedFetch } from './noted-fetch';

/** Makes a day's report from where its job stands, and takes it into the library; or notes why there is none. */
export async function makeDailyJob(job: DailyJob, { signal, keep }: JobTools): Promise<void> {
  const outcome = await makeReport(job, {
    ...arxivTools(signal),
    fetch: notedFetch('model'),
    clock,
    signal,
    async keep(progress) {
      await keep(progress);
      tellJobChange(job.id);
    },
    findModel,
    analyse: (paper, aborted) => analysePaper(paper, job, aborted),
    known: await readNews(job.input.date),
    tastes: await readTastes(),
    willRetry: (error) => retryAfter(error, job.attempt + 1, job.kind) !== null,
    makeBoundary: () => crypto.randomUUID(),
  });
  await keep(null); // rejects when the reader has stopped the job meanwhile: then nothing comes in any more
  const now = clock.now();
  if (outcome.kind === 'made') await takeDaily(outcome, now);
  else if (job.progress.papers) throw new AppError('unknown', 'what was announced can be had no more');
  else await noteNoReport(job.input.date, outcome, now);
}
