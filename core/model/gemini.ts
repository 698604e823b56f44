import * as z from 'zod/mini';
import type { ModelConfig } from './config';
import { type Call, type Dialect, endpoint, type Finish, type Piece, toBase64 } from './dialect';
import type { ModelRequest } from './stream';

const text = z.catch(z.nullish(z.string()), null);
const count = z.catch(z.nullish(z.number()), null);
const partSchema = z.object({ text, thought: z.catch(z.nullish(z.boolean()), null) });
const candidateSchema = z.object({
  content: z.catch(z.nullish(z.object({ parts: z.catch(z.array(partSchema), []) })), null),
  finishReason: text,
});
const chunkSchema = z.object({
  candidates: z.catch(z.array(candidateSchema), []),
  promptFeedback: z.catch(z.nullish(z.object({ blockReason: text })), null),
  usageMetadata: z.catch(
    z.nullish(z.object({ promptTokenCount: count, candidatesTokenCount: count, thoughtsTokenCount: count })),
    null,
  ),
  modelVersion: text,
});

const FINISHES: Record<string, Finish> = {
  STOP: 'stop',
  MAX_TOKENS: 'length',
  SAFETY: 'filter',
  RECITATION: 'filter',
  LANGUAGE: 'filter',
  BLOCKLIST: 'filter',
  PROHIBITED_CONTENT: 'filter',
  SPII: 'filter',
};

function buildCall(config: ModelConfig, request: ModelRequest, key: string | null): Call {
  const { system, user, maxTokens, schema, pdf } = request;
  const model = encodeURIComponent(config.model.replace(/^models\//, ''));
  const asked = schema && config.json !== 'prompt';
  return {
    url: endpoint(config.baseUrl, `/models/${model}:streamGenerateContent?alt=sse`),
    // In the address, as examples have it, the key would end up in histories and logs.
    headers: key === null ? {} : { 'x-goog-api-key': key },
    body: {
      systemInstruction: { parts: [{ text: system }] },
      contents: [
        {
          role: 'user',
          parts: [
            ...(pdf ? [{ inlineData: { mimeType: 'application/pdf', data: toBase64(pdf) } }] : []),
            { text: user },
          ],
        },
      ],
      generationConfig: {
        maxOutputTokens: maxTokens,
        ...(asked && { responseMimeType: 'application/json' }),
        ...(asked && config.json === 'schema' && { responseJsonSchema: schema }),
      },
    },
  };
}

function readChunk(chunk: z.infer<typeof chunkSchema>): Piece[] {
  const pieces: Piece[] = [];
  const candidate = chunk.candidates[0];
  for (const part of candidate?.content?.parts ?? []) {
    if (part.text) pieces.push({ kind: part.thought ? 'thinking' : 'text', text: part.text });
  }
  const usage = chunk.usageMetadata;
  if (usage) {
    const output = (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0);
    pieces.push({ kind: 'usage', usage: { input: usage.promptTokenCount ?? null, output } });
  }
  if (chunk.modelVersion) pieces.push({ kind: 'model', model: chunk.modelVersion });
  if (chunk.promptFeedback?.blockReason) pieces.push({ kind: 'finish', finish: 'filter' });
  // OTHER, MALFORMED_… and what is yet to be invented end the answer too.
  if (candidate?.finishReason) pieces.push({ kind: 'finish', finish: FINISHES[candidate.finishReason] ?? 'stop' });
  return pieces;
}

function readMessage(message: unknown): Piece[] {
  // Without alt=sse, which a proxy may drop, the chunks come as one list.
  if (Array.isArray(message)) return message.flatMap(readMessage);
  if (typeof message === 'object' && message !== null && 'error' in message) {
    return [{ kind: 'failure', failure: message }];
  }
  const chunk = z.safeParse(chunkSchema, message);
  return chunk.success ? readChunk(chunk.data) : [];
}

/** Google's own protocol, which reads PDF and keeps to a schema. */
export const gemini: Dialect = { framing: 'events', buildCall, readMessage };
