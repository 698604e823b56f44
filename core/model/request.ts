import { AppError } from '../errors';
import type { ModelConfig } from './config';
import { diagnose, type Refusal } from './diagnosis';
import type { Call, Dialect } from './dialect';
import { getPreset } from './presets';
import { withoutKey } from './secret';
import type { ModelContext, ModelRequest } from './stream';

/** More of an error page is not read. */
const LONGEST_REFUSAL = 64_000;

interface OptionalField {
  field: string;
  /** How a refusal names it. */
  named: RegExp;
  /** What the same field is called elsewhere; without it the field is left out. */
  other?: string;
  /** The one part of it that stays. */
  keep?: string;
}

/** Fields that a server may not know. */
const OPTIONAL_FIELDS: readonly OptionalField[] = [
  { field: 'max_tokens', named: /max_completion_tokens/, other: 'max_completion_tokens' },
  { field: 'max_tokens', named: /max_tokens/ },
  { field: 'max_completion_tokens', named: /max_(?:completion_)?tokens/, other: 'max_tokens' },
  { field: 'response_format', named: /response_?format|json_schema|json_object|json.?mode|structured.?output/i },
  { field: 'output_config', named: /output_config|output_format|json_schema|structured.?output/i },
  { field: 'generationConfig', named: /response_?(?:json_?schema|schema|mime)/i, keep: 'maxOutputTokens' },
  { field: 'stream_options', named: /stream_options|include_usage/ },
  { field: 'enable_thinking', named: /enable_thinking/ },
  { field: 'thinking', named: /\bthinking\b/i },
  { field: 'format', named: /\bformat\b/i },
];

/** The same body without the field that a refusal names; null when it names none that can be spared. */
function withoutNamedField(body: Record<string, unknown>, refusal: string): Record<string, unknown> | null {
  const found = OPTIONAL_FIELDS.find(({ field, named }) => field in body && named.test(refusal));
  if (!found) return null;
  const { [found.field]: value, ...rest } = body;
  if (found.other) return { ...rest, [found.other]: value };
  if (!found.keep) return rest;
  const parts = Object.entries(value ?? {}).filter(([name]) => name === found.keep);
  return { ...rest, [found.field]: Object.fromEntries(parts) };
}

function checkedKey(config: ModelConfig, key: string | null): string | null {
  const trimmed = key?.trim() ?? '';
  if (trimmed === '') {
    if (getPreset(config.provider).needsKey) throw new AppError('model-key', `${config.provider} needs a key`);
    return null;
  }
  // A header takes nothing else, and the browser's complaint would quote the key.
  if (!/^[\x21-\x7e]+$/.test(trimmed)) throw new AppError('model-key', 'the key has characters that no key has');
  return trimmed;
}

function checkAddress(baseUrl: string): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  // A name and password in it would be sent along, and browsers refuse to.
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new AppError('model-address', 'the address is no http address');
  }
}

async function post(call: Call, context: ModelContext): Promise<Response> {
  const { fetch: send, signal, key } = context;
  try {
    return await send(call.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...call.headers },
      body: JSON.stringify(call.body),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    // Not as the cause: browsers quote what they choke on, and the key is among it.
    throw new AppError('model-offline', withoutKey(`the model could not be reached: ${String(error)}`, key));
  }
}

async function readRefusal(response: Response): Promise<Refusal> {
  const decoder = new TextDecoder();
  const chunks = (response.body ?? new Blob().stream()).getReader();
  let body = '';
  try {
    while (body.length < LONGEST_REFUSAL) {
      const { done, value } = await chunks.read();
      if (done) break;
      body += decoder.decode(value, { stream: true });
    }
  } catch {
    // The status says enough.
  } finally {
    chunks.cancel().catch(() => undefined);
  }
  const { status, headers } = response;
  return {
    status,
    contentType: headers.get('content-type') ?? '',
    body: body.slice(0, LONGEST_REFUSAL),
    retryAfter: headers.get('retry-after'),
  };
}

/** Sends a request and gives the body of the answer. Throws the diagnosis of a refusal. */
export async function openAnswer(
  dialect: Dialect,
  config: ModelConfig,
  request: ModelRequest,
  context: ModelContext,
): Promise<ReadableStream<Uint8Array>> {
  const { clock } = context;
  if (request.pdf && !config.readsPdf) throw new AppError('unknown', 'this model reads no PDF');
  const key = checkedKey(config, context.key);
  checkAddress(config.baseUrl);
  const call = dialect.buildCall(config, request, key);
  let response = await post(call, context);
  if (!response.ok) {
    const refusal = await readRefusal(response);
    const error = diagnose(refusal, config, key, clock.now());
    const mayBeField = [400, 422].includes(refusal.status) && ['model-answer', 'model-name'].includes(error.code);
    const body = mayBeField ? withoutNamedField(call.body, refusal.body) : null;
    if (!body) throw error;
    response = await post({ ...call, body }, context);
    if (!response.ok) throw diagnose(await readRefusal(response), config, key, clock.now());
  }
  if (!response.body) throw new AppError('model-cut', 'the answer is empty');
  return response.body;
}
