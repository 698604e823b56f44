import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { streamModel } from '@/core/model/stream';
import { answerOf, ModelServer } from '../../model-server';
import { ask, contextOf, endOf, JSON_ASKED, KEY, modelAt, PROSE, PROTOCOLS, textOf } from './ask';

let server: ModelServer;
beforeAll(async () => {
  server = await ModelServer.start();
});
afterAll(() => server.close());
beforeEach(() => {
  server.seen.length = 0;
});

/** What the last request brought. */
const bodyOf = () => server.seen.at(-1)?.json ?? {};
const chunk = (content: string, reason: string | null = null) =>
  JSON.stringify({ choices: [{ delta: { content }, finish_reason: reason }] });

describe.each(PROTOCOLS)('an answer by %s', (protocol) => {
  test('comes in its pieces, then how it ended', async () => {
    server.next(answerOf('{"a":', '"大语言', '模型"}'));
    expect(await ask(modelAt(server, protocol), JSON_ASKED)).toEqual([
      { kind: 'text', text: '{"a":' },
      { kind: 'text', text: '"大语言' },
      { kind: 'text', text: '模型"}' },
      { kind: 'end', finish: 'stop', usage: { input: 10, output: 5 }, model: 'scripted-model' },
    ]);
  });

  test.each([1, 2, 3, 7])(
    'is whole when it comes %d bytes at a time, through the middle of characters',
    async (size) => {
      server.next({ ...answerOf('{"a":"大语言模型 🙂', '与论文"}'), pieceBytes: size });
      const events = await ask(modelAt(server, protocol), JSON_ASKED);
      expect(textOf(events)).toBe('{"a":"大语言模型 🙂与论文"}');
      expect(endOf(events)).toMatchObject({ finish: 'stop', usage: { input: 10, output: 5 } });
    },
  );

  test('keeps what is thought apart from what is said', async () => {
    server.next({ steps: [{ think: '嗯，' }, { think: 'hm' }, { say: '{}' }, { finish: 'stop' }] });
    expect(await ask(modelAt(server, protocol), JSON_ASKED)).toEqual([
      { kind: 'thinking' },
      { kind: 'thinking' },
      { kind: 'text', text: '{}' },
      { kind: 'end', finish: 'stop', usage: null, model: 'scripted-model' },
    ]);
  });

  test('tells when it was cut at the number of tokens, also before a word was said', async () => {
    server.next({ steps: [{ think: 'hm' }, { finish: 'length' }] });
    expect(endOf(await ask(modelAt(server, protocol)))).toMatchObject({ finish: 'length' });
  });

  test('is asked for by POST, without cookies, caches, referrers or redirects, and never with a temperature', async () => {
    const inits: RequestInit[] = [];
    const context = contextOf({
      fetch: (url, init) => {
        inits.push(init ?? {});
        return fetch(url, init);
      },
    });
    await ask(modelAt(server, protocol), JSON_ASKED, context);
    expect(inits).toHaveLength(1);
    expect(inits[0]).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(server.seen[0]?.body).not.toMatch(/temperature|top_p|topP|"tools"/);
    expect(server.seen[0]?.body).toContain(JSON_ASKED.user);
  });

  test('brings the key in one header and nowhere else', async () => {
    await ask(modelAt(server, protocol));
    const header = {
      openai: 'authorization',
      gemini: 'x-goog-api-key',
      anthropic: 'x-api-key',
      ollama: 'authorization',
    };
    expect(server.placesOf(KEY)).toEqual([`header ${header[protocol]}`]);
  });

  test('is no more paid for once nobody reads it', async () => {
    server.next({ steps: [{ say: '{"a":1' }, { hold: true }, { say: '}' }, { finish: 'stop' }] });
    const aborted: boolean[] = [];
    const context = contextOf({
      fetch: (url, init) => {
        init?.signal?.addEventListener('abort', () => aborted.push(true));
        return fetch(url, init);
      },
    });
    for await (const event of streamModel(modelAt(server, protocol), JSON_ASKED, context)) {
      if (event.kind === 'text') break;
    }
    expect(aborted).toEqual([true]);
    server.release();
  });

  test('stops with the reason that it is stopped for', async () => {
    server.next({ steps: [{ say: '{"a":1' }, { hold: true }] });
    const controller = new AbortController();
    const events = streamModel(modelAt(server, protocol), JSON_ASKED, contextOf({ signal: controller.signal }));
    await events.next();
    const outcome = expect(events.next()).rejects.toThrow('enough');
    controller.abort(new Error('enough'));
    await outcome;
    server.release();
  });
});

describe('the request', () => {
  test.each([
    [
      'deepseek',
      'object',
      { response_format: { type: 'json_object' }, thinking: { type: 'disabled' }, max_tokens: 500 },
    ],
    ['qwen', 'object', { enable_thinking: false, stream_options: { include_usage: true }, max_tokens: 500 }],
    ['kimi', 'object', { max_completion_tokens: 500 }],
    ['openai', 'schema', { max_completion_tokens: 500, response_format: { type: 'json_schema' } }],
    ['custom', 'prompt', { max_tokens: 500 }],
  ] as const)('to %s has what that provider takes', async (provider, json, expected) => {
    await ask(modelAt(server, 'openai', { provider, json }), JSON_ASKED);
    expect(bodyOf()).toMatchObject({ stream: true, ...expected });
  });

  test.each([
    ['kimi', ['max_tokens', 'temperature']],
    ['zhipu', ['stream_options', 'thinking', 'max_completion_tokens']],
    ['custom', ['response_format', 'thinking', 'enable_thinking']],
  ])('to %s has nothing that it would refuse', async (provider, absent) => {
    await ask(
      modelAt(server, 'openai', { provider, ...(provider === 'custom' && { json: 'prompt' as const }) }),
      JSON_ASKED,
    );
    for (const field of absent) expect(bodyOf()).not.toHaveProperty(field);
  });

  test('asks for no format where prose is wanted', async () => {
    for (const protocol of PROTOCOLS) {
      await ask(modelAt(server, protocol), PROSE);
      expect(server.seen.at(-1)?.body).not.toMatch(/response_format|responseMimeType|output_config|"format"/);
    }
  });

  test('speaks of JSON where JSON mode demands it', async () => {
    await ask(modelAt(server, 'openai'), { ...JSON_ASKED, user: '请写导读。' });
    expect(server.seen[0]?.body).toMatch(/Answer in JSON/);
    await ask(modelAt(server, 'openai'), { ...PROSE, user: '请写导读。' });
    expect(server.seen[1]?.body).not.toMatch(/json/i);
  });

  test('to Anthropic says that it comes from a browser, or it would be refused for its Origin', async () => {
    await ask(modelAt(server, 'anthropic'));
    expect(server.seen[0]?.headers).toMatchObject({
      'anthropic-dangerous-direct-browser-access': 'true',
      'anthropic-version': '2023-06-01',
    });
    await ask(modelAt(server, 'openai'));
    expect(server.seen[1]?.headers).not.toHaveProperty('anthropic-dangerous-direct-browser-access');
  });

  test.each([
    [1_000, 4_096],
    [20_000, 8_192],
    [60_000, 32_768],
    [900_000, 32_768],
  ])('to Ollama about %d characters asks for a context of %d', async (length, expected) => {
    await ask(modelAt(server, 'ollama'), { ...PROSE, user: 'word '.repeat(length / 5) });
    expect(bodyOf()['options']).toEqual({ num_ctx: expected, num_predict: 500 });
  });

  test.each(['openai', 'gemini', 'anthropic'] as const)(
    'by %s carries a PDF for a model that reads it',
    async (protocol) => {
      await ask(modelAt(server, protocol, { readsPdf: true }), { ...PROSE, pdf: new TextEncoder().encode('%PDF-1.7') });
      expect(server.seen[0]?.body).toContain('JVBERi0xLjc=');
    },
  );

  test('carries no PDF for a model that does not', async () => {
    const asked = ask(modelAt(server, 'openai'), { ...PROSE, pdf: new Uint8Array(8) });
    await expect(asked).rejects.toMatchObject({ code: 'unknown' });
    expect(server.seen).toHaveLength(0);
  });

  test.each([
    [
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      { max_completion_tokens: 500 },
      'max_tokens',
    ],
    ["'response_format.type' must be 'json_schema' or 'text'", { max_tokens: 500 }, 'response_format'],
    ["'response_format' of type 'json_object' is not supported by this model", { max_tokens: 500 }, 'response_format'],
    ['Unrecognized request argument supplied: stream_options', { max_tokens: 500 }, 'stream_options'],
    ['thinking: disabling is not supported', { max_tokens: 500 }, 'thinking'],
  ])('is sent once more without a field that the server refuses: %s', async (message, present, absent) => {
    server.next({ status: 400, body: { error: { message, type: 'invalid_request_error' } } }, answerOf('{}'));
    expect(textOf(await ask(modelAt(server, 'openai'), JSON_ASKED))).toBe('{}');
    expect(server.seen).toHaveLength(2);
    expect(server.seen[0]?.json).toHaveProperty(absent);
    expect(bodyOf()).toMatchObject(present);
    expect(bodyOf()).not.toHaveProperty(absent);
  });

  test.each([
    [
      'gemini',
      'Invalid JSON payload received. Unknown name "responseJsonSchema" at generation_config',
      'generationConfig',
      { maxOutputTokens: 500 },
    ],
    [
      'anthropic',
      'output_config.format.schema: for string, property minLength is not supported',
      'output_config',
      undefined,
    ],
    ['ollama', 'invalid JSON schema in format', 'format', undefined],
  ] as const)('by %s is sent once more as well: %s', async (protocol, message, field, left) => {
    server.next({ status: 400, body: { error: { message } } }, answerOf('{}'));
    expect(textOf(await ask(modelAt(server, protocol), JSON_ASKED))).toBe('{}');
    expect(server.seen).toHaveLength(2);
    expect(bodyOf()[field]).toEqual(left);
  });

  test.each([
    ['another field', 400, 'messages[0].role: unknown role'],
    ['another status', 403, 'response_format is not for you'],
    ['a prompt that is too long', 400, "'max_tokens' is too large: the maximum context length is 4096 tokens"],
  ])('is not sent again for %s', async (_, status, message) => {
    server.next({ status, body: { error: { message } } });
    await expect(ask(modelAt(server, 'openai'), JSON_ASKED)).rejects.toThrow();
    expect(server.seen).toHaveLength(1);
  });

  test('is not sent a third time', async () => {
    const refusal = { status: 400, body: { error: { message: 'unknown field response_format, thinking' } } };
    server.next(refusal, refusal, answerOf('{}'));
    await expect(ask(modelAt(server, 'openai'), JSON_ASKED)).rejects.toMatchObject({ code: 'model-answer' });
    expect(server.seen).toHaveLength(2);
    await ask(modelAt(server, 'openai'), JSON_ASKED);
  });
});

describe('what servers send besides', () => {
  test.each([
    [
      'comments and signs of life',
      `: keep-alive\n\n: OPENROUTER PROCESSING\n\ndata: ${chunk('{}', 'stop')}\n\ndata: [DONE]\n\n`,
    ],
    ['no blank after the colon', `data:${chunk('{}', 'stop')}\n\ndata:[DONE]\n\n`],
    ['lines ending as on Windows', `data: ${chunk('{}', 'stop')}\r\n\r\ndata: [DONE]\r\n\r\n`],
    ['no mark at the end', `data: ${chunk('{}')}\n\ndata: ${chunk('', 'stop')}\n\n`],
    ['no blank line at the end', `data: ${chunk('{}')}\n\ndata: ${chunk('', 'stop')}`],
    ['the mark and no reason', `data: ${chunk('{}')}\n\ndata: [DONE]\n\n`],
    [
      'empty reasons throughout',
      `data: ${chunk('{', '')}\n\ndata: ${chunk('}', '')}\n\ndata: ${chunk('', 'stop')}\n\n`,
    ],
    ['messages of no known kind', `data: {"ping":1}\n\ndata: 7\n\ndata: ${chunk('{}', 'stop')}\n\n`],
    [
      'success in every message',
      `data: {"code":0,"message":"Success","choices":[{"delta":{"content":"{}"},"finish_reason":"stop"}]}\n\n`,
    ],
    [
      'no error in every message',
      `data: {"error":null,"choices":[{"delta":{"content":"{}"},"finish_reason":"stop"}]}\n\n`,
    ],
    ['nothing after the end', `data: ${chunk('{}', 'stop')}\n\ndata: [DONE]\n\ndata: ${chunk('more')}\n\n`],
  ])('%s', async (_, raw) => {
    server.next({ steps: [{ raw }] });
    const events = await ask(modelAt(server, 'openai'), JSON_ASKED);
    expect(textOf(events)).toBe('{}');
    expect(endOf(events)).toMatchObject({ finish: 'stop' });
  });

  test.each([
    [
      'openai',
      {
        model: 'm',
        choices: [{ message: { content: '{}', reasoning_content: 'hm' }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 3, completion_tokens: 4 },
      },
    ],
    [
      'gemini',
      [
        { candidates: [{ content: { parts: [{ text: '{' }] } }] },
        {
          candidates: [{ content: { parts: [{ text: '}' }] }, finishReason: 'STOP' }],
          usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 4 },
        },
      ],
    ],
    [
      'anthropic',
      {
        type: 'message',
        model: 'm',
        content: [{ type: 'text', text: '{}' }],
        stop_reason: 'end_turn',
        usage: { input_tokens: 3, output_tokens: 4 },
      },
    ],
    [
      'ollama',
      { model: 'm', message: { content: '{}' }, done: true, done_reason: 'stop', prompt_eval_count: 3, eval_count: 4 },
    ],
  ] as const)('an answer in one piece, from %s', async (protocol, body) => {
    for (const text of [JSON.stringify(body), JSON.stringify(body, null, 2)]) {
      if (protocol === 'ollama' && text.includes('\n')) continue;
      server.next({ body: text, pieceBytes: 20 });
      const events = await ask(modelAt(server, protocol), JSON_ASKED);
      expect(textOf(events)).toBe('{}');
      expect(endOf(events)).toMatchObject({ finish: 'stop', usage: { input: 3, output: 4 } });
    }
  });

  test('usage beside the last choice, as Kimi tells it', async () => {
    const raw =
      'data: {"choices":[{"delta":{"content":"{}"},"finish_reason":"stop","usage":{"prompt_tokens":8,"completion_tokens":9}}]}\n\ndata: [DONE]\n\n';
    server.next({ steps: [{ raw }] });
    expect(endOf(await ask(modelAt(server, 'openai'), JSON_ASKED))).toMatchObject({ usage: { input: 8, output: 9 } });
  });

  test.each([
    ['openai', 'data: {"choices":[{"delta":{"content":"{"},"finish_reason":"sensitive"}]}\n\n'],
    ['gemini', 'data: {"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}\n\n'],
    ['gemini', 'data: {"candidates":[{"finishReason":"RECITATION"}]}\n\n'],
    [
      'anthropic',
      'data: {"type":"message_delta","delta":{"stop_reason":"refusal"}}\n\ndata: {"type":"message_stop"}\n\n',
    ],
  ] as const)('an end by the filter, from %s: %s', async (protocol, raw) => {
    server.next({ steps: [{ raw }] });
    expect(endOf(await ask(modelAt(server, protocol), JSON_ASKED))).toMatchObject({ finish: 'filter' });
  });
});
