import { describe, expect, test } from 'vitest';
import { createPoliteFetch, type Pace, rebase } from '@/core/arxiv/polite-fetch';
import { PaceMemory } from '../../pace-memory';
import { VirtualClock } from '../../virtual-clock';

interface Asked {
  url: string;
  at: number;
  init: RequestInit | undefined;
}

function setUp({
  pace,
  base,
  answer = () => new Response('text'),
}: { pace?: Pace; base?: string; answer?: () => Response } = {}) {
  const clock = new VirtualClock();
  const store = new PaceMemory();
  const asked: Asked[] = [];
  const fetchStub = ((url: string, init?: RequestInit) => {
    asked.push({ url, at: clock.now(), init });
    return Promise.resolve(answer());
  }) as typeof fetch; // as: called with an address alone
  const ask = createPoliteFetch({ fetch: fetchStub, clock, store, ...(pace && { pace }), ...(base && { base }) });
  return { clock, store, asked, ask };
}

const seconds = (asked: readonly Asked[]) => asked.map(({ at }) => (at - (asked[0]?.at ?? 0)) / 1_000);
const page = (id: string) => ({ url: `https://arxiv.org/html/${id}`, kind: 'page' as const });
const api = (id: string) => ({ url: `https://export.arxiv.org/api/query?id_list=${id}`, kind: 'api' as const });

describe('asking arXiv', () => {
  test('keeps 15 s between pages and 3 s to anything else, whoever asks', async () => {
    const { clock, asked, ask } = setUp();
    const all = Promise.all([ask(page('1')), ask(page('2')), ask(api('3')), ask(api('4'))]);
    await clock.pass(60_000);
    await all;
    expect(seconds(asked)).toEqual([0, 15, 18, 21]);
  });

  test('lets a click go before the crawl delay, but never before the general interval', async () => {
    const { clock, asked, ask } = setUp();
    const all = Promise.all([ask(page('1')), ask({ ...page('2'), clicked: true })]);
    await clock.pass(60_000);
    await all;
    expect(seconds(asked)).toEqual([0, 3]);
  });

  test('remembers the last request over the end of the worker', async () => {
    const { clock, store, ask } = setUp();
    await ask(api('1'));
    const later = createPoliteFetch({
      clock,
      store,
      fetch: () => {
        store.state = { ...store.state, restUntil: -clock.now() };
        return Promise.resolve(new Response(''));
      },
    });
    const start = clock.now();
    const second = later(api('2'));
    await clock.pass(10_000);
    await second;
    expect(-store.state.restUntil - start).toBe(3_000);
  });

  test.each([
    ['arXiv itself', undefined, [0, 15]],
    ['another host', 'https://mirror.example', [0, 15]],
    ['a name that only looks like this machine', 'http://127.0.0.1.example:80', [0, 15]],
    ['this machine', 'http://127.0.0.1:8080', [0, 0]],
  ])('takes a faster pace from %s only when it is this machine', async (_, base, expected) => {
    const { clock, asked, ask } = setUp({ pace: { page: 0, api: 0 }, ...(base && { base }) });
    const all = Promise.all([ask(page('1')), ask(page('2'))]);
    await clock.pass(60_000);
    await all;
    expect(seconds(asked)).toEqual(expected);
  });

  test.each([403, 429])('rests for an hour after a %d, and says so without asking', async (status) => {
    const { clock, asked, ask } = setUp({ answer: () => new Response('no', { status }) });
    await expect(ask(api('1'))).rejects.toMatchObject({ code: 'arxiv-busy' });
    await clock.pass(3_500_000);
    await expect(ask(api('1'))).rejects.toMatchObject({ code: 'arxiv-busy' });
    expect(asked).toHaveLength(1);
    await clock.pass(200_000);
    await expect(ask(api('1'))).rejects.toMatchObject({ code: 'arxiv-busy' });
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['7200', 7_200_000],
    ['10', 3_600_000],
    ['99999999', 86_400_000],
    ['soon', 3_600_000],
  ])('rests for Retry-After: %s between an hour and a day', async (value, rest) => {
    const { clock, store, ask } = setUp({
      answer: () => new Response('no', { status: 429, headers: { 'retry-after': value } }),
    });
    await expect(ask(api('1'))).rejects.toMatchObject({ code: 'arxiv-busy' });
    expect(store.state.restUntil - clock.now()).toBe(rest);
  });

  test.each([200, 304, 404])('gives a %d to whoever asked', async (status) => {
    const { ask } = setUp({ answer: () => new Response(status === 304 ? null : 'text', { status }) });
    expect(await ask(page('1'))).toMatchObject({ status, text: status === 304 ? '' : 'text' });
  });

  test('says when arXiv does not answer in time', async () => {
    const clock = new VirtualClock();
    const ask = createPoliteFetch({
      clock,
      store: new PaceMemory(),
      fetch: ((_: string, init?: RequestInit) =>
        new Promise((__, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)); // the reason of an abort
        })) as typeof fetch, // as: called with an address alone
    });
    const outcome = expect(ask(page('1'))).rejects.toMatchObject({ code: 'arxiv-offline' });
    await clock.pass(61_000);
    await outcome;
  });

  test('stops waiting for its turn when it is no longer wanted, and then asks nothing', async () => {
    const { clock, asked, ask } = setUp();
    await ask(page('1'));
    const gone = new AbortController();
    const outcome = expect(ask({ ...page('2'), signal: gone.signal })).rejects.toThrow('enough');
    await clock.pass(1_000);
    gone.abort(new Error('enough'));
    await outcome;
    await clock.pass(60_000);
    expect(asked).toHaveLength(1);
  });

  test('sends no cookie and no referrer, and an etag when it has one', async () => {
    const { asked, ask } = setUp();
    await ask({ ...page('1'), etag: '"a"' });
    expect(asked[0]?.init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'if-none-match': '"a"' },
    });
  });

  test.each([
    ['https://export.arxiv.org/api/query?id_list=1', null, 'https://export.arxiv.org/api/query?id_list=1'],
    ['https://export.arxiv.org/api/query?id_list=1', 'http://127.0.0.1:1/', 'http://127.0.0.1:1/api/query?id_list=1'],
    ['https://rss.arxiv.org/rss/cs.CV', 'http://127.0.0.1:1', 'http://127.0.0.1:1/rss/cs.CV'],
  ])('%s over %s is %s', (url, base, expected) => expect(rebase(url, base)).toBe(expected));
});
