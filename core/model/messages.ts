import { createParser } from 'eventsource-parser';
import { AppError } from '../errors';
import type { Dialect } from './dialect';

/** Longer than any message, and than an answer in one piece. */
const LONGEST_MESSAGE = 4_000_000;

/** What stands at the end of OpenAI's streams, in place of a message. */
export const STREAM_END = Symbol('the stream has ended');

function parse(json: string): unknown {
  const text = json.trim();
  if (text === '[DONE]') return STREAM_END;
  try {
    return JSON.parse(text);
  } catch {
    // Not as the cause: it quotes the text, and a server may echo the key.
    throw new AppError('model-answer', 'a message of the answer is no JSON');
  }
}

/**
 * Cuts the text of a body into messages: server-sent events or lines of JSON, whatever pieces it comes in. A server that
 * ignores `stream` and answers one JSON text is understood too.
 */
export class MessageReader {
  private found: unknown[] = [];
  private shape: 'unknown' | 'events' | 'lines' | 'whole' = 'unknown';
  private buffer: string[] = [];
  private length = 0;
  private count = 0;
  /** True once there was a line that is no part of an event stream. */
  private strange = false;
  private ending = false;

  private readonly events = createParser({
    maxBufferSize: LONGEST_MESSAGE,
    onEvent: ({ data }) => this.add(data),
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') throw tooLong();
      this.strange = true;
    },
  });

  constructor(private readonly framing: Dialect['framing']) {}

  /** The messages that these characters completed. */
  push(text: string): unknown[] {
    if (this.shape === 'unknown') this.shape = this.guess(text);
    if (this.shape === 'events') this.events.feed(text);
    else this.buffer.push(text);
    if (this.shape === 'lines' && text.includes('\n')) this.takeLines();
    else if (this.shape !== 'events' && (this.length += text.length) > LONGEST_MESSAGE) throw tooLong();
    return this.take();
  }

  /** The messages that only the end of the body completed. A half one is none: the stream was cut. */
  end(): unknown[] {
    this.ending = true;
    if (this.shape === 'events') this.events.feed('\n\n');
    else this.add(this.buffer.join(''));
    if (this.count === 0 && this.strange) throw new AppError('model-answer', 'the answer is no stream of messages');
    return this.take();
  }

  private guess(text: string): typeof this.shape {
    const first = text.trimStart()[0];
    if (first === undefined) return 'unknown';
    if (first === '<') throw new AppError('model-address', 'the answer is a page, not a stream of messages');
    if (this.framing === 'lines') return 'lines';
    return first === '{' || first === '[' ? 'whole' : 'events';
  }

  private takeLines(): void {
    const lines = this.buffer.join('').split('\n');
    this.buffer = [lines.pop() ?? ''];
    this.length = this.buffer[0]?.length ?? 0;
    for (const line of lines) this.add(line);
  }

  private add(text: string): void {
    if (text.trim() === '') return;
    try {
      this.found.push(parse(text));
      this.count++;
    } catch (error) {
      if (!this.ending) throw error;
    }
  }

  private take(): unknown[] {
    const taken = this.found;
    this.found = [];
    return taken;
  }
}

function tooLong(): AppError {
  return new AppError('model-answer', 'the answer is longer than any answer');
}
