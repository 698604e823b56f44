import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Protocol } from '@/core/model/config';

/** One request as it arrived. */
export interface SeenRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The body parsed; null when it is no JSON. */
  json: Record<string, unknown> | null;
}

/** One step of an answer. `say`, `think` and `finish` are told in the protocol of the request. */
export type Step =
  | { say: string }
  | { think: string }
  | { finish: 'stop' | 'length' | 'filter'; usage?: { input: number; output: number } }
  /** Bytes as they are. */
  | { raw: string | Uint8Array }
  /** The answer stays here until the server is told to `release`. */
  | { hold: true }
  /** The connection is broken off. */
  | { cut: true };

/** What one request is answered with: steps of a stream, or a body in one piece. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** Waits for `release` before even the head of the answer is sent. */
  late?: boolean;
  steps?: Step[];
  /** In place of steps; anything but a string is sent as JSON. */
  body?: unknown;
  /** Like `body`, made from the request. */
  echo?: (request: SeenRequest) => unknown;
  /** Sends in pieces of so many bytes, which cuts through characters. */
  pieceBytes?: number;
}

const TYPES: Record<Protocol, string> = {
  openai: 'text/event-stream',
  gemini: 'text/event-stream',
  anthropic: 'text/event-stream',
  ollama: 'application/x-ndjson',
};
const MODEL = 'scripted-model';

function protocolOf(url: string): Protocol {
  if (url.includes(':streamGenerateContent')) return 'gemini';
  if (url.endsWith('/messages')) return 'anthropic';
  return url.endsWith('/api/chat') ? 'ollama' : 'openai';
}

const event = (json: object, name?: string) => `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(json)}\n\n`;

const line = (json: object) => `${JSON.stringify({ model: MODEL, ...json })}\n`;

type Told = Exclude<Step, { raw: unknown } | { hold: true } | { cut: true }>;

/** How each protocol tells a step. */
const TELL: Record<Protocol, (step: Told) => string> = {
  openai(step) {
    const chunk = (delta: object, reason: string | null = null) =>
      event({ model: MODEL, choices: [{ index: 0, delta, finish_reason: reason }] });
    if ('say' in step) return chunk({ content: step.say });
    if ('think' in step) return chunk({ reasoning_content: step.think });
    const { finish, usage } = step;
    const tokens = usage && { prompt_tokens: usage.input, completion_tokens: usage.output };
    return (
      chunk({}, finish === 'filter' ? 'content_filter' : finish) +
      (tokens ? event({ model: MODEL, choices: [], usage: tokens }) : '') +
      'data: [DONE]\n\n'
    );
  },
  gemini(step) {
    const chunk = (parts: object[], more: object = {}) =>
      event({ candidates: [{ content: { parts, role: 'model' }, ...more }], modelVersion: MODEL });
    if ('say' in step) return chunk([{ text: step.say }]);
    if ('think' in step) return chunk([{ text: step.think, thought: true }]);
    const { finish, usage } = step;
    const finishReason = { stop: 'STOP', length: 'MAX_TOKENS', filter: 'SAFETY' }[finish];
    return event({
      candidates: [{ finishReason }],
      modelVersion: MODEL,
      ...(usage && { usageMetadata: { promptTokenCount: usage.input, candidatesTokenCount: usage.output } }),
    });
  },
  anthropic(step) {
    const delta = (content: object) =>
      event({ type: 'content_block_delta', index: 0, delta: content }, 'content_block_delta');
    if ('say' in step) return delta({ type: 'text_delta', text: step.say });
    if ('think' in step) return delta({ type: 'thinking_delta', thinking: step.think });
    const { finish, usage } = step;
    const stopReason = { stop: 'end_turn', length: 'max_tokens', filter: 'refusal' }[finish];
    return (
      event({ type: 'message_start', message: { model: MODEL, usage: { input_tokens: usage?.input } } }) +
      event({ type: 'message_delta', delta: { stop_reason: stopReason }, usage: { output_tokens: usage?.output } }) +
      event({ type: 'message_stop' }, 'message_stop')
    );
  },
  ollama(step) {
    if ('say' in step) return line({ message: { role: 'assistant', content: step.say }, done: false });
    if ('think' in step) {
      return line({ message: { role: 'assistant', content: '', thinking: step.think }, done: false });
    }
    const { finish, usage } = step;
    return line({
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: finish === 'length' ? 'length' : 'stop',
      ...(usage && { prompt_eval_count: usage.input, eval_count: usage.output }),
    });
  },
};

/** A whole answer in the usual way: the text in the pieces given, then its end. */
export function answerOf(...texts: string[]): Reply {
  return { steps: [...texts.map((say) => ({ say })), { finish: 'stop', usage: { input: 10, output: 5 } }] };
}

/**
 * A model's server for tests, over real HTTP on this machine, in all four protocols: which one, it tells by the path asked for.
 * Every request is answered by the next reply of the script, or by `otherwise` when the script is over. It never waits by
 * itself: what is held goes on when the test says `release`.
 */
export class ModelServer {
  /** Every request, in order. */
  readonly seen: SeenRequest[] = [];
  /** Those whose answer is not over, and whose sender still waits for it. */
  readonly open = new Set<SeenRequest>();
  /** What is answered when the script is over. */
  otherwise: (request: SeenRequest) => Reply = () => answerOf('OK');

  private readonly script: Reply[] = [];
  private holding: (() => void)[] = [];
  private watchers: (() => void)[] = [];
  private readonly server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body, json: parseJson(body) };
      this.seen.push(request);
      this.open.add(request);
      response.once('close', () => {
        this.open.delete(request);
        this.changed();
      });
      this.changed();
      this.answer(request, response).catch(() => response.destroy());
    });
  });

  private constructor() {}

  /** Starts a server on a free port, or on the one given. */
  static async start({ port = 0 }: { port?: number } = {}): Promise<ModelServer> {
    const started = new ModelServer();
    started.server.listen(port, '127.0.0.1');
    await once(started.server, 'listening');
    return started;
  }

  /** Its address without a slash at the end: the base URL of Ollama, and the others' with what follows. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`; // an AddressInfo, as it listens on TCP
  }

  /** Adds to the script. */
  next(...replies: Reply[]): void {
    this.script.push(...replies);
  }

  /** Lets every held answer go on. */
  release(): void {
    const held = this.holding;
    this.holding = [];
    for (const go of held) go();
  }

  /** Resolves once that many requests have arrived since the start. */
  arrived(count: number): Promise<void> {
    return this.until(() => this.seen.length >= count);
  }

  /** Resolves once that many answers are held. */
  held(count = 1): Promise<void> {
    return this.until(() => this.holding.length >= count);
  }

  /** Resolves once it is so; that is looked at whenever a request comes, is held or is over. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const watch = () => {
        if (!isSo()) return;
        this.watchers = this.watchers.filter((other) => other !== watch);
        resolve();
      };
      this.watchers.push(watch);
      watch();
    });
  }

  /** Every place where a text, such as a planted key, came in: `url`, `body`, or `header` and its name. */
  placesOf(text: string): string[] {
    return this.seen.flatMap(({ url, body, headers }) => [
      ...(decodeURIComponent(url).includes(text) ? ['url'] : []),
      ...(body.includes(text) ? ['body'] : []),
      ...Object.entries(headers)
        .filter(([, value]) => String(value).includes(text))
        .map(([name]) => `header ${name}`),
    ]);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: SeenRequest, response: ServerResponse): Promise<void> {
    const reply = this.script.shift() ?? this.otherwise(request);
    if (reply.late) await this.hold();
    const protocol = protocolOf(request.url);
    const inOnePiece = 'body' in reply || 'echo' in reply;
    const type = inOnePiece ? 'application/json' : TYPES[protocol];
    response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers });
    response.flushHeaders();
    if (inOnePiece) {
      const body: unknown = reply.echo ? reply.echo(request) : reply.body;
      await send(response, typeof body === 'string' ? body : JSON.stringify(body), reply.pieceBytes);
    }
    for (const step of reply.steps ?? []) {
      if ('hold' in step) await this.hold();
      else if ('cut' in step) {
        response.destroy();
        return;
      } else {
        const bytes = 'raw' in step ? step.raw : TELL[protocol](step);
        await send(response, bytes, reply.pieceBytes);
      }
    }
    response.end();
  }

  private hold(): Promise<void> {
    return new Promise((go) => {
      this.holding.push(go);
      this.changed();
    });
  }

  private changed(): void {
    for (const watch of this.watchers) watch();
  }
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>; // for tests, which know what they sent
  } catch {
    return null;
  }
}

async function send(response: ServerResponse, content: string | Uint8Array, pieceBytes = Infinity): Promise<void> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    if (response.destroyed) return;
    const piece = bytes.subarray(at, Math.min(bytes.length, at + pieceBytes));
    await new Promise<void>((sent) => {
      response.write(piece, () => sent());
    });
  }
}
