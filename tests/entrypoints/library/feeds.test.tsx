// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import type { Feed } from '@/core/feeds/feed';
import { newFeedState } from '@/core/feeds/new-state';
import { defaultRoutes } from '@/core/feeds/routes';
import { type FeedJob, feedJobId } from '@/core/jobs/job';
import { toDay } from '@/core/report-day';
import { App } from '@/entrypoints/library/app';
import { db } from '@/storage/db';
import { askForDays, keepFeedDay, keepFeedState, listFeeds, readFeed, saveFeed } from '@/storage/feeds';
import { readJob } from '@/storage/jobs';
import { saveModel } from '@/storage/models';

/** The browser as far as feeds use it; `answer` is what the reader answers to each question. */
const fake = vi.hoisted(() => ({
  granted: new Set<string>(),
  /** One entry for each question. */
  asked: [] as string[][],
  answer: (): Promise<boolean> => Promise.resolve(true),
  /** What was to be given back, and what of it had been granted. */
  tried: [] as string[],
  removed: [] as string[],
  ports: [] as string[],
}));
// The polyfill refuses to load outside an extension.
vi.mock('@/messages/webext', () => ({
  browser: {
    runtime: {
      connect: ({ name }: { name: string }) => {
        fake.ports.push(name);
        return { onDisconnect: { addListener: () => {} } };
      },
    },
    permissions: {
      request: ({ origins }: { origins: string[] }) => {
        fake.asked.push(origins);
        return fake.answer().then((granted) => {
          if (granted) for (const origin of origins) fake.granted.add(origin);
          return granted;
        });
      },
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => fake.granted.has(origin)),
      remove: async ({ origins: [origin = ''] }: { origins: string[] }) => {
        fake.tried.push(origin);
        const had = fake.granted.delete(origin);
        if (had) fake.removed.push(origin);
        return had;
      },
    },
  },
}));

// A busy machine may take its time; nothing here waits longer than it must.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

const DAY = 86_400_000;
const TODAY = toDay(Date.now());
const YESTERDAY = toDay(Date.now() - DAY);
const RAW = 'https://raw.githubusercontent.com/*';
const ADDRESS = 'https://reports.example/daily/{date}.md';
const REPORTS = 'https://reports.example/*';

/** Every address asked for, in order, and what the servers have: a text, a status, or null for no answer at all. */
const requests: string[] = [];
let serve: (url: string) => string | number | null = () => 404;

function report(date: string): string {
  const paper = `<a id='2606.00001v1'></a>\n## [A Title](https://arxiv.org/abs/2606.00001v1)\n\n**Authors:** A. Writer\n\n**Published:** ${date}\n\n**Categories:** cs.CV\n\n**Abstract:**\nWe propose a thing.\n\n**Analysis:**\n1. **论文的主要贡献**：提出了一种由粗到细的重建方法。\n\n**Links:**\n- [PDF](https://arxiv.org/pdf/2606.00001v1)\n\n---\n\n`;
  return `# Arxiv Computer Vision Papers - ${date}\n\n## Papers\n\n${paper}`;
}

beforeEach(() => {
  fake.granted.clear();
  fake.asked.length = 0;
  fake.ports.length = 0;
  fake.tried.length = 0;
  fake.removed.length = 0;
  fake.answer = () => Promise.resolve(true);
  requests.length = 0;
  serve = (url) => (url.includes(YESTERDAY) ? report(YESTERDAY) : 404);
  vi.stubGlobal('fetch', async (url: string, { signal }: RequestInit) => {
    requests.push(url);
    signal?.throwIfAborted();
    const answer = serve(url);
    if (answer === null) throw new TypeError('Failed to fetch');
    return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  history.replaceState(null, '', '#/feeds');
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const pressSoon = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const tick = (route: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `使用 ${route}` });
const granted = () => [...fake.granted].toSorted();
const readFeedJob = async (id: string) => (await readJob(feedJobId(id))) as FeedJob | null; // as: the id names the kind

/** A promise that is settled from outside. */
function later<T>() {
  const waiting: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => {
    waiting.push(resolve);
  });
  return { promise, settle: (value: T) => waiting.forEach((resolve) => resolve(value)) };
}

function leave(): void {
  press('退订');
  press('确定退订');
}

function feedOf(id: string, changes: Partial<Feed> = {}): Feed {
  const github = { owner: 'someone', repo: id, branches: ['main'], path: '{date}.md', pages: null };
  const place = { template: '', github, routes: defaultRoutes(github), prefix: '' };
  return { id, name: id, presetId: null, ...place, usualMinutes: 0, weekdaysOnly: false, subscribedAt: 1, ...changes };
}

async function keepFeed(feed: Feed, ...origins: string[]): Promise<void> {
  await saveFeed(feed);
  for (const origin of origins) fake.granted.add(origin);
}

/** Opens the page and begins the preview of an address of one's own. */
async function preview(address = ADDRESS): Promise<void> {
  render(<App first={null} />);
  await screen.findByText('还没有订阅');
  type('日报地址', address);
  press('预览最新的一天');
}

async function openFeed(id: string): Promise<void> {
  history.replaceState(null, '', `#/feeds/${id}`);
  render(<App first={null} />);
  await screen.findByRole('button', { name: '立即检查' });
}

describe('a fresh library', () => {
  test('asks nobody for anything, and has no subscription', async () => {
    render(<App first={null} />);
    await screen.findByText('还没有订阅');
    expect(screen.getAllByRole('button', { name: /^预览：/ }).length).toBeGreaterThan(1);
    expect([fake.asked, requests, await listFeeds()]).toEqual([[], [], []]);
  });
});

describe('预览', () => {
  test('asks for the hosts in the click itself, then looks for the newest day and shows it', async () => {
    await preview();
    expect(fake.asked).toEqual([[REPORTS]]); // not one await later
    expect(requests).toEqual([]);
    await screen.findByRole('button', { name: '订阅' });
    expect(requests).toEqual([TODAY, YESTERDAY].map((date) => ADDRESS.replace('{date}', date)));
    expect(screen.getByText('A Title')).toBeTruthy();
    expect(await listFeeds()).toEqual([]);
  });

  test('of a public feed asks for its first route alone', async () => {
    render(<App first={null} />);
    await pressSoon(/^预览：everyday/);
    expect(fake.asked).toEqual([[RAW]]);
    await screen.findByRole('heading', { name: /^预览：everyday/ });
    expect(tick('GitHub 原始文件').checked).toBe(true);
    expect(tick('jsDelivr').checked).toBe(false);
  });

  test('says that access was denied, and sends nothing', async () => {
    fake.answer = () => Promise.resolve(false);
    await preview();
    await screen.findByText(/没有允许访问 reports\.example，所以没有预览/);
    expect(requests).toEqual([]);
    fake.answer = () => Promise.resolve(true);
    press('重新预览');
    await screen.findByRole('button', { name: '订阅' });
  });

  test('says that the browser refuses to ask', async () => {
    fake.answer = () => Promise.reject(new Error('no such host'));
    await preview();
    await screen.findByText(/浏览器不接受访问 reports\.example 的请求/);
  });

  test('stays usable while the browser never answers, and gives back what is granted after it was left', async () => {
    const answer = later<boolean>();
    fake.answer = () => answer.promise;
    await preview();
    await screen.findByText(/浏览器会询问/);
    press('取消');
    await screen.findByText('还没有订阅');
    await waitFor(() => expect(fake.tried).toEqual([REPORTS]));
    answer.settle(true);
    await waitFor(() => expect([fake.removed, granted()]).toEqual([[REPORTS], []]));
    expect(requests).toEqual([]);
  });

  test('that is left gives its host back', async () => {
    await preview();
    await pressSoon('不订阅');
    await waitFor(() => expect(fake.granted.size).toBe(0));
    expect(await listFeeds()).toEqual([]);
  });

  test('left for another place of the page gives its host back, and so does closing the page', async () => {
    await preview();
    await screen.findByRole('button', { name: '订阅' });
    location.hash = '#/import';
    await waitFor(() => expect(fake.granted.size).toBe(0));
    cleanup();
    history.replaceState(null, '', '#/feeds');
    await preview();
    await screen.findByRole('button', { name: '订阅' });
    expect(granted()).toEqual([REPORTS]);
    dispatchEvent(new Event('pagehide'));
    await waitFor(() => expect(fake.granted.size).toBe(0));
  });

  test.each<[string, () => Promise<void>]>([
    [
      'a feed',
      () =>
        keepFeed(
          feedOf('own', {
            github: null,
            template: 'https://reports.example/x/{date}.md',
            routes: [{ kind: 'own', on: true }],
          }),
        ),
    ],
    [
      'a model',
      () =>
        saveModel(
          {
            id: 'm',
            name: 'm',
            provider: 'x',
            protocol: 'openai',
            baseUrl: 'https://reports.example/v1',
            model: 'x',
            price: null,
            json: 'object',
            readsPdf: false,
            contextTokens: 1_000,
          },
          'k',
        ),
    ],
  ])('keeps the host that %s needs', async (_, keep) => {
    await keep();
    render(<App first={null} />);
    await screen.findByLabelText('日报地址');
    type('日报地址', ADDRESS);
    press('预览最新的一天');
    await pressSoon('不订阅');
    await screen.findByLabelText('日报地址');
    location.hash = '#/import';
    await screen.findByRole('heading', { name: '导入与备份' });
    expect(granted()).toEqual([REPORTS]);
  });

  test('can be stopped on its way', async () => {
    const hanging = later<number>();
    vi.stubGlobal('fetch', async (url: string) => {
      requests.push(url);
      await hanging.promise;
      return new Response('', { status: 404 });
    });
    await preview();
    await pressSoon('停止');
    await screen.findByText('已停止，没有找完。');
    hanging.settle(0);
    await screen.findByRole('button', { name: '重新预览' });
    expect(requests).toHaveLength(1);
  });

  test.each<[string, string | number | null, RegExp]>([
    ['no answer', null, /连不上 reports\.example/],
    ['a failing server', 500, /reports\.example 出了故障/],
    ['a web page', '<!doctype html><title>x</title>', /给的是一个网页，不是日报文件/],
    ['a text that is no report', 'hello', /的文件，但是读不了。.*\.md 里没有认出日报/],
    ['nothing on any day', 404, /都没有找到文件/],
  ])('says in words that there was %s, and offers no subscription', async (_, answer, text) => {
    serve = () => answer;
    await preview();
    await screen.findByText(text);
    expect(screen.queryByRole('button', { name: '订阅' })).toBeNull();
  });
});

describe('订阅', () => {
  test('keeps the feed, puts its newest day in the queue, wakes the background and goes to its page', async () => {
    await preview();
    await pressSoon('订阅');
    expect(fake.asked).toHaveLength(2);
    await screen.findByRole('button', { name: '立即检查' });
    const [view] = await listFeeds();
    expect(view?.feed).toMatchObject({ name: 'reports.example', template: ADDRESS, github: null });
    expect(location.hash).toBe(`#/feeds/${view?.feed.id}`);
    expect(view?.job?.input.mode).toBe('newest');
    expect(view?.job?.input.dates[0]).toBe(YESTERDAY); // the day itself was just asked for
    expect(fake.ports).toEqual(['wake']);
    expect(granted()).toEqual([REPORTS]);
  });

  test('wants access to routes that were turned on since the preview', async () => {
    render(<App first={null} />);
    serve = () => 404;
    await pressSoon(/^预览：everyday/);
    await screen.findByText(/都没有找到文件/);
    fireEvent.click(tick('jsDelivr'));
    serve = (url) => (url.includes('jsdelivr') ? report(TODAY) : null);
    press('重新预览');
    fake.answer = () => Promise.resolve(false);
    await pressSoon('订阅');
    await screen.findByText(/没有允许访问 raw\.githubusercontent\.com、cdn\.jsdelivr\.net/);
    expect(await listFeeds()).toEqual([]);
    fake.answer = () => Promise.resolve(true);
    press('订阅');
    await screen.findByRole('button', { name: '立即检查' });
    expect(fake.asked.at(-1)).toEqual([RAW, 'https://cdn.jsdelivr.net/*']);
    expect((await listFeeds())[0]?.feed.id).toBe('everyday-cv');
  });

  test('says that the library did not take it', async () => {
    vi.spyOn(db.feeds, 'put').mockRejectedValue(new AppError('storage-full', 'full'));
    await preview();
    await pressSoon('订阅');
    await screen.findByText(/磁盘空间不够/);
    expect(screen.getByRole('button', { name: '订阅' })).toBeTruthy();
  });

  test('does nothing once the preview was left before the browser answered', async () => {
    await preview();
    await screen.findByRole('button', { name: '订阅' });
    const answer = later<boolean>();
    fake.answer = () => answer.promise;
    press('订阅');
    press('不订阅');
    await waitFor(() => expect(fake.removed).toEqual([REPORTS]));
    answer.settle(true);
    await waitFor(() => expect(fake.removed).toEqual([REPORTS, REPORTS]));
    expect(await listFeeds()).toEqual([]);
  });
});

describe('测试线路', () => {
  test('asks for every route in one question, says how each fares, and gives back those that stay off', async () => {
    serve = (url) => (url.includes('jsdelivr') ? report(YESTERDAY) : url.includes('api.github') ? null : 404);
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    press('测试线路');
    expect(fake.asked).toEqual([[RAW, 'https://api.github.com/*', 'https://cdn.jsdelivr.net/*']]);
    await screen.findByText(/^可用，\d+\.\d 秒$/);
    expect(screen.getByText('能连上，没有这一天')).toBeTruthy();
    expect(screen.getByText('连不上')).toBeTruthy();
    await waitFor(() => expect(granted()).toEqual([RAW]));
  });

  test('says that access was denied, and asks nobody', async () => {
    fake.answer = () => Promise.resolve(false);
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    press('测试线路');
    await screen.findByText(/没有允许访问 .*，没有测试/);
    expect(requests).toEqual([]);
  });

  test('in a preview keeps the hosts of the routes that are on', async () => {
    render(<App first={null} />);
    serve = () => 404;
    await pressSoon(/^预览：everyday/);
    await screen.findByText(/都没有找到文件/);
    fireEvent.click(tick('jsDelivr'));
    press('测试线路');
    await screen.findAllByText('能连上，没有这一天');
    await waitFor(() => expect(granted()).toEqual(['https://cdn.jsdelivr.net/*', RAW]));
    press('取消');
    await waitFor(() => expect(fake.granted.size).toBe(0));
  });
});

describe('a route of a feed', () => {
  test('is on once its host was allowed in the click, and off gives the host back', async () => {
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    fireEvent.click(tick('jsDelivr'));
    expect(fake.asked).toEqual([['https://cdn.jsdelivr.net/*']]);
    await waitFor(() => expect(tick('jsDelivr').checked).toBe(true));
    fireEvent.click(tick('GitHub 原始文件'));
    await waitFor(() => expect(granted()).toEqual(['https://cdn.jsdelivr.net/*']));
    expect(tick('GitHub 原始文件').checked).toBe(false);
    fireEvent.click(tick('jsDelivr'));
    await screen.findByText('至少要留一条打开的线路。');
    expect(tick('jsDelivr').checked).toBe(true);
  });

  test('stays off where access is denied', async () => {
    fake.answer = () => Promise.resolve(false);
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    fireEvent.click(tick('jsDelivr'));
    await screen.findByText(/没有允许访问 cdn\.jsdelivr\.net，这条线路没有打开/);
    expect(tick('jsDelivr').checked).toBe(false);
  });

  test('stays off, and its host goes back, when the page was left before the browser answered', async () => {
    const answer = later<boolean>();
    fake.answer = () => answer.promise;
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    fireEvent.click(tick('jsDelivr'));
    location.hash = '#/import';
    await waitFor(() => expect(fake.tried).toEqual(['https://cdn.jsdelivr.net/*']));
    answer.settle(true);
    await waitFor(() => expect(fake.removed).toEqual(['https://cdn.jsdelivr.net/*']));
    expect(granted()).toEqual([RAW]);
    expect((await listFeeds())[0]?.feed.routes.find(({ kind }) => kind === 'jsdelivr')?.on).toBe(false);
  });

  test('by a prefix can be used once there is one, and moved up', async () => {
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    type('前缀', 'https://proxy.example/');
    press('使用这个前缀');
    await waitFor(() => expect(tick('自填前缀').disabled).toBe(false));
    expect(fake.asked).toEqual([]);
    fireEvent.click(tick('自填前缀'));
    expect(fake.asked).toEqual([['https://proxy.example/*']]);
    await waitFor(() => expect(tick('自填前缀').checked).toBe(true));
    press('上移：自填前缀');
    await waitFor(async () => {
      expect((await listFeeds())[0]?.feed.routes.map(({ kind }) => kind)).toEqual(['raw', 'api', 'prefix', 'jsdelivr']);
    });
    type('前缀', '');
    press('使用这个前缀');
    await waitFor(() => expect(granted()).toEqual([RAW]));
  });
});

describe('a feed’s page', () => {
  test('says that there is no such feed', async () => {
    history.replaceState(null, '', '#/feeds/nothing');
    render(<App first={null} />);
    await screen.findByText('没有这个订阅');
  });

  test('立即检查 asks for the days since the last, and today whatever the hour', async () => {
    await keepFeed(feedOf('one', { usualMinutes: 1_439 }), RAW);
    await keepFeedState({
      feedId: 'one',
      lastSuccessAt: 1,
      lastDate: YESTERDAY,
      lastHost: 'a',
      nextAt: 1,
      error: null,
      failures: 0,
    });
    await openFeed('one');
    press('立即检查');
    expect(fake.asked).toEqual([[RAW]]);
    await waitFor(async () =>
      expect((await readFeedJob('one'))?.input).toEqual({ feedId: 'one', mode: 'daily', dates: [TODAY, YESTERDAY] }),
    );
    expect(fake.ports).toEqual(['wake']);
    await screen.findByText('排队中，马上开始');
  });

  test('立即检查 looks for the newest day where none has come', async () => {
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    press('立即检查');
    await waitFor(async () => expect((await readFeedJob('one'))?.input.mode).toBe('newest'));
  });

  test('立即检查 puts nothing in the queue where access is denied', async () => {
    fake.answer = () => Promise.resolve(false);
    await keepFeed(feedOf('one'));
    await openFeed('one');
    press('立即检查');
    await screen.findByText(/没有允许访问 raw\.githubusercontent\.com，没有去取/);
    expect([await readFeedJob('one'), fake.ports]).toEqual([null, []]);
  });

  test('立即检查 begins anew what waited after a failure', async () => {
    await keepFeed(feedOf('one'), RAW);
    const job = await askForDays({ feedId: 'one', mode: 'newest', dates: ['2020-01-01'] }, 1);
    await db.jobs.put({ ...job, notBefore: Date.now() + DAY });
    await openFeed('one');
    press('立即检查');
    await waitFor(async () => expect((await readFeedJob('one'))?.notBefore).toBe(0));
    expect((await readFeedJob('one'))?.input.dates[0]).toBe(TODAY);
  });

  test('补取 leaves out the days that are there, and can be cancelled', async () => {
    await keepFeed(feedOf('one'), RAW);
    const known = { url: null, etag: null, lastModified: null, checkedAt: 1, reportId: null, error: null };
    await keepFeedDay({
      key: `one|${YESTERDAY}`,
      feedId: 'one',
      date: YESTERDAY,
      state: 'there',
      papers: 1,
      analyses: 1,
      ...known,
    });
    await openFeed('one');
    expect(screen.getByRole('row', { name: /昨天/ }).textContent).toContain('已取到');
    type('天数', '3');
    press('补取最近 3 天');
    await waitFor(async () =>
      expect((await readFeedJob('one'))?.input).toEqual({
        feedId: 'one',
        mode: 'fill',
        dates: [TODAY, toDay(Date.now() - 2 * DAY)],
      }),
    );
    await pressSoon('取消：one');
    await waitFor(async () => expect((await readFeedJob('one'))?.state).toBe('cancelled'));
    expect(fake.ports).toEqual(['wake', 'wake']);
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });

  test('changes its name', async () => {
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    type('名称', '我的日报');
    press('保存名称');
    await screen.findByRole('heading', { name: '我的日报' });
  });

  test('changes its hour, which moves its next check', async () => {
    await keepFeed(feedOf('one'), RAW);
    const nextAt = Date.now() + 20 * DAY;
    await db.feedStates.put({ ...newFeedState(feedOf('one')), lastDate: TODAY, nextAt });
    await openFeed('one');
    type('更新时刻（北京时间）', '06:15');
    press('保存时刻');
    await waitFor(async () => expect(await readFeed('one')).toMatchObject({ feed: { usualMinutes: 375 } }));
    expect((await readFeed('one'))?.state.nextAt).toBeLessThan(nextAt);
    await waitFor(() => expect(fake.ports).toEqual(['wake']));
  });
});

describe('退订', () => {
  test('of the last feed of a host gives it back, and says what stays', async () => {
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    leave();
    await screen.findByText('已退订“one”，并交还了访问 raw.githubusercontent.com 的权限。已取到的日报和解读都还在。');
    expect([await listFeeds(), granted(), location.hash]).toEqual([[], [], '#/feeds']);
  });

  test.each<[string, () => Promise<void>]>([
    ['another feed', () => keepFeed(feedOf('two'))],
    [
      'a model',
      () =>
        saveModel(
          {
            id: 'm',
            name: 'm',
            provider: 'x',
            protocol: 'openai',
            baseUrl: 'https://raw.githubusercontent.com/v1',
            model: 'x',
            price: null,
            json: 'object',
            readsPdf: false,
            contextTokens: 1_000,
          },
          'k',
        ),
    ],
  ])('keeps a host that %s needs', async (_, keep) => {
    await keep();
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    leave();
    await screen.findByText('已退订“one”。已取到的日报和解读都还在。');
    expect(granted()).toEqual([RAW]);
  });

  test('keeps no host that another feed has off', async () => {
    const routes = feedOf('two').routes.map(({ kind }) => ({ kind, on: kind === 'api' }));
    await keepFeed(feedOf('two', { routes }), 'https://api.github.com/*');
    await keepFeed(feedOf('one'), RAW);
    await openFeed('one');
    leave();
    await waitFor(() => expect(granted()).toEqual(['https://api.github.com/*']));
  });
});

test('feeds in trouble are counted beside 订阅', async () => {
  const error = { code: 'feed-offline', host: 'a.example', at: 1 } as const;
  await keepFeed(feedOf('one'));
  await keepFeed(feedOf('two'));
  await keepFeedState({
    feedId: 'two',
    lastSuccessAt: null,
    lastDate: null,
    lastHost: null,
    nextAt: 1,
    error,
    failures: 1,
  });
  render(<App first={null} />);
  await screen.findByRole('link', { name: /^订阅.*1 个取不到$/ });
  expect(await screen.findByText(/连不上 a\.example/)).toBeTruthy();
});
