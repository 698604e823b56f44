import type { ModelConfig } from './config';
import type { Finish } from './dialect';
import { type ModelContext, type ModelRequest, streamModel } from './stream';

/** An answer as a whole. `usage` is null where the provider does not tell it. */
export interface ModelAnswer {
  text: string;
  finish: Finish;
  usage: { input: number; output: number } | null;
}

/**
 * Asks a model and waits for all of its answer, for what nobody watches being written. `length` and `filter` are ends like any
 * other: what came before them was paid for, and whoever asked judges it.
 *
 * @throws AppError as `streamModel` does; the signal's reason when that aborts.
 */
export async function askModel(
  config: ModelConfig,
  request: ModelRequest,
  context: ModelContext,
): Promise<ModelAnswer> {
  const answer: ModelAnswer = { text: '', finish: 'stop', usage: null };
  for await (const event of streamModel(config, request, context)) {
    if (event.kind === 'text') answer.text += event.text;
    else if (event.kind === 'end') ({ finish: answer.finish, usage: answer.usage } = event);
  }
  return answer;
}
