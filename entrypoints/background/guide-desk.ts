import type { PagePaper } from '@/core/arxiv/page-paper';
import { guideJobId, newGuideJob } from '@/core/jobs/job';
import type { JobView } from '@/core/jobs/view';
import type { Follower } from '@/messages/serve';
import * as store from '@/storage/jobs';
import { readModel } from '@/storage/models';
import { readSettings } from '@/storage/settings';
import { clock } from './clock';
import { type JobDraft, viewOf } from './guide-view';
import { onJobChange, planJobs, runner, tellJobChange } from './job-desk';

/** What a running job has shown last; gone with the worker, and made again from the job. */
const shown = new Map<string, JobDraft>();
const followers = new Map<string, Set<Follower>>();

onJobChange((id) => void tell(id));

/** Shows what a job has come to, to the pages that follow it; null when it has ended. */
export function showDraft(id: string, draft: JobDraft | null): void {
  if (draft === null) {
    shown.delete(id);
    return;
  }
  shown.set(id, draft);
  void tell(id);
}

let telling: Promise<void> = Promise.resolve();

/** Tells the pages that follow a job what it has come to; one after the other, so that none is told what is over already. */
function tell(id: string): Promise<void> {
  telling = telling.then(async () => {
    const listening = followers.get(id);
    if (!listening || listening.size === 0) return;
    const view = await viewOf(
      await store.readJob(id).then((job) => (job?.kind === 'guide' ? job : null)),
      shown.get(id) ?? null,
    );
    for (const follower of listening) follower.post(view);
  });
  telling = telling.catch((cause: unknown) => console.error('[Daodu] a page was not told', cause));
  return telling;
}

/** What is being written of a paper. */
export async function readGuideView(paperId: string): Promise<JobView | null> {
  return viewOf(await store.readGuideJob(paperId), shown.get(guideJobId(paperId)) ?? null);
}

/** A page follows the job of its paper. */
export function follow(follower: Follower): void {
  const id = guideJobId(follower.paperId);
  const listening = followers.get(id) ?? new Set();
  followers.set(id, listening.add(follower));
  follower.onLeave(() => listening.delete(follower));
  void tell(id);
  void runner.run();
}

/** Asks for a guide. @returns false when there is no model to write it. */
export async function startGuide(paper: PagePaper, source: 'html' | 'pdf'): Promise<boolean> {
  const model = await readModel(null);
  if (!model) return false;
  const { PROMPT_VERSION } = await import('@/core/writing/prompt');
  const { guideLanguage } = await readSettings();
  const now = clock.now();
  planJobs(now); // before the job is there, so that it is not forgotten should the worker die right behind it
  const input = { paper, modelId: model.config.id, language: guideLanguage, promptVersion: PROMPT_VERSION, source };
  await store.startJob(newGuideJob(input, now));
  await runner.run();
  return true;
}

export async function stopGuide(paperId: string): Promise<void> {
  const id = guideJobId(paperId);
  await store.cancelJob(id, clock.now());
  runner.stop(id);
  tellJobChange(id);
  await telling;
}
