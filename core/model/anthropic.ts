import * as z from 'zod/mini';
import type { ModelConfig } from './config';
import { type Call, type Dialect, endpoint, type Finish, type Piece, toBase64 } from './dialect';
import type { ModelRequest } from './stream';

const text = z.catch(z.nullish(z.string()), null);
const count = z.catch(z.nullish(z.number()), null);
const usageSchema = z.catch(
  z.nullish(
    z.object({
      input_tokens: count,
      cache_creation_input_tokens: count,
      cache_read_input_tokens: count,
      output_tokens: count,
    }),
  ),
  null,
);
/** One schema for all events: each uses some of these fields. */
const eventSchema = z.object({
  type: z.string(),
  message: z.catch(z.nullish(z.object({ model: text, usage: usageSchema })), null),
  delta: z.catch(z.nullish(z.object({ text, thinking: text, stop_reason: text })), null),
  usage: usageSchema,
  // The answer in one piece.
  content: z.catch(z.array(z.object({ text, thinking: text })), []),
  stop_reason: text,
  model: text,
});

const FINISHES: Record<string, Finish> = {
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  refusal: 'filter',
};

function buildCall(config: ModelConfig, request: ModelRequest, key: string | null): Call {
  const { system, user, maxTokens, schema, pdf } = request;
  const document = pdf && {
    type: 'document',
    source: { type: 'base64', media_type: 'application/pdf', data: toBase64(pdf) },
  };
  return {
    url: endpoint(config.baseUrl, '/messages'),
    headers: {
      'anthropic-version': '2023-06-01',
      // Without it every request that has an Origin, as an extension's have, is refused.
      'anthropic-dangerous-direct-browser-access': 'true',
      ...(key !== null && { 'x-api-key': key }),
    },
    body: {
      model: config.model,
      system,
      messages: [{ role: 'user', content: document ? [document, { type: 'text', text: user }] : user }],
      stream: true,
      max_tokens: maxTokens,
      ...(schema && config.json === 'schema' && { output_config: { format: { type: 'json_schema', schema } } }),
    },
  };
}

function toUsage(usage: NonNullable<z.infer<typeof usageSchema>>): Piece {
  const input =
    usage.input_tokens == null
      ? null
      : usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0);
  return { kind: 'usage', usage: { input, output: usage.output_tokens ?? null } };
}

function readMessage(message: unknown): Piece[] {
  const parsed = z.safeParse(eventSchema, message);
  if (!parsed.success) return [];
  const event = parsed.data;
  if (event.type === 'error') return [{ kind: 'failure', failure: message }];
  const pieces: Piece[] = [];
  for (const said of event.delta ? [event.delta] : event.content) {
    if (said.thinking) pieces.push({ kind: 'thinking', text: said.thinking });
    if (said.text) pieces.push({ kind: 'text', text: said.text });
  }
  const usage = event.usage ?? event.message?.usage;
  if (usage) pieces.push(toUsage(usage));
  const model = event.model ?? event.message?.model;
  if (model) pieces.push({ kind: 'model', model });
  const reason = event.delta?.stop_reason ?? event.stop_reason;
  if (reason) pieces.push({ kind: 'finish', finish: FINISHES[reason] ?? 'stop' });
  if (event.type === 'message_stop' || event.type === 'message') pieces.push({ kind: 'end' });
  return pieces;
}

/** Anthropic's Messages. */
export const anthropic: Dialect = { framing: 'events', buildCall, readMessage };
