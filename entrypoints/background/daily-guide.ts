import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import type { DailyAnalysis } from '@/core/daily/daily-tools';
import { toPagePaper } from '@/core/daily/to-page-paper';
import { type DailyJob, type GuideInput, type GuideJob, guideJobId, newGuideJob } from '@/core/jobs/job';
import { PROMPT_VERSION } from '@/core/writing/prompt';
import { isOpen, readGuideJob, startJob } from '@/storage/jobs';
import { readModel } from '@/storage/models';
import { readWritten } from '@/storage/written';
import { clock } from './clock';
import { onJobChange, runner } from './job-desk';

/** Resolves when the guide of a paper is no longer being written, null when its job is gone; rejects when the signal aborts. */
function guideEnd(paperId: string, signal: AbortSignal): Promise<GuideJob | null> {
  const id = guideJobId(paperId);
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const over = new AbortController();
    const look = () => {
      readGuideJob(paperId).then((job) => {
        if (job && isOpen(job)) return;
        over.abort();
        resolve(job);
      }, reject);
    };
    const unwatch = onJobChange((changed) => changed === id && look());
    over.signal.addEventListener('abort', unwatch, { once: true });
    const stop = () => {
      over.abort();
      reject(signal.reason as Error); // as: the reason an abort was given
    };
    signal.addEventListener('abort', stop, { signal: over.signal });
    look(); // it may have ended before anybody listened
  });
}

/** Whether what was begun is the same guide, of which nothing that is there need be written again. */
function isSameWish(one: GuideInput, other: GuideInput): boolean {
  return (
    one.paper.version === other.paper.version &&
    one.modelId === other.modelId &&
    one.language === other.language &&
    one.promptVersion === other.promptVersion &&
    one.source === other.source
  );
}

/**
 * What the library has of a paper: by the day's model, or by whichever wrote for this day, for the reader may have renamed the
 * model or removed it since. What this day had written counts for its cost, what was there before does not.
 */
async function findWritten({ id, version }: GuideInput['paper'], job: DailyJob): Promise<DailyAnalysis | null> {
  const [model, guide] = await Promise.all([readModel(job.input.modelId), readGuideJob(id)]);
  const isOurs = guide?.askedBy === job.id;
  const byModel = model && (await readWritten(id, version, model.config.model));
  const written = byModel ?? (isOurs && guide.state === 'done' ? await readWritten(id, version, null) : null);
  if (!written) return null;
  const { markdown, basis, sections, writing } = written.analysis;
  const cost = isOurs || writing.cost === null ? writing.cost : 0;
  return { kind: 'done', analysis: { markdown, basis, sections }, titleChinese: written.titleChinese, cost };
}

/**
 * Has a paper's guide written in a job of its own, as 生成解读 does, or gives the one that is there. A job that was begun before, by
 * a worker that died or by the reader, goes on where it is.
 */
export async function analysePaper(paper: AnnouncedPaper, job: DailyJob, signal: AbortSignal): Promise<DailyAnalysis> {
  const page = toPagePaper(paper);
  const { modelId, language } = job.input;
  if (modelId === null) return { kind: 'failed', error: 'model-none' };
  const known = await findWritten(page, job);
  if (known) return known;
  const before = await readGuideJob(page.id);
  const wish: GuideInput = { paper: page, modelId, language, promptVersion: PROMPT_VERSION, source: 'html' };
  const input = before && isSameWish(before.input, wish) ? before.input : wish;
  await startJob<GuideJob>({ ...newGuideJob(input, clock.now()), askedBy: job.id });
  void runner.run();
  const guide = await guideEnd(page.id, signal);
  if (guide?.state === 'failed') return { kind: 'failed', error: guide.error ?? 'unknown' };
  if (guide?.state === 'cancelled') return { kind: 'failed', error: 'stopped' };
  return (await findWritten(page, job)) ?? { kind: 'failed', error: 'unknown' };
}
