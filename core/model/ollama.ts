import * as z from 'zod/mini';
import type { ModelConfig } from './config';
import { estimateTokens } from './cost';
import { type Call, type Dialect, endpoint, type Piece } from './dialect';
import type { ModelRequest } from './stream';

const text = z.catch(z.nullish(z.string()), null);
const count = z.catch(z.nullish(z.number()), null);
const lineSchema = z.object({
  model: text,
  message: z.catch(z.nullish(z.object({ content: text, thinking: text })), null),
  done: z.catch(z.nullish(z.boolean()), null),
  done_reason: text,
  prompt_eval_count: count,
  eval_count: count,
  error: text,
});

/** The model is loaded anew for every other size, so there are few of them. */
const SMALLEST_CONTEXT = 4_096;

/**
 * How large a context is asked for: Ollama cuts off silently what does not fit into its own, small default. Doubled from 4096
 * until prompt and answer fit, and never more than the model has.
 */
function contextFor(config: ModelConfig, request: ModelRequest): number {
  // A fifth more than estimated, since what is cut off is the beginning: the instructions.
  const needed = estimateTokens(request.system + request.user) * 1.2 + request.maxTokens;
  let size = SMALLEST_CONTEXT;
  while (size < needed) size *= 2;
  return Math.min(size, config.contextTokens);
}

function buildCall(config: ModelConfig, request: ModelRequest, key: string | null): Call {
  const { system, user, maxTokens, schema } = request;
  return {
    url: endpoint(config.baseUrl, '/api/chat'),
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    body: {
      model: config.model,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      stream: true,
      ...(schema && config.json === 'schema' && { format: schema }),
      ...(schema && config.json === 'object' && { format: 'json' }),
      options: { num_ctx: contextFor(config, request), num_predict: maxTokens },
    },
  };
}

function readMessage(message: unknown): Piece[] {
  const parsed = z.safeParse(lineSchema, message);
  if (!parsed.success) return [];
  const line = parsed.data;
  if (line.error) return [{ kind: 'failure', failure: message }];
  const pieces: Piece[] = [];
  if (line.message?.thinking) pieces.push({ kind: 'thinking', text: line.message.thinking });
  if (line.message?.content) pieces.push({ kind: 'text', text: line.message.content });
  if (line.model) pieces.push({ kind: 'model', model: line.model });
  if (!line.done) return pieces;
  // A prompt that was still in the cache has no count.
  if (line.eval_count != null) {
    pieces.push({ kind: 'usage', usage: { input: line.prompt_eval_count ?? null, output: line.eval_count } });
  }
  pieces.push({ kind: 'finish', finish: line.done_reason === 'length' ? 'length' : 'stop' }, { kind: 'end' });
  return pieces;
}

/** Ollama's own protocol: unlike its copy of OpenAI's, it takes the size of the context. */
export const ollama: Dialect = { framing: 'lines', buildCall, readMessage };
