import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testRoutes } from '@/core/feeds/test-routes';
import { VirtualClock } from '../../virtual-clock';
import { type DayServer, startDayServer, text } from './day-server';
import { feedOf, PLACE } from './feeds';

let server: DayServer;
beforeAll(async () => {
  server = await startDayServer();
});
beforeEach(() => server.clear());
afterAll(() => server.stop());

const feed = feedOf({ prefix: 'https://proxy.example/', github: { ...PLACE, branches: ['master', 'main'] } });
const tools = () => ({ fetch: server.fetch, clock: new VirtualClock() });

describe('testing the routes', () => {
  test('tells for each, also those that are off, what it gives', async () => {
    server.answer('raw.githubusercontent.com/someone/daily/main/data/2026-06-24', text('x'));
    server.answer('api.github.com', text('', {}, 429));
    server.answer('cdn.jsdelivr.net', text('Package size exceeded the configured limit of 50 MB.', {}, 403));
    const outcomes = await testRoutes(feed, ['2026-06-25', '2026-06-24'], tools(), true);
    expect(outcomes).toEqual([
      { kind: 'raw', host: 'raw.githubusercontent.com', outcome: 'works', milliseconds: 0 },
      { kind: 'api', host: 'api.github.com', outcome: 'feed-busy', milliseconds: 0 },
      { kind: 'jsdelivr', host: 'cdn.jsdelivr.net', outcome: 'feed-repository', milliseconds: 0 },
      { kind: 'prefix', host: 'proxy.example', outcome: 'absent', milliseconds: 0 },
    ]);
  });

  test('leaves those alone that are off, unless all are wanted, and those that lead nowhere', async () => {
    server.answer('raw.githubusercontent.com', text('x'));
    expect((await testRoutes(feed, ['2026-06-25'], tools())).map(({ kind }) => kind)).toEqual(['raw']);
    expect(
      (await testRoutes({ ...feed, prefix: '' }, ['2026-06-25'], tools(), true)).map(({ kind }) => kind),
    ).not.toContain('prefix');
    expect(await testRoutes(feed, [], tools(), true)).toEqual([]);
  });

  test('says how long an answer took', async () => {
    const clock = new VirtualClock();
    const request = server.nextRequest();
    server.answer('raw.githubusercontent.com', () => undefined);
    const outcome = testRoutes(feed, ['2026-06-25'], { fetch: server.fetch, clock });
    await request;
    await clock.pass(30_000);
    expect(await outcome).toMatchObject([{ outcome: 'feed-offline', milliseconds: 30_000 }]);
  });

  test('takes a web page for no file, and does not wait for the end of a large one', async () => {
    server.answer('raw.githubusercontent.com', text('<!doctype html>'));
    expect(await testRoutes(feed, ['2026-06-25'], tools())).toMatchObject([{ outcome: 'feed-page' }]);
    server.clear();
    server.answer('raw.githubusercontent.com', (response) => void response.writeHead(200).write('{"id":'));
    expect(await testRoutes(feed, ['2026-06-25'], tools())).toMatchObject([{ outcome: 'works' }]);
  });

  test('ends when nobody wants it any more', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(testRoutes(feed, ['2026-06-25'], { ...tools(), signal })).rejects.toThrow('enough');
    expect(server.seen).toEqual([]);
  });
});
