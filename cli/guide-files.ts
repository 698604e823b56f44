import * as z from 'zod/mini';
import { type FullText, parseFullText } from '@/core/arxiv/full-text';
import type { Clock } from '@/core/clock';
import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import type { DailyAnalysis, DailyTools } from '@/core/daily/daily-tools';
import { toPagePaper } from '@/core/daily/to-page-paper';
import { AppError } from '@/core/errors';
import { mergeGlossary } from '@/core/glossary';
import { type GuideJob, newGuideJob } from '@/core/jobs/job';
import { isRetryable, retryDelay } from '@/core/model/retry';
import { analysisSchema, partSchema } from '@/core/paper';
import type { Language } from '@/core/settings';
import { writeGuide } from '@/core/writing/guide-job';
import { PROMPT_VERSION } from '@/core/writing/prompt';
import { toWrittenRecord } from '@/core/writing/record';
import { type StateFile, stateFile } from './state-file';

const writtenSchema = z.object({
  titleChinese: z.nullable(z.string()),
  parts: z.array(z.object({ part: partSchema, markdown: z.string(), inferred: z.boolean() })),
  findings: z.array(z.object({ text: z.string(), sentence: z.nullable(z.string()) })),
  prose: z.boolean(),
});
const progressSchema = z.object({
  step: z.enum(['text', 'write', 'repair', 'save']),
  basis: z.nullable(z.enum(['full', 'abstract'])),
  written: z.nullable(writtenSchema),
  answer: z.string(),
  rejected: z.nullable(z.object({ answer: z.string(), problems: z.array(z.string()) })),
  requests: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
});
const guideSchema = z.object({
  analysis: analysisSchema,
  titleChinese: z.nullable(z.string()),
  cost: z.nullable(z.number()),
  /** The day's report it was written for. */
  paidFor: z.string(),
});
type KeptGuide = z.infer<typeof guideSchema>;
/** How far a guide is, and what it has become; the full text it is written from is kept only as long as it is written. */
const keptSchema = z.object({ progress: progressSchema, guide: z.nullable(guideSchema) });
type Kept = z.infer<typeof keptSchema>;

const textSchema = z.object({
  /** Undefined: not asked for. Null: arXiv has none. */
  text: z.optional(z.nullable(z.custom<FullText>((value) => typeof value === 'object'))),
});

type KeptText = z.infer<typeof textSchema>;

/** What guides of one run have in common. */
export interface GuideFilesOptions {
  folder: string;
  /** Tells the day's report from others. */
  day: string;
  modelId: string;
  language: Language;
  tools: Pick<DailyTools, 'ask' | 'fetch' | 'findModel' | 'makeBoundary'> & { clock: Clock };
}

/** Guides in files: each keeps its own progress, so that whoever is interrupted goes on in the middle of it. */
export class GuideFiles {
  constructor(private readonly options: GuideFilesOptions) {}

  /**
   * Writes a paper's guide, or gives the one that is there. A failure that may pass is tried again after a while, some times; any
   * other is the paper's.
   */
  async analyse(paper: AnnouncedPaper, signal: AbortSignal): Promise<DailyAnalysis> {
    const { folder, day, modelId, language, tools } = this.options;
    const about = { id: paper.id, version: paper.version, modelId, language, prompt: PROMPT_VERSION };
    const file = stateFile(folder, 'guides', about, keptSchema);
    const text = stateFile(folder, 'texts', about, textSchema);
    const input = {
      paper: toPagePaper(paper),
      modelId,
      language,
      promptVersion: PROMPT_VERSION,
      source: 'html' as const,
    };
    const job = newGuideJob(input, tools.clock.now());
    for (let attempt = 1; ; attempt++) {
      const kept = file.read();
      try {
        const guide =
          kept?.guide ?? (await this.write(kept ? { ...job, progress: kept.progress } : job, file, text, signal));
        // One that another day's report brought was paid for there.
        return { kind: 'done', ...guide, cost: guide.paidFor === day ? guide.cost : null };
      } catch (cause) {
        signal.throwIfAborted();
        const error = cause instanceof AppError ? cause : new AppError('unknown', 'the guide broke off', { cause });
        if (error.code === 'unknown') console.error(cause);
        const wait = isRetryable(error.code) ? retryDelay(attempt, error.retryAfterSeconds, Math.random()) : null;
        if (wait === null) return { kind: 'failed', error: error.code };
        await tools.clock.wait(wait, signal);
      }
    }
  }

  private async write(
    job: GuideJob,
    file: StateFile<Kept>,
    text: StateFile<KeptText>,
    signal: AbortSignal,
  ): Promise<KeptGuide> {
    const { day, tools } = this.options;
    const { fetch, clock, findModel, makeBoundary } = tools;
    let { progress } = job;
    let saved: KeptGuide | null = null;
    await writeGuide(job, {
      fetch,
      clock,
      signal,
      findModel,
      makeBoundary,
      glossary: mergeGlossary([]),
      keep(reached) {
        progress = reached;
        if (!saved) file.write({ progress, guide: null });
        return Promise.resolve();
      },
      readText: async () => {
        const known = text.read()?.text;
        if (known !== undefined) return known;
        const found = await this.askText(job, signal);
        text.write({ text: found });
        return found;
      },
      readPdf: () => Promise.reject(new AppError('no-pdf', 'nobody asked for a PDF')),
      show: () => undefined,
      save(guide, writing) {
        const { markdown, sections, basis } = toWrittenRecord(job.input, guide, writing);
        const { titleChinese } = guide;
        saved = { analysis: { markdown, basis, sections }, titleChinese, cost: writing.cost, paidFor: day };
        file.write({ progress, guide: saved });
        text.write({});
        return Promise.resolve();
      },
    });
    if (!saved) throw new AppError('unknown', 'the guide was not saved');
    return saved;
  }

  private async askText({ input }: GuideJob, signal: AbortSignal): Promise<FullText | null> {
    const { id, version } = input.paper;
    const answer = await this.options.tools.ask({
      url: `https://arxiv.org/html/${id}v${version}`,
      kind: 'page',
      signal,
    });
    return answer.status === 200 ? parseFullText(answer.text) : null;
  }
}
