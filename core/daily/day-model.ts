import { AppError, type ErrorCode } from '../errors';
import { askModel } from '../model/ask-model';
import type { ModelConfig } from '../model/config';
import { costOf, estimateTokens } from '../model/cost';
import type { ModelRequest } from '../model/stream';
import type { DailyInput, DailyProgress } from './daily-job';
import type { DailyTools } from './daily-tools';
import type { DayKeeper } from './day-keeper';

/** What an answer says, and what it adds to the bill: to be kept together with what is read from it. */
export interface DayAnswer {
  text: string;
  bill: Pick<DailyProgress, 'requests' | 'inputTokens' | 'outputTokens' | 'cost'>;
}

/** Failures that lie in what was asked, not in the model: the next request may well be answered. */
const OF_CONTENT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['model-filter', 'model-long', 'model-blank']);

/** The model of a day, as long as it answers. When it fails for good the day's progress says why, and it is not asked again. */
export class DayModel {
  private constructor(
    readonly config: ModelConfig,
    private readonly key: string | null,
    private readonly keeper: DayKeeper,
    private readonly tools: DailyTools,
  ) {}

  /** Null where the day has no model, or has lost it. @throws AppError a failure that is worth another try. */
  static async find({ modelId }: DailyInput, keeper: DayKeeper, tools: DailyTools): Promise<DayModel | null> {
    if (modelId === null || keeper.progress.modelError !== null) return null;
    let found: Awaited<ReturnType<DailyTools['findModel']>>;
    try {
      found = await tools.findModel(modelId);
      if (!found) throw new AppError('model-none', 'the model of the day is gone');
    } catch (error) {
      await giveUp(error, keeper, tools);
      return null;
    }
    // What is spent can be told from the first request on.
    if (found.config.price && keeper.progress.cost === null) keeper.progress = { ...keeper.progress, cost: 0 };
    return new DayModel(found.config, found.key, keeper, tools);
  }

  /**
   * The model's answer; an empty one where what was asked cannot be answered. Null when the model has failed for good.
   *
   * @throws AppError a failure that is worth another try.
   */
  async ask(build: (boundary: string) => ModelRequest): Promise<DayAnswer | null> {
    if (this.keeper.progress.modelError !== null) return null;
    const { fetch, clock, signal, makeBoundary } = this.tools;
    const request = build(makeBoundary());
    try {
      const { text, usage } = await askModel(this.config, request, { fetch, key: this.key, clock, signal });
      const counted = usage ?? {
        input: estimateTokens(request.system + request.user),
        output: estimateTokens(text),
      };
      return { text, bill: this.billOf(counted) };
    } catch (error) {
      if (await giveUp(error, this.keeper, this.tools)) return null;
      return { text: '', bill: this.billOf({ input: 0, output: 0 }) };
    }
  }

  private billOf(usage: { input: number; output: number }): DayAnswer['bill'] {
    const { requests, inputTokens, outputTokens, cost } = this.keeper.progress;
    const added = costOf(usage, this.config.price);
    return {
      requests: requests + 1,
      inputTokens: inputTokens + usage.input,
      outputTokens: outputTokens + usage.output,
      cost: added === null ? cost : (cost ?? 0) + added,
    };
  }
}

/** Keeps why the day goes on without its model; false where only what was asked is to blame. Throws what is tried again. */
async function giveUp(error: unknown, keeper: DayKeeper, tools: DailyTools): Promise<boolean> {
  tools.signal.throwIfAborted();
  if (!(error instanceof AppError) || tools.willRetry(error)) throw error;
  if (OF_CONTENT.has(error.code)) return false;
  await keeper.keep({ modelError: error.code });
  return true;
}
