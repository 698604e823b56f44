import { arrangeGuide } from '@/core/guide/arrange';
import type { Guide } from '@/core/guide/guide';
import type { GuideJob, GuideProgress } from '@/core/jobs/job';
import type { JobView } from '@/core/jobs/view';
import type { Settings } from '@/core/settings';
import { errorWords } from '@/core/words/errors';
import { panelWords } from '@/core/words/panel';
import { fill } from '@/core/words/words';
import { writingWords } from '@/core/words/writing';
import type { WrittenGuide } from '@/core/writing/written';
import { readModel } from '@/storage/models';
import { toLibraryPaper } from '@/storage/papers';
import { readSettings } from '@/storage/settings';
import { clock } from './clock';

/** A failure is told again on every visit, but not for ever. */
const FORGET_MILLISECONDS = 24 * 3_600_000;

/** What a job has come to: as it runs in this worker, or as a worker before it left it. */
export interface JobDraft {
  progress: GuideProgress;
  /** Null while nothing is written. */
  guide: Guide | null;
  /** The model's own name; '' when it is gone. */
  model: string;
}

/** Draws what is written so far of a job's guide. */
type Draw = (job: Pick<GuideJob, 'input'>, progress: GuideProgress, written: WrittenGuide, model: string) => JobDraft;

/** Loads what it takes to draw a guide, which a visit without a job does not need. */
export async function loadDraw(settings: Settings): Promise<Draw> {
  const [{ toWrittenRecord }, { buildGuide }, { mergeGlossary, parseGlossary }] = await Promise.all([
    import('@/core/writing/record'),
    import('@/core/guide/build'),
    import('@/core/glossary'),
  ]);
  const glossary = mergeGlossary(parseGlossary(settings.glossary));
  const options = { glossary, words: panelWords[settings.language] };
  const isOpen = { promptVersion: 0, inputTokens: 0, outputTokens: 0, cost: null };
  return ({ input }, progress, written, model) => {
    if (written.parts.length === 0) return { progress, guide: null, model };
    const basis = progress.basis ?? 'abstract';
    const record = toWrittenRecord(input, written, { ...isOpen, model, basis, writtenAt: clock.now() });
    const guide = buildGuide(record, toLibraryPaper(input.paper).paper, options);
    // What it took and how its numbers fare is told when it is done.
    return { progress, model, guide: { ...guide, cost: '', numbers: null } };
  };
}

/** What a job that nobody runs has kept, so that a page does not lose what it showed when the worker dies. */
async function keptDraft(job: GuideJob, settings: Settings): Promise<JobDraft> {
  const [{ keptGuide }, draw, model] = await Promise.all([
    import('@/core/writing/kept'),
    loadDraw(settings),
    readModel(job.input.modelId),
  ]);
  return draw(job, job.progress, keptGuide(job), model?.config.model ?? '');
}

/** A job as its page shows it, `live` when it runs here; null when there is nothing to show. */
export async function viewOf(job: GuideJob | null, live: JobDraft | null): Promise<JobView | null> {
  if (!job || job.state === 'done' || job.state === 'cancelled') return null;
  const settings = await readSettings();
  const words = writingWords[settings.language];
  const reason = job.error && errorWords[settings.language][job.error];
  if (job.state === 'failed') {
    const isOld = clock.now() - job.updatedAt > FORGET_MILLISECONDS;
    return isOld ? null : { state: 'failed', line: reason ?? '', guide: null };
  }
  const { progress, guide: written, model } = live ?? (await keptDraft(job, settings));
  const guide = written && arrangeGuide(written, settings);
  if (job.state === 'waiting') {
    return { state: 'waiting', line: reason ? fill(words.again, { reason }) : words.waiting, guide };
  }
  const { step, basis } = progress;
  const line = { text: words.reading, write: words.writing, repair: words.repairing, save: words.saving }[step];
  return { state: 'running', line: fill(line, { basis: basis ? words[basis] : '', model }), guide };
}
