import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testConnection } from '@/core/model/test-connection';
import { answerOf, ModelServer, type Reply } from '../../model-server';
import { VirtualClock } from '../../virtual-clock';
import { contextOf, modelAt, PROTOCOLS } from './ask';

let server: ModelServer;
beforeAll(async () => {
  server = await ModelServer.start();
});
afterAll(() => server.close());

describe.each(PROTOCOLS)('the test of a connection by %s', (protocol) => {
  test('tells the model and how long it took', async () => {
    const clock = new VirtualClock();
    server.next({ late: true, ...answerOf('OK') });
    const tested = testConnection(modelAt(server, protocol), contextOf({ clock }));
    await server.held();
    await clock.pass(1_234);
    server.release();
    expect(await tested).toEqual({ ok: true, model: 'scripted-model', milliseconds: 1_234 });
  });

  test('asks for little', async () => {
    await testConnection(modelAt(server, protocol), contextOf());
    const body = server.seen.at(-1)?.body ?? '';
    expect(body).toMatch(/"(?:max_tokens|max_completion_tokens|maxOutputTokens|num_predict)":16\b/);
    expect(body.length).toBeLessThan(400);
  });

  test.each([
    ['an answer of thoughts only', { steps: [{ think: 'hm' }, { finish: 'length' }] }],
    ['a blank answer', { steps: [{ say: ' ' }, { finish: 'stop' }] }],
    ['an answer that was filtered', { steps: [{ say: 'O' }, { finish: 'filter' }] }],
  ] satisfies [string, Reply][])('is content with %s', async (_, reply) => {
    server.next(reply);
    expect(await testConnection(modelAt(server, protocol), contextOf())).toMatchObject({ ok: true });
  });

  test.each([
    [{ status: 401, body: { error: { message: 'no' } } }, 'model-key'],
    [{ status: 402, body: { error: { message: 'no' } } }, 'model-quota'],
    [{ status: 403, body: '' }, 'model-origin'],
    [{ status: 403, body: { error: { message: 'no' } } }, protocol === 'ollama' ? 'model-origin' : 'model-key'],
    [{ status: 404, body: { error: { message: 'model x not found' } } }, 'model-name'],
    [{ status: 404, body: { detail: 'Not Found' } }, 'model-address'],
    [{ status: 429, body: {} }, 'model-busy'],
    [{ status: 500, body: {} }, 'model-busy'],
    [{ status: 529, body: {} }, 'model-busy'],
    [{ headers: { 'content-type': 'text/html' }, body: '<html>a login page</html>' }, 'model-address'],
    [{ steps: [{ cut: true }] }, 'model-cut'],
  ] satisfies [Reply, string][])('after %j says %s', async (reply, code) => {
    server.next(reply);
    expect(await testConnection(modelAt(server, protocol), contextOf())).toEqual({ ok: false, code });
  });
});

test('names the other site, and asks nothing there', async () => {
  const asked: string[] = [];
  const context = contextOf({
    fetch: (url, init) => {
      asked.push(new Request(url).url);
      return fetch(url, init);
    },
  });
  server.next({
    status: 401,
    body: { error: { message: 'Invalid Authentication', type: 'invalid_authentication_error' } },
  });
  expect(await testConnection(modelAt(server, 'openai', { provider: 'kimi' }), context)).toEqual({
    ok: false,
    code: 'model-key-site',
    site: 'api.moonshot.ai',
  });
  expect(asked).toEqual([`${server.url}/v1/chat/completions`]);
});

test('ends with the reason that it is stopped for', async () => {
  const stopped = contextOf({ signal: AbortSignal.abort(new Error('enough')) });
  await expect(testConnection(modelAt(server, 'openai'), stopped)).rejects.toThrow('enough');
});
