import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutKey } from '@/core/model/secret';
import { answerOf, ModelServer, type Reply } from '../../model-server';
import { ask, contextOf, JSON_ASKED, KEY, modelAt, PROTOCOLS } from './ask';

let server: ModelServer;
beforeAll(async () => {
  server = await ModelServer.start();
});
afterAll(() => server.close());

const echo = (status: number): Reply => ({
  status,
  echo: ({ headers }) => ({
    error: { message: `Incorrect API key provided: ${JSON.stringify(headers)}`, code: 'invalid_api_key' },
  }),
});

/** Everything of an error that could be logged, stored or sent. */
function allOf(error: unknown): string {
  const known = error as Error; // what is thrown here are errors
  return [inspect(error, { depth: 10, showHidden: true }), known.message, known.stack, JSON.stringify(error)].join(
    '\n',
  );
}

async function failure(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => expect.unreachable('it did not fail'),
    (error: unknown) => error,
  );
}

describe.each(PROTOCOLS)('the key, with %s', (protocol) => {
  test.each([
    ['an error that echoes it', echo(401)],
    ['an error of another kind that echoes it', echo(400)],
    ['a failure of the server that echoes it', echo(500)],
    ['a page that echoes it', { status: 404, headers: { 'content-type': 'text/html' }, body: `<html>${KEY}</html>` }],
    ['text that echoes it', { status: 418, headers: { 'content-type': 'text/plain' }, body: `no ${KEY} here` }],
    ['a broken message that echoes it', { steps: [{ raw: `data: {"a": ${KEY}}\n\n` }, { raw: `{"a": ${KEY}}\n` }] }],
    [
      'a failure in the stream that echoes it',
      { steps: [{ raw: `data: {"type":"error","error":{"message":"${KEY}"}}\n\n` }] },
    ],
    ['a failure in a line that echoes it', { steps: [{ raw: `{"error":"${KEY}"}\n` }] }],
    ['half of it', { status: 401, body: { error: { message: `bad key ${KEY.slice(0, 20)}…` } } }],
  ] satisfies [string, Reply][])('is not in what is thrown after %s', async (_, reply) => {
    server.next(reply);
    const text = allOf(await failure(ask(modelAt(server, protocol), JSON_ASKED)));
    expect(text).not.toContain(KEY);
    expect(text).not.toContain(KEY.slice(0, 12));
    expect(text).not.toContain(KEY.slice(-12));
  });

  test('is not in what is thrown when the browser quotes it', async () => {
    const context = contextOf({
      fetch: () => Promise.reject(new TypeError(`Headers.append: "Bearer ${KEY}" is an invalid header value.`)),
    });
    expect(allOf(await failure(ask(modelAt(server, protocol), JSON_ASKED, context)))).not.toContain(KEY.slice(0, 12));
  });

  test.each([`${KEY}\nX-Evil: 1`, `${KEY} 密钥`, 'two words'])(
    'is not sent when no key looks like it: %j',
    async (key) => {
      const before = server.seen.length;
      const error = await failure(ask(modelAt(server, protocol), JSON_ASKED, contextOf({ key })));
      expect(error).toMatchObject({ code: 'model-key' });
      expect(allOf(error)).not.toContain(KEY.slice(0, 12));
      expect(server.seen).toHaveLength(before);
    },
  );

  test('is sent without the blanks around it', async () => {
    const before = server.seen.length;
    server.next(answerOf('{}'));
    await ask(modelAt(server, protocol), JSON_ASKED, contextOf({ key: `  ${KEY}\n` }));
    expect(Object.values(server.seen[before]?.headers ?? {}).join('|')).toMatch(new RegExp(`${KEY}(\\||$)`));
  });

  test('came in by a header, and by nothing else in any of these requests', () => {
    expect(server.seen.length).toBeGreaterThan(5);
    for (const place of server.placesOf(KEY))
      expect(place).toMatch(/^header (?:authorization|x-api-key|x-goog-api-key)$/);
  });
});

test.each(['deepseek', 'kimi', 'openai'])('%s is not asked without a key', async (provider) => {
  const before = server.seen.length;
  const asked = ask(modelAt(server, 'openai', { provider }), JSON_ASKED, contextOf({ key: null }));
  await expect(asked).rejects.toMatchObject({ code: 'model-key' });
  expect(server.seen).toHaveLength(before);
});

test.each(['custom', 'lmstudio'])('%s is asked without a key, and then without a header for one', async (provider) => {
  server.next(answerOf('{}'));
  await ask(modelAt(server, 'openai', { provider }), JSON_ASKED, contextOf({ key: null }));
  expect(server.seen.at(-1)?.headers).not.toHaveProperty('authorization');
});

describe('withoutKey', () => {
  test.each([
    ['bad key sk-0123456789abcdef.', 'sk-0123456789abcdef', 'bad key ….'],
    ['sk-0123456789abcdefsk-0123456789abcdef', 'sk-0123456789abcdef', '…'],
    ['begins sk-012345678… and so on', 'sk-0123456789abcdef', 'begins …… and so on'],
    ['{"authorization":"Bearer abc"}', 'abc', '{"authorization":"Bearer …"}'],
  ])('takes the key out of %s', (text, key, expected) => expect(withoutKey(text, key)).toBe(expected));

  test.each([
    ['nothing here', 'sk-0123456789abcdef'],
    ['sk-012 is the start of many keys', 'sk-0123456789abcdef'],
    ['no key at all', null],
    ['an empty one', ' '],
  ])('leaves %s', (text, key) => expect(withoutKey(text, key)).toBe(text));
});
