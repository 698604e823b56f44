import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { checkFeed, type CheckTools } from '@/core/feeds/check-feed';
import type { Feed, FeedDay, FeedState } from '@/core/feeds/feed';
import type { FeedInput, FeedProgress } from '@/core/jobs/job';
import { startDayServer } from './day-server';

const NOW = Date.UTC(2026, 5, 25, 6); // 14:00 in Beijing
const FEED: Feed = {
  id: 'lab',
  name: '实验室',
  presetId: null,
  template: 'https://lab.example.org/{date}.md',
  github: null,
  routes: [{ kind: 'own', on: true }],
  prefix: '',
  usualMinutes: 720,
  weekdaysOnly: false,
  subscribedAt: 0,
};
const STATE: FeedState = {
  feedId: 'lab',
  lastSuccessAt: null,
  lastDate: null,
  lastHost: null,
  nextAt: 0,
  error: null,
  failures: 0,
};

let server: Awaited<ReturnType<typeof startDayServer>>;
let days: Map<string, FeedDay>;
let state: FeedState;
let taken: string[];
let kept: FeedProgress[];
let stop: AbortController;
/** What taking in a file of this text comes to. */
let broken: Record<string, AppError>;

const at = (date: string) => `lab.example.org/${date}`;
const put = (date: string, body: string, status = 200) =>
  server.answer(at(date), (response, { headers }) => {
    const etag = `"${body}"`;
    if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(status, { etag }).end(body);
  });

function tools(change: Partial<CheckTools> = {}): CheckTools {
  return {
    fetch: server.fetch,
    clock: { now: () => NOW, wait: (_, signal) => new Promise((__, fail) => signal?.addEventListener('abort', fail)) },
    signal: stop.signal,
    random: () => 0,
    readFeed: () => Promise.resolve({ feed: FEED, state }),
    readDay: (key) => Promise.resolve(days.get(key) ?? null),
    takeDay(_, day, { bytes }) {
      const text = new TextDecoder().decode(bytes);
      const error = broken[text];
      if (error) return Promise.reject(error);
      taken.push(`${day.date} ${text}`);
      days.set(day.key, day);
      return Promise.resolve();
    },
    keepDay: (day) => Promise.resolve(void days.set(day.key, day)),
    keepState: (next) => Promise.resolve(void (state = next)),
    keep: (progress) => Promise.resolve(void kept.push(progress)),
    ...change,
  };
}

const check = (mode: FeedInput['mode'], dates: string[], change: Partial<CheckTools> = {}) =>
  checkFeed({ feedId: 'lab', mode, dates }, { left: dates, there: 0, absent: 0, bad: 0 }, tools(change));

const asked = () => server.seen.filter(({ method }) => method === 'GET').map(({ path }) => path.slice(-13, -3));

describe('checking a feed', () => {
  beforeAll(async () => {
    server = await startDayServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    [days, state, taken, kept, stop, broken] = [new Map(), STATE, [], [], new AbortController(), {}];
  });
  afterEach(() => server.clear());

  test('takes in the days that are there and notes those that are not', async () => {
    put('2026-06-25', 'a');
    put('2026-06-23', 'b');
    await check('daily', ['2026-06-25', '2026-06-24', '2026-06-23']);
    expect(taken).toEqual(['2026-06-25 a', '2026-06-23 b']);
    expect([...days.values()].map(({ date, state: found }) => `${date} ${found}`)).toEqual([
      '2026-06-25 there',
      '2026-06-24 absent',
      '2026-06-23 there',
    ]);
    expect(state).toMatchObject({
      lastDate: '2026-06-25',
      lastHost: 'lab.example.org',
      lastSuccessAt: NOW,
      error: null,
    });
    expect(kept.map(({ left }) => left.length)).toEqual([2, 1, 0]);
  });

  test('ends with the newest day where that is all that is wanted', async () => {
    put('2026-06-24', 'a');
    put('2026-06-23', 'b');
    await check('newest', ['2026-06-25', '2026-06-24', '2026-06-23']);
    expect(taken).toEqual(['2026-06-24 a']);
    expect(asked()).toEqual(['2026-06-25', '2026-06-24']);
  });

  test('does not take in again what has not changed, and does what has', async () => {
    put('2026-06-25', 'a');
    await check('daily', ['2026-06-25']);
    await check('daily', ['2026-06-25']);
    expect(taken).toEqual(['2026-06-25 a']);
    put('2026-06-25', 'a, mended');
    await check('daily', ['2026-06-25']);
    expect(taken).toEqual(['2026-06-25 a', '2026-06-25 a, mended']);
  });

  test('goes on behind a day that cannot be used, and says why of that day', async () => {
    broken = { half: new AppError('cut-short', 'half') };
    put('2026-06-25', 'half');
    put('2026-06-24', 'b');
    await check('daily', ['2026-06-25', '2026-06-24']);
    expect(taken).toEqual(['2026-06-24 b']);
    expect(days.get('lab|2026-06-25')).toMatchObject({ state: 'bad', error: 'cut-short', etag: null });
    expect(state).toMatchObject({ lastDate: '2026-06-24', error: null, failures: 0 });
    expect(kept.at(-1)).toMatchObject({ bad: 1, there: 1 });
  });

  test('asks for a day that could not be used without its old mark, and takes it when it is mended', async () => {
    broken = { half: new AppError('cut-short', 'half') };
    put('2026-06-25', 'half');
    await check('daily', ['2026-06-25']);
    broken = {};
    await check('daily', ['2026-06-25']);
    expect(taken).toEqual(['2026-06-25 half']);
    expect(days.get('lab|2026-06-25')).toMatchObject({ state: 'there', error: null });
  });

  test.each([
    ['is spoilt', () => put('2026-06-25', 'half')],
    ['is gone', () => server.clear()],
  ])('keeps a day that came in when its file %s', async (_, happen) => {
    broken = { half: new AppError('cut-short', 'half') };
    put('2026-06-25', 'a');
    await check('daily', ['2026-06-25']);
    happen();
    await check('daily', ['2026-06-25']);
    expect(days.get('lab|2026-06-25')).toMatchObject({ state: 'there' });
    expect(state.lastDate).toBe('2026-06-25');
  });

  test('leaves a feed that fails until its next turn, with the reason and the host', async () => {
    put('2026-06-25', 'no', 500);
    put('2026-06-24', 'b');
    await check('daily', ['2026-06-25', '2026-06-24']);
    expect(asked()).toEqual(['2026-06-25']);
    expect(state).toMatchObject({ error: { code: 'feed-failed', host: 'lab.example.org', at: NOW }, failures: 1 });
    expect(state.nextAt).toBeGreaterThan(NOW);
    expect(state.lastSuccessAt).toBeNull();
  });

  test('asks later and later while it fails, and forgets that once it answers', async () => {
    put('2026-06-25', 'no', 500);
    await check('daily', ['2026-06-25']);
    const first = state.nextAt - NOW;
    await check('daily', ['2026-06-25']);
    expect(state.nextAt - NOW).toBeGreaterThan(first);
    server.clear();
    await check('daily', ['2026-06-25']);
    expect(state).toMatchObject({ error: null, failures: 0 });
  });

  test('goes on behind a web page in the place of a day that a reader waits for, but by itself waits for its turn', async () => {
    const page = '<!DOCTYPE html><title>Log in</title>';
    put('2026-06-25', page);
    put('2026-06-24', 'b');
    await check('fill', ['2026-06-25', '2026-06-24']);
    expect(taken).toEqual(['2026-06-24 b']);
    expect(days.get('lab|2026-06-25')).toMatchObject({ state: 'bad', error: 'feed-page' });
    days.clear();
    await check('daily', ['2026-06-25', '2026-06-24']);
    expect([days.size, state.error?.code]).toEqual([0, 'feed-page']);
  });

  test('notes when something new came apart from when it was asked', async () => {
    put('2026-06-25', 'a');
    await check('daily', ['2026-06-25', '2026-06-24']);
    expect(state).toMatchObject({ lastNewAt: NOW, lastSuccessAt: NOW });
    const clock = { ...tools().clock, now: () => NOW + 3_600_000 };
    await check('daily', ['2026-06-25', '2026-06-24'], { clock });
    expect(state).toMatchObject({ lastNewAt: NOW, lastSuccessAt: NOW + 3_600_000 });
    broken = { no: new AppError('no-report', 'no') };
    put('2026-06-25', 'no');
    await check('daily', ['2026-06-25'], { clock });
    expect(state.lastNewAt).toBe(NOW);
    put('2026-06-25', 'b');
    await check('daily', ['2026-06-25'], { clock });
    expect(state.lastNewAt).toBe(NOW + 3_600_000);
  });

  test('takes a day for absent on one route’s word only while the branch is known to be there', async () => {
    const place = { owner: 'o', repo: 'r', branches: ['main'], path: '{date}.md', pages: null };
    const routes = [
      { kind: 'raw' as const, on: true },
      { kind: 'jsdelivr' as const, on: true },
    ];
    const feed = { ...FEED, template: '', github: place, routes };
    const change = { readFeed: () => Promise.resolve({ feed, state }) };
    const hosts = () => server.seen.map(({ path }) => path.split('/')[1]);
    await check('daily', ['2026-06-25'], change);
    expect(hosts()).toEqual(['raw.githubusercontent.com', 'cdn.jsdelivr.net']);
    server.clear();
    server.answer('raw.githubusercontent.com/o/r/main/2026-06-24', (response) => void response.end('a'));
    await check('daily', ['2026-06-24', '2026-06-25'], change);
    expect(hosts()).toEqual(['raw.githubusercontent.com', 'raw.githubusercontent.com']);
  });

  test('throws what stops days that the reader waits for, so that they are asked for again', async () => {
    put('2026-06-25', 'a');
    put('2026-06-24', 'no', 500);
    const days3 = ['2026-06-25', '2026-06-24', '2026-06-23'];
    await expect(check('fill', days3)).rejects.toMatchObject({ code: 'feed-failed', host: 'lab.example.org' });
    expect(kept.at(-1)).toEqual({ left: ['2026-06-24', '2026-06-23'], there: 1, absent: 0, bad: 0 });
  });

  test('throws when the disk is full, whatever is asked for, and marks no day', async () => {
    broken = { a: new AppError('storage-full', 'full') };
    put('2026-06-25', 'a');
    await expect(check('daily', ['2026-06-25'])).rejects.toMatchObject({ code: 'storage-full' });
    expect(days.size).toBe(0);
    expect(state.error).toMatchObject({ code: 'storage-full' });
  });

  test('asks nobody when the browser does not allow it, and says so', async () => {
    await check('daily', ['2026-06-25'], { mayAsk: () => Promise.resolve(false) });
    expect(server.seen).toEqual([]);
    expect(state.error).toMatchObject({ code: 'feed-permission', host: 'lab.example.org' });
  });

  test('ends where the feed is given up meanwhile', async () => {
    put('2026-06-25', 'a');
    let reads = 0;
    const readFeed = () => Promise.resolve(reads++ === 0 ? { feed: FEED, state } : null);
    await check('daily', ['2026-06-25', '2026-06-24'], { readFeed });
    expect(asked()).toEqual(['2026-06-25']);
  });

  test('blames no file when it is stopped before that was taken in', async () => {
    put('2026-06-25', 'a');
    const stopped = check('fill', ['2026-06-25'], {
      takeDay() {
        stop.abort(new AppError('stopped', 'stopped'));
        return Promise.reject(new AppError('stopped', 'stopped'));
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
    expect([days.size, state]).toEqual([0, STATE]);
  });

  test('ends at once when it is stopped, and blames nobody', async () => {
    server.answer(at('2026-06-25'), () => stop.abort(new AppError('stopped', 'stopped')));
    await expect(check('daily', ['2026-06-25', '2026-06-24'])).rejects.toMatchObject({ code: 'stopped' });
    expect(state).toEqual(STATE);
    expect(days.size).toBe(0);
  });
});
