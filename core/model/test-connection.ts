import { AppError, type ErrorCode } from '../errors';
import type { ModelConfig } from './config';
import { otherSiteOf } from './presets';
import { type ModelContext, streamModel } from './stream';

/** `model`: what the provider says it is; `site`: the host whose key it may be, for `model-key-site`. */
export type Connection =
  | { ok: true; model: string | null; milliseconds: number }
  | { ok: false; code: ErrorCode; site?: string };

/**
 * Tries a model by the smallest request there is. The key goes to the model's own address only: whether it is one of the
 * provider's other site is judged from what the server says and from the key's form.
 *
 * @throws the signal's reason when that aborts.
 */
export async function testConnection(config: ModelConfig, context: ModelContext): Promise<Connection> {
  const start = context.clock.now();
  const request = { system: 'Answer with OK.', user: 'OK?', maxTokens: 16, schema: null };
  let model: string | null = null;
  try {
    for await (const event of streamModel(config, request, context)) {
      if (event.kind === 'end') model = event.model;
    }
  } catch (error) {
    context.signal.throwIfAborted();
    const code = error instanceof AppError ? error.code : 'unknown';
    // It was understood and answered; that the few words went into thinking is no fault of the connection.
    if (code !== 'model-blank') {
      const site = code === 'model-key-site' ? otherSiteOf(config) : null;
      return { ok: false, code, ...(site !== null && { site }) };
    }
  }
  return { ok: true, model, milliseconds: context.clock.now() - start };
}
