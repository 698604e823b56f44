import type { Clock } from '../clock';
import { AppError } from '../errors';
import { Patience, type PatienceLimits } from '../patience';
import { anthropic } from './anthropic';
import type { ModelConfig, Protocol } from './config';
import { diagnose } from './diagnosis';
import type { Dialect, Finish, Piece } from './dialect';
import { gemini } from './gemini';
import { MessageReader, STREAM_END } from './messages';
import { ollama } from './ollama';
import { openai } from './openai';
import { getPreset } from './presets';
import { openAnswer } from './request';
import { withoutKey } from './secret';
import { ThinkingFilter } from './thinking';

/** Slow models think for two minutes before their first word. */
const LIMITS: PatienceLimits = { first: 120_000, gap: 100_000, whole: 600_000 };

/** What a model is asked. */
export interface ModelRequest {
  system: string;
  user: string;
  /** Of the answer, its thinking included. */
  maxTokens: number;
  /** JSON schema of the answer, which the prompt should hold too; null for prose. */
  schema: object | null;
  /** Sent along to a model that reads PDF. */
  pdf?: Uint8Array;
}

/** What comes back. `end` comes once, at the end; `usage` and `model` are null where the provider does not tell them. */
export type ModelEvent =
  | { kind: 'thinking' }
  | { kind: 'text'; text: string }
  | { kind: 'end'; finish: Finish; usage: { input: number; output: number } | null; model: string | null };

export interface ModelContext {
  fetch: typeof fetch;
  /** Goes into a header of requests to the model's own address, and nowhere else. */
  key: string | null;
  clock: Clock;
  signal: AbortSignal;
}

/** The longest answer that is taken, its thinking included, in characters. */
const LONGEST_ANSWER = 2_000_000;

const DIALECTS: Record<Protocol, Dialect> = { openai, gemini, anthropic, ollama };

/** What has come of one answer. */
class Answer {
  finish: Finish | null = null;
  private text = '';
  private length = 0;
  private input: number | null = null;
  private output: number | null = null;
  private model: string | null = null;

  constructor(private readonly thinking: ThinkingFilter) {}

  /** The events of a piece; a failure has none and is not for here. */
  add(piece: Exclude<Piece, { kind: 'failure' }>): ModelEvent[] {
    switch (piece.kind) {
      case 'text':
        return this.say(this.thinking.push(piece.text));
      case 'thinking':
        return this.say([piece]);
      case 'finish':
        this.finish = piece.finish;
        return [];
      case 'usage':
        this.input = piece.usage.input ?? this.input;
        this.output = piece.usage.output ?? this.output;
        return [];
      case 'model':
        this.model = piece.model;
        return [];
      case 'end':
        this.finish ??= 'stop';
        return [];
    }
  }

  /** The last events. Throws where what came is no answer. */
  end(): ModelEvent[] {
    const { finish } = this;
    if (finish === null) throw new AppError('model-cut', 'the answer broke off');
    const events = this.say(this.thinking.end());
    if (finish === 'stop' && this.text.trim() === '') throw new AppError('model-blank', 'the answer is blank');
    const usage = this.input === null || this.output === null ? null : { input: this.input, output: this.output };
    return [...events, { kind: 'end', finish, usage, model: this.model }];
  }

  private say(said: { kind: 'text' | 'thinking'; text: string }[]): ModelEvent[] {
    return said.map(({ kind, text }) => {
      this.length += text.length;
      if (this.length > LONGEST_ANSWER) throw new AppError('model-answer', 'the answer is longer than any answer');
      if (kind === 'thinking') return { kind };
      // Only whether it is blank matters, and the start of a text that is not decides that.
      if (this.text.trim() === '') this.text += text;
      return { kind, text };
    });
  }
}

async function* readMessages(
  body: ReadableStream<Uint8Array>,
  framing: Dialect['framing'],
  patience: Patience,
  answer: Answer,
  signal: AbortSignal,
): AsyncGenerator<unknown, void, undefined> {
  const chunks = body.getReader();
  const messages = new MessageReader(framing);
  const decoder = new TextDecoder();
  const cancel = () => void chunks.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel);
  try {
    for (;;) {
      const { done, value } = await chunks.read();
      signal.throwIfAborted();
      if (done) break;
      patience.hasLife();
      yield* messages.push(decoder.decode(value, { stream: true }));
      if (answer.finish !== null) patience.hasEnded();
    }
    yield* messages.push(decoder.decode());
    yield* messages.end();
  } catch (error) {
    // The answer is whole: how the line ended after that is no matter.
    if (answer.finish !== null) return;
    signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    throw new AppError('model-cut', `the connection broke: ${String(error)}`);
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

async function* readAnswer(
  config: ModelConfig,
  request: ModelRequest,
  context: ModelContext,
  patience: Patience,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, void, undefined> {
  const { key, clock } = context;
  const dialect = DIALECTS[config.protocol];
  const body = await openAnswer(dialect, config, request, { ...context, signal });
  const { thinksInText } = getPreset(config.provider).quirks;
  const answer = new Answer(new ThinkingFilter(thinksInText, request.schema !== null));
  for await (const message of readMessages(body, dialect.framing, patience, answer, signal)) {
    const pieces: Piece[] = message === STREAM_END ? [{ kind: 'end' }] : dialect.readMessage(message);
    for (const piece of pieces) {
      if (piece.kind === 'failure') {
        const told = JSON.stringify(piece.failure);
        throw diagnose({ status: 200, contentType: '', body: told, retryAfter: null }, config, key, clock.now());
      }
      yield* answer.add(piece);
    }
    if (pieces.some(({ kind }) => kind === 'end')) break;
  }
  yield* answer.end();
}

/**
 * Asks a model and passes on its answer as it comes. Everything that goes wrong is an AppError whose code says what; one retry
 * is made at once, without a field that the server does not know, and none besides. An answer that the provider's filter ended
 * is no error but an end with `filter`, since what came before it was paid for.
 *
 * @throws the signal's reason when that aborts.
 */
export async function* streamModel(
  config: ModelConfig,
  request: ModelRequest,
  context: ModelContext,
): AsyncGenerator<ModelEvent, void, undefined> {
  context.signal.throwIfAborted();
  // Ends the request too when whoever reads the events stops reading.
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const patience = new Patience(context.clock, LIMITS, () =>
    stop.abort(new AppError('model-silent', 'the model did not answer in time')),
  );
  try {
    yield* readAnswer(config, request, context, patience, signal);
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    throw new AppError('unknown', withoutKey(`the model could not be asked: ${String(error)}`, context.key));
  } finally {
    patience.end();
    stop.abort();
  }
}
