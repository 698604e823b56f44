import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Feed, RouteKind } from '@/core/feeds/feed';
import { fetchDay } from '@/core/feeds/fetch-day';
import type { KnownFile } from '@/core/feeds/ask';
import type { FeedTools } from '@/core/feeds/watch';
import { AppError } from '@/core/errors';
import { VirtualClock } from '../../virtual-clock';
import { type DayServer, startDayServer, text } from './day-server';
import { feedOf, PLACE } from './feeds';

const DAY = '2026-06-25';
const RAW = 'raw.githubusercontent.com/someone/daily';
const FILE = `data/${DAY}_AI_enhanced_Chinese.jsonl`;
const API = 'api.github.com/repos/someone/daily';
const JSDELIVR = 'cdn.jsdelivr.net/gh/someone/daily';

let server: DayServer;
beforeAll(async () => {
  server = await startDayServer();
});
beforeEach(() => server.clear());
afterAll(() => server.stop());

const on = (...kinds: RouteKind[]): Partial<Feed> => ({ routes: kinds.map((kind) => ({ kind, on: true })) });
const tools = (more: Partial<FeedTools> = {}): FeedTools => ({
  fetch: server.fetch,
  clock: new VirtualClock(),
  ...more,
});
const fetchIt = (
  feed = feedOf(),
  known: KnownFile | null = null,
  more: Partial<FeedTools> = {},
  proven: string | null = null,
) => fetchDay(feed, DAY, known, tools(more), proven);
const paths = () => server.seen.map(({ method, path }) => `${method} ${path}`);
const bodyOf = (day: Awaited<ReturnType<typeof fetchDay>>) =>
  day.kind === 'there' ? new TextDecoder().decode(day.bytes) : day.kind;

/** A fetch that answers whatever it is asked. */
const made =
  (body: string, headers: Record<string, string>): typeof fetch =>
  () =>
    Promise.resolve(new Response(body, { headers }));
const mayAskApi = (url: string) => Promise.resolve(url.startsWith('https://api.github.com/'));

describe('fetching a day', () => {
  test('gives its bytes, and where they came from', async () => {
    server.answer(RAW, text('一行', { etag: '"a"', 'last-modified': 'Thu, 25 Jun 2026 05:00:00 GMT' }));
    expect(await fetchIt()).toEqual({
      kind: 'there',
      bytes: new TextEncoder().encode('一行'),
      url: `https://${RAW}/data/${FILE}`,
      host: 'raw.githubusercontent.com',
      route: 'raw',
      etag: '"a"',
      lastModified: 'Thu, 25 Jun 2026 05:00:00 GMT',
    });
  });

  test('gives an empty file as one', async () => {
    server.answer(RAW, text(''));
    expect(await fetchIt()).toMatchObject({ kind: 'there', bytes: new Uint8Array(), etag: null, lastModified: null });
  });

  test('sends nothing of the reader, and follows nothing', async () => {
    const inits: RequestInit[] = [];
    const spy = ((url: string, init: RequestInit) => {
      inits.push(init);
      return server.fetch(url, init);
    }) as typeof fetch; // as: called with an address and options
    server.answer(RAW, text('x'));
    await fetchIt(feedOf(), null, { fetch: spy });
    expect(inits).toMatchObject([
      { credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store' },
    ]);
    expect(server.seen[0]?.headers).not.toHaveProperty('cookie');
  });

  test('asks the API for the file itself', async () => {
    server.answer(API, text('x'));
    await fetchIt(feedOf(on('api')));
    expect(server.seen[0]?.headers.accept).toBe('application/vnd.github.raw+json');
    expect(server.seen[0]?.path).toBe(`/${API}/contents/${FILE}?ref=data`);
  });
});

describe('a day that was fetched before', () => {
  const url = `https://${RAW}/data/${FILE}`;
  const ifNone = (etag: string) =>
    server.answer(RAW, (response, { headers }) =>
      headers['if-none-match'] === etag ? response.writeHead(304).end() : response.writeHead(200).end('new'),
    );

  test('does not travel again', async () => {
    ifNone('"a"');
    const day = await fetchIt(feedOf(), { url, etag: '"a"', lastModified: null });
    expect(day).toEqual({ kind: 'unchanged', host: 'raw.githubusercontent.com', route: 'raw' });
  });

  test('is asked for by its time where it has no mark', async () => {
    const since = 'Thu, 25 Jun 2026 05:00:00 GMT';
    server.answer(RAW, (response, { headers }) =>
      response.writeHead(headers['if-modified-since'] === since ? 304 : 200).end(),
    );
    expect(await fetchIt(feedOf(), { url, etag: null, lastModified: since })).toMatchObject({ kind: 'unchanged' });
  });

  test('travels when it has changed', async () => {
    ifNone('"b"');
    expect(bodyOf(await fetchIt(feedOf(), { url, etag: '"a"', lastModified: null }))).toBe('new');
  });

  test('is not asked for by the mark of another address', async () => {
    ifNone('"a"');
    const known = { url: url.replace(RAW, JSDELIVR), etag: '"a"', lastModified: 'Thu, 25 Jun 2026 05:00:00 GMT' };
    expect(bodyOf(await fetchIt(feedOf(), known))).toBe('new');
    expect(server.seen[0]?.headers).not.toHaveProperty('if-modified-since');
  });

  test('is not “unchanged” where nobody asked', async () => {
    server.answer(RAW, text('', {}, 304));
    await expect(fetchIt()).rejects.toMatchObject({ code: 'feed-failed' });
  });

  test('keeps no mark that is longer than a mark is', async () => {
    server.answer(RAW, text('x', { etag: `"${'a'.repeat(600)}"` }));
    expect(await fetchIt()).toMatchObject({ etag: null });
  });
});

describe('a day that is not there', () => {
  const two = feedOf({ github: { ...PLACE, branches: ['master', 'main'] } });

  test('is looked for on the next branch', async () => {
    server.answer(`${RAW}/main`, text('x'));
    expect(await fetchIt(two)).toMatchObject({ kind: 'there', url: `https://${RAW}/main/${FILE}` });
    expect(server.seen).toHaveLength(2);
  });

  test.each<[RouteKind, string]>([
    ['raw', 'raw.githubusercontent.com'],
    ['api', 'api.github.com'],
  ])('by %s, on a branch that is there, is absent, and nobody else is asked', async (kind, host) => {
    const day = await fetchIt({ ...two, ...on(kind, 'jsdelivr') }, null, {}, 'main');
    expect(day).toEqual({ kind: 'absent', host });
    // The one that is there is asked first.
    expect(server.seen.map(({ path }) => /main|master/.exec(path)?.[0])).toEqual(['main', 'master']);
  });

  test.each<[string, RouteKind, RouteKind, string | null]>([
    ['no branch is known to be there', 'raw', 'api', null],
    ['no branch is known to be there', 'api', 'raw', null],
    ['another branch than the feed’s is', 'raw', 'jsdelivr', 'gh-pages'],
  ])('is asked for once by every route where %s: %s, %s', async (_, first, second, proven) => {
    const feed = { ...two, ...on(first, second) };
    server.answer(second === 'raw' ? RAW : second === 'api' ? API : JSDELIVR, text('x'));
    expect(await fetchIt(feed, null, {}, proven)).toMatchObject({ kind: 'there', route: second });
    server.clear();
    expect(await fetchIt(feed, null, {}, proven)).toMatchObject({ kind: 'absent' });
    expect(server.seen).toHaveLength(4);
  });

  test('is absent where GitHub has none and the next route fails', async () => {
    server.answer(API, text('', {}, 429));
    expect(await fetchIt(feedOf(on('raw', 'api')))).toEqual({ kind: 'absent', host: 'raw.githubusercontent.com' });
  });

  test('by an address of its own is absent, and nobody else is asked', async () => {
    const feed = feedOf({ ...on('own', 'raw'), template: 'https://lab.example.org/{date}.md' });
    expect(await fetchIt(feed)).toEqual({ kind: 'absent', host: 'lab.example.org' });
    expect(server.seen).toHaveLength(1);
  });

  test.each<[RouteKind, string]>([
    ['jsdelivr', 'cdn.jsdelivr.net'],
    ['prefix', 'proxy.example'],
    ['pages', 's.github.io'],
  ])('by %s is asked for elsewhere too', async (kind, host) => {
    const feed = feedOf({
      ...on(kind, 'raw'),
      prefix: 'https://proxy.example/',
      github: { ...PLACE, pages: 'https://s.github.io/{date}.md' },
    });
    server.answer(RAW, text('x'));
    expect(await fetchIt(feed)).toMatchObject({ kind: 'there', route: 'raw' });
    expect(server.seen[0]?.path.startsWith(`/${host}/`)).toBe(true);
    expect(await fetchIt({ ...feed, ...on(kind) })).toEqual({ kind: 'absent', host });
  });

  test('is absent where a copy has none and the repository cannot be reached', async () => {
    server.answer(RAW, (response) => response.destroy());
    expect(await fetchIt(feedOf(on('raw', 'jsdelivr')))).toEqual({ kind: 'absent', host: 'cdn.jsdelivr.net' });
  });

  test('is absent for good when it is gone', async () => {
    server.answer(RAW, text('', {}, 410));
    expect(await fetchIt()).toMatchObject({ kind: 'absent' });
  });
});

describe('a route that fails', () => {
  test.each<[string, Parameters<DayServer['answer']>[1]]>([
    ['has no answer', (response) => void response.destroy()],
    ['fails', text('', {}, 500)],
    ['is busy', text('', {}, 429)],
    ['refuses', text('', {}, 403)],
    ['has moved', text('', { location: '/' }, 302)],
    ['shows a web page', text('\uFEFF\n<!DOCTYPE html><title>你好</title>')],
    [
      'breaks off',
      (response) => void response.writeHead(200, { 'content-length': '9' }).write('half', () => response.destroy()),
    ],
  ])('because it %s makes room for the next', async (_, answer) => {
    server.answer(RAW, answer);
    server.answer(API, text('x'));
    expect(await fetchIt(feedOf(on('raw', 'api')))).toMatchObject({ kind: 'there', route: 'api' });
  });

  test('is not asked for its other branches', async () => {
    server.answer(RAW, text('', {}, 500));
    const feed = feedOf({ github: { ...PLACE, branches: ['master', 'main'] } });
    await expect(fetchIt(feed)).rejects.toMatchObject({ code: 'feed-failed' });
    expect(server.seen).toHaveLength(1);
  });

  test.each<[string, string, Parameters<DayServer['answer']>[1]]>([
    ['feed-offline', 'no answer', (response) => void response.destroy()],
    ['feed-busy', 'a 429', text('', {}, 429)],
    ['feed-busy', 'the API’s way to say so', text('{}', { 'x-ratelimit-remaining': '0' }, 403)],
    ['feed-busy', 'the API’s other way', text('{"message":"You have exceeded a secondary rate limit"}', {}, 403)],
    ['feed-busy', 'a 403 with Retry-After', text('', { 'retry-after': '60' }, 403)],
    ['feed-refused', 'a 403', text('{"message":"Package size"}', {}, 403)],
    ['feed-refused', 'a 401', text('', {}, 401)],
    ['feed-refused', 'a 451', text('', {}, 451)],
    ['feed-failed', 'a 500', text('', {}, 500)],
    ['feed-failed', 'a 400', text('', {}, 400)],
    ['feed-failed', 'a part', text('part', {}, 206)],
    ['feed-failed', 'nothing', text('', {}, 204)],
    ['feed-moved', 'a 301', text('', { location: 'https://other.example/' }, 301)],
    ['feed-moved', 'a 302 within the host', text('', { location: '/elsewhere' }, 302)],
    ['feed-page', 'a web page', text('<html lang="zh">')],
  ])('gives %s for %s, and names the host', async (code, _, answer) => {
    server.answer(RAW, answer);
    const error = await fetchIt().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code, host: 'raw.githubusercontent.com' });
  });

  test('gives feed-repository where jsDelivr finds a repository too large', async () => {
    server.answer(
      JSDELIVR,
      text('Package size exceeded the configured limit of 50 MB. Try https://… instead.', {}, 403),
    );
    await expect(fetchIt(feedOf(on('jsdelivr')))).rejects.toMatchObject({
      code: 'feed-repository',
      host: 'cdn.jsdelivr.net',
    });
  });

  test('never sends a request to where a redirect leads', async () => {
    server.answer(RAW, text('', { location: `${server.base}/elsewhere` }, 302));
    await expect(fetchIt()).rejects.toMatchObject({ code: 'feed-moved' });
    expect(paths()).toEqual([`GET /${RAW}/data/${FILE}`, `HEAD /${RAW}/data/${FILE}`]);
  });

  test('gives feed-moved when an answer comes from another origin', async () => {
    const elsewhere = (async (url: string, init?: RequestInit) => {
      const response = await server.fetch(url, init);
      return Object.defineProperty(response, 'url', { value: 'https://other.example/' });
    }) as typeof fetch; // as: called with an address and options
    server.answer(RAW, text('x'));
    await expect(fetchIt(feedOf(), null, { fetch: elsewhere })).rejects.toMatchObject({ code: 'feed-moved' });
  });

  test.each([
    [{ 'retry-after': '120' }, 120],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000600' }, 600],
    [{ 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '1800000600' }, null],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }, null],
    [{}, null],
  ])('says after %j how long to wait', async (headers, retryAfterSeconds) => {
    server.answer(RAW, text('', headers, 429));
    const clock = new VirtualClock(1_800_000_000_000);
    await expect(fetchIt(feedOf(), null, { clock })).rejects.toMatchObject({ code: 'feed-busy', retryAfterSeconds });
  });

  test('is told by what the reader can mend, with the longest wait of all', async () => {
    server.answer(RAW, text('', { 'retry-after': '60' }, 503));
    server.answer(API, text('', { 'retry-after': '900' }, 429));
    server.answer(JSDELIVR, text('', { location: '/' }, 301));
    const feed = feedOf(on('raw', 'api', 'jsdelivr'));
    await expect(fetchIt(feed)).rejects.toMatchObject({
      code: 'feed-moved',
      host: 'cdn.jsdelivr.net',
      retryAfterSeconds: 900,
    });
  });

  test('of a feed without any is told without asking', async () => {
    await expect(fetchIt(feedOf({ routes: [{ kind: 'raw', on: false }] }))).rejects.toMatchObject({
      code: 'feed-address',
    });
    await expect(fetchIt(feedOf({ ...on('own'), template: 'http://public.example/{date}' }))).rejects.toMatchObject({
      code: 'feed-address',
    });
    expect(server.seen).toEqual([]);
  });

  test('because the browser has not allowed its host is not asked', async () => {
    server.answer(RAW, text('x'));
    await expect(fetchIt(feedOf(), null, { mayAsk: mayAskApi })).rejects.toMatchObject({
      code: 'feed-permission',
      host: 'raw.githubusercontent.com',
    });
    expect(server.seen).toEqual([]);
    server.answer(API, text('x'));
    expect(await fetchIt(feedOf(on('raw', 'api')), null, { mayAsk: mayAskApi })).toMatchObject({ route: 'api' });
  });
});

describe('a file that is too large', () => {
  const MEGABYTE = Buffer.alloc(1024 * 1024, 'a');

  test('is not read when it says so', async () => {
    server.answer(RAW, (response) =>
      response.writeHead(200, { 'content-length': 11 * MEGABYTE.length }).flushHeaders(),
    );
    await expect(fetchIt()).rejects.toMatchObject({ code: 'too-large', host: 'raw.githubusercontent.com' });
  });

  test.each([
    [11, 'too-large'],
    [10, null],
  ])('of %d MB is counted when it does not', async (size, code) => {
    server.answer(RAW, (response) => {
      response.writeHead(200);
      for (let sent = 0; sent < size; sent++) response.write(MEGABYTE);
      response.end();
    });
    const outcome = await fetchIt(feedOf(on('raw', 'api'))).then(
      (day) => (day.kind === 'there' ? null : day.kind),
      (error: AppError) => error.code,
    );
    expect(outcome).toBe(code);
    expect(server.seen).toHaveLength(1);
  });
});

describe('a file that breaks off', () => {
  test('is not taken for a whole one', async () => {
    server.answer(
      RAW,
      (response) => void response.writeHead(200, { 'content-length': '99' }).write('half', () => response.destroy()),
    );
    await expect(fetchIt()).rejects.toMatchObject({ code: 'feed-cut', host: 'raw.githubusercontent.com' });
  });

  test('is not taken for a whole one where the network has not noticed', async () => {
    const short = made('half', { 'content-length': '99' });
    await expect(fetchIt(feedOf(), null, { fetch: short })).rejects.toMatchObject({ code: 'feed-cut' });
  });

  test.each<Record<string, string>>([
    { 'content-length': '99', 'content-encoding': 'gzip' },
    { 'content-length': '4' },
    { 'content-length': '2' },
    { 'content-length': 'x' },
  ])('is not suspected with %j', async (headers) => {
    expect(bodyOf(await fetchIt(feedOf(), null, { fetch: made('body', headers) }))).toBe('body');
  });
});

/** A fetch whose answer begins, and gives its pieces, when it is told to; when it is aborted it ends as `end` says. */
function slowAnswer(end: 'error' | 'close' = 'error') {
  const bodies: ReadableStreamDefaultController<Uint8Array>[] = [];
  const starts: (() => void)[] = [];
  const request = ((_: string, init: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        bodies.push(controller);
        init.signal?.addEventListener('abort', () =>
          end === 'error' ? controller.error(init.signal?.reason) : controller.close(),
        );
      },
    });
    return new Promise((resolve) => starts.push(() => resolve(new Response(body))));
  }) as typeof fetch; // as: called with an address and options
  return {
    request,
    begin: () => starts.forEach((start) => start()),
    give: (piece: string) => bodies.at(-1)?.enqueue(new TextEncoder().encode(piece)),
    finish: () => bodies.at(-1)?.close(),
  };
}

describe('time', () => {
  test('is given for half a minute until an answer begins', async () => {
    server.answer(RAW, () => undefined);
    const clock = new VirtualClock();
    const request = server.nextRequest();
    const outcome = expect(fetchIt(feedOf(), null, { clock })).rejects.toMatchObject({ code: 'feed-offline' });
    await request;
    await clock.pass(30_000);
    await outcome;
    expect(server.seen).toHaveLength(1);
  });

  test.each<[string, number[], 'error' | 'close']>([
    ['half a minute of silence', [10_000, 31_000], 'error'],
    ['half a minute of silence, also where that looks like the end', [10_000, 31_000], 'close'],
    ['a minute in all', [20_000, 20_000, 21_000], 'error'],
  ])('ends after %s', async (_, gaps, end) => {
    const clock = new VirtualClock();
    const { request, begin, give } = slowAnswer(end);
    let error: unknown = null;
    const fetching = fetchIt(feedOf(), null, { clock, fetch: request }).catch((thrown: unknown) => {
      error = thrown;
    });
    await clock.pass(0);
    begin();
    for (const gap of gaps) {
      expect(error).toBeNull();
      await clock.pass(gap);
      if (error === null) give('piece');
    }
    await fetching;
    expect(error).toMatchObject({ code: 'feed-cut' });
  });

  test('is given again when an answer has begun late', async () => {
    const clock = new VirtualClock();
    const { request, begin, give, finish } = slowAnswer();
    const fetching = fetchIt(feedOf(), null, { clock, fetch: request });
    await clock.pass(25_000);
    begin();
    await clock.pass(25_000);
    give('late');
    await clock.pass(9_000);
    finish();
    expect(bodyOf(await fetching)).toBe('late');
  });

  test('ends when nobody wants the day any more, with the reason, and no other route is asked', async () => {
    server.answer(RAW, () => undefined);
    const gone = new AbortController();
    const request = server.nextRequest();
    const outcome = expect(fetchIt(feedOf(on('raw', 'api')), null, { signal: gone.signal })).rejects.toThrow('enough');
    await request;
    gone.abort(new Error('enough'));
    await outcome;
    await expect(fetchIt(feedOf(), null, { signal: gone.signal })).rejects.toThrow('enough');
    expect(server.seen).toHaveLength(1);
  });
});
