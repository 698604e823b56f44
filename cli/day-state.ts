import * as z from 'zod/mini';
import { type DailyInput, type DailyProgress, NOTHING_MADE } from '@/core/daily/daily-job';
import { reopenDay } from '@/core/daily/reopen-day';
import type { ErrorCode } from '@/core/errors';
import { hashOf, type StateFile, stateFile } from './state-file';

const errorSchema = z.nullable(z.custom<ErrorCode>((value) => typeof value === 'string'));
const costSchema = z.nullable(z.number());
const progressSchema = z.object({
  step: z.enum(['announced', 'score', 'analyse', 'overview', 'save']),
  scores: z.record(
    z.string(),
    z.nullable(z.object({ relevance: z.number(), significance: z.number(), why: z.string() })),
  ),
  toScore: z.number(),
  again: z.boolean(),
  papers: z.nullable(
    z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        state: z.enum(['waiting', 'running', 'done', 'failed', 'skipped']),
        error: errorSchema,
        cost: costSchema,
      }),
    ),
  ),
  overview: z.nullable(z.string()),
  overviewRemoved: z.number(),
  modelError: errorSchema,
  requests: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  cost: costSchema,
  analysingSince: z.nullable(z.number()),
});
const daySchema = z.object({ most: z.number(), progress: progressSchema });
type Day = z.infer<typeof daySchema>;

/**
 * Where a day's progress is kept. A run that was interrupted goes on where it stood; one that had ended tries again what failed
 * or was skipped. With another number of papers it is chosen anew from the same scores.
 */
export class DayState {
  /** Tells this day's report from those of other days, keywords or models. */
  readonly name: string;
  private readonly file: StateFile<Day>;

  constructor(
    folder: string,
    private readonly input: DailyInput,
  ) {
    const { most: _, limit: __, ...about } = input;
    this.name = hashOf(about);
    this.file = stateFile(folder, 'days', about, daySchema);
  }

  read(): DailyProgress {
    const day = this.file.read();
    if (!day) return NOTHING_MADE;
    const { most, progress } = day;
    if (most !== this.input.most) {
      return { ...NOTHING_MADE, ...billOf(progress), scores: progress.scores };
    }
    return progress.step === 'save' ? reopenDay(progress) : progress;
  }

  write(progress: DailyProgress): void {
    this.file.write({ most: this.input.most, progress });
  }
}

/** What scores and overviews have cost; papers that are chosen again tell their own cost again. */
function billOf({ requests, inputTokens, outputTokens, cost, papers }: DailyProgress): Partial<DailyProgress> {
  const guides = (papers ?? []).reduce((sum, paper) => sum + (paper.cost ?? 0), 0);
  return { requests, inputTokens, outputTokens, cost: cost === null ? null : Math.max(0, cost - guides) };
}
