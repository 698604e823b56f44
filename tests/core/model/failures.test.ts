import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { streamModel } from '@/core/model/stream';
import { answerOf, ModelServer, type Reply } from '../../model-server';
import { VirtualClock } from '../../virtual-clock';
import { ask, contextOf, endOf, JSON_ASKED, modelAt, PROTOCOLS, textOf } from './ask';

let server: ModelServer;
beforeAll(async () => {
  server = await ModelServer.start();
});
afterAll(() => server.close());
beforeEach(() => {
  server.seen.length = 0;
});

/** Whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  return (await Promise.race([promise.catch(() => undefined), Promise.resolve(pending)])) !== pending;
}

describe.each(PROTOCOLS)('%s', (protocol) => {
  test('waits 120 s for the first sign of life, and no longer', async () => {
    const clock = new VirtualClock();
    server.next({ late: true, ...answerOf('{}') });
    const asked = ask(modelAt(server, protocol), JSON_ASKED, contextOf({ clock }));
    await server.held();
    await clock.pass(119_000);
    expect(await isSettled(asked)).toBe(false);
    const outcome = expect(asked).rejects.toMatchObject({ code: 'model-silent' });
    await clock.pass(1_001);
    await outcome;
    server.release();
  });

  test('takes an answer that begins late, after an early head', async () => {
    const clock = new VirtualClock();
    server.next({ steps: [{ hold: true }, { say: '{}' }, { finish: 'stop' }] });
    const asked = ask(modelAt(server, protocol), JSON_ASKED, contextOf({ clock }));
    await server.held();
    await clock.pass(119_000);
    server.release();
    expect(textOf(await asked)).toBe('{}');
  });

  test('waits 100 s in the middle, and no longer', async () => {
    const clock = new VirtualClock();
    const events = streamModel(modelAt(server, protocol), JSON_ASKED, contextOf({ clock }));
    server.next({ steps: [{ say: '{' }, { hold: true }, { say: '"a":' }, { hold: true }] });
    expect(await events.next()).toMatchObject({ value: { text: '{' } });
    const second = events.next();
    await server.held();
    await clock.pass(99_000);
    server.release();
    expect(await second).toMatchObject({ value: { text: '"a":' } });
    const third = events.next();
    await server.held();
    await clock.pass(99_000);
    expect(await isSettled(third)).toBe(false);
    const outcome = expect(third).rejects.toMatchObject({ code: 'model-silent' });
    await clock.pass(1_001);
    await outcome;
    server.release();
  });

  test('gives an answer 10 minutes in all', async () => {
    const clock = new VirtualClock();
    const steps = Array.from({ length: 20 }, () => [{ say: '{' }, { hold: true as const }]).flat();
    server.next({ steps });
    const events = streamModel(modelAt(server, protocol), JSON_ASKED, contextOf({ clock }));
    const start = clock.now();
    const read = async () => {
      await events.next();
      for (;;) {
        const next = events.next();
        const outcome = next.then(
          () => 'more',
          (error: unknown) => error,
        );
        await server.held();
        await clock.pass(60_000);
        server.release();
        const result = await outcome;
        if (result !== 'more') return result;
      }
    };
    expect(await read()).toMatchObject({ code: 'model-silent' });
    expect(clock.now() - start).toBe(600_000);
    server.release();
  });

  test.each([
    ['when the connection breaks', { steps: [{ say: '{"a":' }, { cut: true }] }],
    ['when the answer just ends', { steps: [{ say: '{"a":' }] }],
    ['when it ends in the middle of a message', { steps: [{ say: '{"a":' }, { raw: 'data: {"choices":[{"del' }] }],
    ['when there is no answer at all', { steps: [] }],
  ] satisfies [string, Reply][])('says that the answer was cut %s', async (_, reply) => {
    server.next(reply);
    await expect(ask(modelAt(server, protocol), JSON_ASKED)).rejects.toMatchObject({ code: 'model-cut' });
  });

  test.each(['', '   ', '\n\n \t'])('says that the answer is blank where it is %j', async (say) => {
    server.next({ steps: [{ say }, { finish: 'stop' }] });
    await expect(ask(modelAt(server, protocol), JSON_ASKED)).rejects.toMatchObject({ code: 'model-blank' });
  });

  test('does not call an answer blank whose tokens went into thinking', async () => {
    server.next({ steps: [{ think: 'hm' }, { say: ' ' }, { finish: 'length' }] });
    expect(endOf(await ask(modelAt(server, protocol), JSON_ASKED))).toMatchObject({ finish: 'length' });
  });

  test('takes no more than 2 MB', async () => {
    server.next({ steps: [...Array.from({ length: 25 }, () => ({ say: 'a'.repeat(100_000) })), { finish: 'stop' }] });
    await expect(ask(modelAt(server, protocol), JSON_ASKED)).rejects.toMatchObject({ code: 'model-answer' });
  });

  test.each([
    [{ raw: 'data: {"a": nonsense}\n\n' }, 'model-answer'],
    [{ raw: '{"a": nonsense}\n' }, 'model-answer'],
    [{ raw: '<!doctype html><title>Login</title>' }, 'model-address'],
  ])('does not take %j for an answer', async (step, code) => {
    if (protocol !== 'ollama' && 'raw' in step && step.raw.startsWith('{')) step = { raw: `data: ${step.raw}\n` };
    if (protocol === 'ollama' && step.raw.startsWith('data')) step = { raw: '{"message": nonsense}\n' };
    server.next({ steps: [step] });
    await expect(ask(modelAt(server, protocol), JSON_ASKED)).rejects.toMatchObject({ code });
  });

  test('says that there is no connection where nobody listens', async () => {
    const gone = await ModelServer.start();
    const config = modelAt(gone, protocol);
    await gone.close();
    await expect(ask(config)).rejects.toMatchObject({ code: 'model-offline' });
  });

  test('follows no redirect', async () => {
    const elsewhere = await ModelServer.start();
    server.next({ status: 307, headers: { location: `${elsewhere.url}/v1/chat/completions` }, body: '' });
    await expect(ask(modelAt(server, protocol))).rejects.toMatchObject({ code: 'model-offline' });
    expect(elsewhere.seen).toHaveLength(0);
    await elsewhere.close();
  });

  test('passes on how long it is to wait', async () => {
    server.next({ status: 429, headers: { 'retry-after': '7' }, body: { error: { message: 'slow down' } } });
    await expect(ask(modelAt(server, protocol))).rejects.toMatchObject({ code: 'model-busy', retryAfterSeconds: 7 });
  });
});

describe('an answer that is whole', () => {
  test.each(['an answer', 'a failure'])('leaves no timer behind after %s', async (what) => {
    const clock = new VirtualClock();
    const signals: (AbortSignal | undefined)[] = [];
    const wait = (milliseconds: number, signal?: AbortSignal) => {
      signals.push(signal);
      return clock.wait(milliseconds, signal);
    };
    server.next(what === 'an answer' ? answerOf('{}') : { status: 401, body: {} });
    await ask(modelAt(server, 'openai'), JSON_ASKED, contextOf({ clock: { now: clock.now, wait } })).catch(
      () => undefined,
    );
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.every((signal) => signal?.aborted)).toBe(true);
  });

  test('is not lost when the server does not close the line, nor waited for', async () => {
    const clock = new VirtualClock();
    const raw = 'data: {"choices":[{"delta":{"content":"{}"},"finish_reason":"stop"}]}\n\n';
    server.next({ steps: [{ raw }, { hold: true }] });
    const events = streamModel(modelAt(server, 'openai'), JSON_ASKED, contextOf({ clock }));
    expect(await events.next()).toMatchObject({ value: { text: '{}' } });
    const end = events.next();
    await server.held();
    await clock.pass(6_000);
    expect(await end).toMatchObject({ value: { kind: 'end', finish: 'stop' } });
    server.release();
  });

  test('is not lost when the line breaks after it', async () => {
    const raw = 'data: {"choices":[{"delta":{"content":"{}"},"finish_reason":"stop"}]}\n\n';
    server.next({ steps: [{ raw }, { cut: true }] });
    expect(endOf(await ask(modelAt(server, 'openai'), JSON_ASKED))).toMatchObject({ finish: 'stop' });
  });
});

describe('a failure inside a stream', () => {
  test.each([
    [
      'openai',
      'data: {"error":{"code":502,"message":"Provider disconnected"},"choices":[{"delta":{"content":""},"finish_reason":"error"}]}\n\n',
      'model-busy',
    ],
    ['openai', 'data: {"error":{"message":"The server had an error","type":"server_error"}}\n\n', 'model-busy'],
    [
      'openai',
      'event:error\n:HTTP_STATUS/400\ndata:{"code":"DataInspectionFailed","message":"Output data may contain inappropriate content."}\n\n',
      'model-filter',
    ],
    ['openai', 'data: {"error":{"code":"1302","message":"您的账户已达到速率限制"}}\n\n', 'model-busy'],
    ['openai', 'data: {"choices":[{"delta":{},"finish_reason":"network_error"}]}\n\n', 'model-busy'],
    ['openai', 'data: {"choices":[{"delta":{},"finish_reason":"insufficient_system_resource"}]}\n\n', 'model-busy'],
    [
      'gemini',
      'data: {"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}\n\n',
      'model-busy',
    ],
    [
      'anthropic',
      'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
      'model-busy',
    ],
    ['ollama', '{"error":"an error was encountered while running the model"}\n', 'model-busy'],
  ] as const)('from %s is named: %s', async (protocol, raw, code) => {
    server.next({ steps: [{ say: '{' }, { raw }] });
    await expect(ask(modelAt(server, protocol), JSON_ASKED)).rejects.toMatchObject({ code });
  });
});

describe('an address', () => {
  test.each(['', 'not an address', 'ftp://example.com', 'http://me:secret@127.0.0.1:1'])(
    'like %j is not asked',
    async (baseUrl) => {
      const asked: unknown[] = [];
      const context = contextOf({
        fetch: (url) => {
          asked.push(url);
          return Promise.reject(new Error('asked'));
        },
      });
      await expect(ask(modelAt(server, 'openai', { baseUrl }), JSON_ASKED, context)).rejects.toMatchObject({
        code: 'model-address',
      });
      expect(asked).toEqual([]);
    },
  );

  test.each(['@evil.example/x', '../../../evil', 'models/a?key=b#c', '//evil.example'])(
    'stays where the key belongs, whatever the model is called: %s',
    async (model) => {
      await ask(modelAt(server, 'gemini', { model }));
      expect(server.seen).toHaveLength(1);
      expect(server.seen[0]?.url).toMatch(/^\/v1beta\/models\/[^/?#]+:streamGenerateContent\?alt=sse$/);
    },
  );
});

describe('whatever a server sends', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(
      'data: ',
      '\n',
      '\n\n',
      '[DONE]',
      '<think>',
      '</think>',
      '{"choices":[{"delta":{"content":"{"}}]}',
      '<html>',
    ),
    fc.constantFrom(
      '{"candidates":[null]}\n',
      '{"choices":{}}',
      '{"type":"error"}',
      '{"error":null}',
      '{"message":7,"done":true}\n',
    ),
  );

  test.each(PROTOCOLS)('%s ends with an answer or a named failure', async (protocol) => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.constantFrom(200, 400, 500), async (pieces, status) => {
        const context = contextOf({
          fetch: () => Promise.resolve(new Response(new Blob(pieces).stream(), { status })),
        });
        try {
          expect(endOf(await ask(modelAt(server, protocol), JSON_ASKED, context))).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect((error as AppError).code).toMatch(/^model-/); // as: seen to be one
        }
      }),
      { numRuns: 200 },
    );
  });
});
