import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { askModel } from '@/core/model/ask-model';
import { answerOf, ModelServer } from '../../model-server';
import { contextOf, JSON_ASKED, KEY, modelAt, PROSE, PROTOCOLS } from './ask';

let server: ModelServer;
beforeAll(async () => {
  server = await ModelServer.start();
});
afterAll(() => server.close());

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

describe.each(PROTOCOLS)('a model asked by %s', (protocol) => {
  test('gives its answer as a whole, with what it took', async () => {
    server.next(answerOf('{"a":', '"大语言', '模型"}'));
    expect(await askModel(modelAt(server, protocol), JSON_ASKED, contextOf())).toEqual({
      text: '{"a":"大语言模型"}',
      finish: 'stop',
      usage: { input: 10, output: 5 },
    });
  });

  test('leaves out what it thought, and usage that nobody told', async () => {
    server.next({ steps: [{ think: '嗯，' }, { say: '好' }, { finish: 'stop' }] });
    expect(await askModel(modelAt(server, protocol), PROSE, contextOf())).toEqual({
      text: '好',
      finish: 'stop',
      usage: null,
    });
  });

  // Ollama has no filter.
  const ends = protocol === 'ollama' ? (['length'] as const) : (['length', 'filter'] as const);
  test.each(ends)('gives what came before the end by %s', async (finish) => {
    server.next({ steps: [{ say: '一半' }, { finish, usage: { input: 7, output: 2 } }] });
    expect(await askModel(modelAt(server, protocol), PROSE, contextOf())).toEqual({
      text: '一半',
      finish,
      usage: { input: 7, output: 2 },
    });
  });

  test('is an error where the answer breaks off or is blank', async () => {
    server.next({ steps: [{ say: '一半' }, { cut: true }] });
    expect(await codeOf(askModel(modelAt(server, protocol), PROSE, contextOf()))).toBe('model-cut');
    server.next({ steps: [{ say: ' ' }, { finish: 'stop' }] });
    expect(await codeOf(askModel(modelAt(server, protocol), PROSE, contextOf()))).toBe('model-blank');
  });

  test('is an error where the key is refused, which does not hold the key', async () => {
    server.next({ status: 401, body: { error: { message: `Incorrect API key provided: ${KEY}` } } });
    const asked = askModel(modelAt(server, protocol), PROSE, contextOf());
    await expect(asked).rejects.toSatisfy((error: unknown) => !JSON.stringify(error).includes(KEY));
    expect(await codeOf(asked)).toMatch(/^model-key/);
  });
});

test('stops with the reason of the signal', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  const asked = askModel(modelAt(server, 'openai'), PROSE, contextOf({ signal: stop.signal }));
  await expect(asked).rejects.toThrow('enough');
});
