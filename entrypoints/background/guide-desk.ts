import type { FullText } from '@/core/arxiv/full-text';
import type { PagePaper } from '@/core/arxiv/page-paper';
import { AppError } from '@/core/errors';
import { guideJobId, type Job, newGuideJob } from '@/core/jobs/job';
import { JobRunner, type JobTools } from '@/core/jobs/runner';
import type { JobView } from '@/core/jobs/view';
import { isRetryable, retryDelay } from '@/core/model/retry';
import { panelWords } from '@/core/words/panel';
import type { Follower } from '@/messages/serve';
import { browser } from '@/messages/webext';
import * as store from '@/storage/jobs';
import { readModel } from '@/storage/models';
import { toLibraryPaper } from '@/storage/papers';
import { readSettings } from '@/storage/settings';
import { writeBatch } from '@/storage/write-batch';
import { clock } from './clock';
import { type JobDraft, loadDraw, viewOf } from './guide-view';

const ALARM = 'jobs';
/** Browsers let an alarm ring no sooner than this. */
const SOONEST_MINUTES = 0.5;
/** A worker that woke for a visit answers it first. */
const AFTER_VISIT_MILLISECONDS = 300;

/** What a running job has shown last; gone with the worker, and made again from the job. */
const shown = new Map<string, JobDraft>();
const followers = new Map<string, Set<Follower>>();

/** Has the worker woken for the jobs, though it may be gone by then; null when there are none. */
function plan(at: number | null): void {
  if (at === null) {
    void browser.alarms.clear(ALARM);
    return;
  }
  const minutes = Math.max((at - clock.now()) / 60_000, SOONEST_MINUTES);
  void browser.alarms.create(ALARM, { delayInMinutes: minutes, periodInMinutes: Math.max(minutes, 1) });
}

const runner = new JobRunner({
  store,
  clock,
  owner: `${clock.now()}-${Math.random()}`,
  work,
  retryAfter: ({ code, retryAfterSeconds }, attempt) =>
    isRetryable(code) ? retryDelay(attempt, retryAfterSeconds, Math.random()) : null,
  keepAlive: () => void browser.runtime.getPlatformInfo(),
  onNextRun: plan,
  onChange: (id) => void tell(id),
});

async function work(job: Job, { signal, keep }: JobTools): Promise<void> {
  const settings = await readSettings();
  const [
    { writeGuide },
    { toWrittenRecord },
    { buildGuide },
    { fetchPdf, findFullText },
    { mergeGlossary, parseGlossary },
    draw,
  ] = await Promise.all([
    import('@/core/writing/guide-job'),
    import('@/core/writing/record'),
    import('@/core/guide/build'),
    import('./full-text'),
    import('@/core/glossary'),
    loadDraw(settings),
  ]);
  const { paper } = toLibraryPaper(job.input.paper);
  const glossary = mergeGlossary(parseGlossary(settings.glossary));
  const options = { glossary, words: panelWords[settings.language] };
  let text: FullText | null = null;
  let textName: string | null = null;
  try {
    await writeGuide(job, {
      fetch: (...request) => fetch(...request),
      clock,
      signal,
      keep,
      glossary,
      async readText(wanted, aborted) {
        const found = await findFullText(wanted, aborted);
        text = found.text;
        textName = found.text && found.name;
        return found.text;
      },
      readPdf: fetchPdf,
      async findModel(id) {
        const model = await readModel(id);
        if (!model) return null;
        const [{ ensureModelReachable }, { hasOrigin }] = await Promise.all([
          import('@/messages/ollama-origin'),
          import('@/messages/permissions'),
        ]);
        if (!(await hasOrigin(model.config.baseUrl))) throw new AppError('model-permission', 'the host is not allowed');
        await ensureModelReachable(model.config);
        return model;
      },
      makeBoundary: () => crypto.randomUUID(),
      show({ progress, guide, model }) {
        shown.set(job.id, draw(job, progress, guide, model));
        void tell(job.id);
      },
      async save(guide, writing) {
        const analysis = { ...toWrittenRecord(job.input, guide, writing), ...(textName && { checkedText: textName }) };
        const entry = { ...paper, titleChinese: guide.titleChinese };
        await writeBatch({
          papers: [
            {
              paper: entry,
              analyses: [analysis],
              guides: [buildGuide(analysis, entry, { ...options, text })],
              saved: null,
            },
          ],
          report: null,
          text: null,
        });
      },
    });
  } finally {
    shown.delete(job.id);
  }
}

let telling: Promise<void> = Promise.resolve();

/** Tells the pages that follow a job what it has come to; one after the other, so that none is told what is over already. */
function tell(id: string): Promise<void> {
  telling = telling.then(async () => {
    const listening = followers.get(id);
    if (!listening || listening.size === 0) return;
    const view = await viewOf(await store.readJob(id), shown.get(id) ?? null);
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
  plan(now); // before the job is there, so that it is not forgotten should the worker die right behind it
  const input = { paper, modelId: model.config.id, language: guideLanguage, promptVersion: PROMPT_VERSION, source };
  await store.startJob(newGuideJob(input, now));
  await runner.run();
  return true;
}

export async function stopGuide(paperId: string): Promise<void> {
  const id = guideJobId(paperId);
  await store.cancelJob(id, clock.now());
  runner.stop(id);
  await tell(id);
}

/** Takes up the jobs of a worker that died: at the browser's start, on the alarm, and soon after this worker's own. */
export function listenForJobs(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void runner.run();
  });
  browser.runtime.onStartup.addListener(() => void runner.run());
  setTimeout(() => {
    // Without a job the alarm goes too: the worker before may have died between the end of its last job and that.
    store.openJobs().then((jobs) => (jobs.length > 0 ? runner.run() : plan(null)), console.error);
  }, AFTER_VISIT_MILLISECONDS);
}
