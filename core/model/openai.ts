import * as z from 'zod/mini';
import type { ModelConfig } from './config';
import { type Call, type Dialect, endpoint, type Finish, type Piece, toBase64 } from './dialect';
import { getPreset } from './presets';
import type { ModelRequest } from './stream';

const text = z.catch(z.nullish(z.string()), null);
const count = z.catch(z.nullish(z.number()), null);
const usageSchema = z.catch(z.nullish(z.object({ prompt_tokens: count, completion_tokens: count })), null);
const messageSchema = z.catch(z.nullish(z.object({ content: text, reasoning_content: text, reasoning: text })), null);
const choiceSchema = z.object({
  delta: messageSchema,
  message: messageSchema, // in place of `delta` when the answer comes in one piece
  finish_reason: text,
  usage: usageSchema, // Kimi tells it here
});
const chunkSchema = z.object({ choices: z.array(choiceSchema), usage: usageSchema, model: text });

const FINISHES: Record<string, Finish> = {
  length: 'length',
  max_tokens: 'length',
  model_context_window_exceeded: 'length', // Zhipu
  repetition_truncation: 'length', // DeepSeek
  content_filter: 'filter',
  sensitive: 'filter', // Zhipu
};
/** Ends that are failures of the provider: OpenRouter, Zhipu, DeepSeek. */
const FAILED = new Set(['error', 'network_error', 'insufficient_system_resource']);

function responseFormat(config: ModelConfig, schema: object | null): object | null {
  if (!schema || config.json === 'prompt') return null;
  if (config.json === 'object') return { type: 'json_object' };
  return { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } };
}

function buildMessages(request: ModelRequest, format: object | null): object[] {
  const { system, user, pdf } = request;
  // Several providers refuse JSON mode, or answer with blanks, when the prompt does not speak of JSON.
  const named = format === null || /json/i.test(system + user);
  return [
    { role: 'system', content: named ? system : `${system}\n\nAnswer in JSON.` },
    {
      role: 'user',
      content: pdf
        ? [
            {
              type: 'file',
              file: { filename: 'paper.pdf', file_data: `data:application/pdf;base64,${toBase64(pdf)}` },
            },
            { type: 'text', text: user },
          ]
        : user,
    },
  ];
}

function buildCall(config: ModelConfig, request: ModelRequest, key: string | null): Call {
  const { quirks } = getPreset(config.provider);
  const format = responseFormat(config, request.schema);
  return {
    url: endpoint(config.baseUrl, '/chat/completions'),
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    body: {
      model: config.model,
      messages: buildMessages(request, format),
      stream: true,
      ...(quirks.usageOnRequest && { stream_options: { include_usage: true } }),
      [quirks.maxTokensField]: request.maxTokens,
      ...(format && { response_format: format }),
      ...quirks.extras,
    },
  };
}

function readChoice(choice: z.infer<typeof choiceSchema>): Piece[] {
  const pieces: Piece[] = [];
  const { delta, message, finish_reason: reason, usage } = choice;
  const said = delta ?? message;
  const thought = said?.reasoning_content ?? said?.reasoning;
  if (thought) pieces.push({ kind: 'thinking', text: thought });
  if (said?.content) pieces.push({ kind: 'text', text: said.content });
  if (usage) pieces.push(toUsage(usage));
  if (reason && FAILED.has(reason)) pieces.push({ kind: 'failure', failure: { error: { type: reason } } });
  // Some servers send an empty reason with every chunk.
  else if (reason) pieces.push({ kind: 'finish', finish: FINISHES[reason] ?? 'stop' });
  return pieces;
}

function toUsage(usage: NonNullable<z.infer<typeof usageSchema>>): Piece {
  return {
    kind: 'usage',
    usage: { input: usage.prompt_tokens ?? null, output: usage.completion_tokens ?? null },
  };
}

/** As DashScope and SiliconFlow tell a failure. */
const flatErrorSchema = z.object({ code: z.union([z.string(), z.number()]), message: z.string() });

/** Some servers send `error: null` with every chunk. */
function hasError(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'error' in message && Boolean(message.error);
}

function readMessage(message: unknown): Piece[] {
  // First, since OpenRouter sends an error and choices in one message.
  if (hasError(message)) return [{ kind: 'failure', failure: message }];
  const chunk = z.safeParse(chunkSchema, message);
  if (!chunk.success) {
    return z.safeParse(flatErrorSchema, message).success ? [{ kind: 'failure', failure: message }] : [];
  }
  const { choices, usage, model } = chunk.data;
  const pieces = choices.slice(0, 1).flatMap(readChoice);
  if (usage) pieces.push(toUsage(usage));
  if (model) pieces.push({ kind: 'model', model });
  // An answer in one piece has no end mark of its own.
  if (choices[0]?.message && !choices[0].delta) pieces.push({ kind: 'end' });
  return pieces;
}

/** Chat completions as OpenAI defined them and most others offer them. */
export const openai: Dialect = { framing: 'events', buildCall, readMessage };
