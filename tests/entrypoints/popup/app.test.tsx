// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import type { Feed } from '@/core/feeds/feed';
import { newFeedState } from '@/core/feeds/new-state';
import { mergeDay } from '@/core/library/day';
import { App } from '@/entrypoints/popup/app';
import type { TabPaper } from '@/entrypoints/popup/browser-state';
import { mountDock, mountLeftOut, showWhy } from '@/entrypoints/popup/late-daily';
import { toErrorSentence } from '@/core/words/error-sentence';
import { db } from '@/storage/db';
import { setDismissed, setSaved } from '@/storage/marks';
import { type PopupLook, watchPopupLook } from '@/storage/popup-look';
import { reportsOfDay } from '@/storage/reports';
import { importSample } from '@/storage/sample';
import { changeSettings } from '@/storage/settings';
import { watchFull } from '@/storage/watch-full';
import { DEFAULT_SETTINGS } from '@/core/settings';
import { entry, report } from '../../components/popup/samples';

vi.mock('@/messages/wake', () => ({ wakeBackground: vi.fn() }));
vi.mock('@/storage/sample', () => ({ importSample: vi.fn() }));
vi.mock('@/storage/reports', { spy: true });

// A busy machine may take its time; nothing here waits longer than it must.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  // What the page's error boundary prints belongs to the console of a real browser.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  cleanup();
  vi.clearAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const requestSiteAccess = vi.fn<() => Promise<boolean>>();
const openBeside = vi.fn<(windowId: number) => Promise<void>>(async () => undefined);

const loadLibrary = async () => ({
  watchPopupLook: async (...asked: Parameters<typeof watchPopupLook>) => watchPopupLook(...asked),
  watchFull: async (...asked: Parameters<typeof watchFull>) => watchFull(...asked),
  setSaved,
  setDismissed,
  importSample,
  mountDock: async (...asked: Parameters<typeof mountDock>) => mountDock(...asked),
  mountLeftOut: async (...asked: Parameters<typeof mountLeftOut>) => mountLeftOut(...asked),
  mountHere: async (place: HTMLElement, id: string) => {
    place.textContent = `own of ${id}`;
    return () => undefined;
  },
  showWhy,
  toErrorSentence: async (...asked: Parameters<typeof toErrorSentence>) => toErrorSentence(...asked),
});

function open(tab: TabPaper | null = null, access = true, look: PopupLook | null = null) {
  render(
    <App
      tabPaper={Promise.resolve(tab)}
      siteAccess={Promise.resolve(access)}
      firstLook={Promise.resolve(look)}
      loadLibrary={loadLibrary}
      requestSiteAccess={requestSiteAccess}
      openBeside={openBeside}
    />,
  );
}

const older = report({ id: '2025-12-29|A', date: '2025-12-29', entries: [entry({ gist: '前一天的论文。' })] });
const newer = report({ id: '2025-12-30|A', entries: [entry(), entry({ id: '2512.00002', gist: '第二篇。' })] });

describe('the popup', () => {
  test('dismisses a paper where it stands, and takes that back', async () => {
    await db.reports.put(newer);
    open();
    const [button] = await screen.findAllByRole('button', { name: /^不感兴趣/, pressed: false });
    if (!button) throw new Error('there is no paper');
    fireEvent.click(button);
    const pressed = await screen.findByRole('button', { name: /^不感兴趣/, pressed: true });
    expect(await db.dismissals.toCollection().primaryKeys()).toEqual(['2512.00001']);
    fireEvent.click(pressed);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^不感兴趣/, pressed: true })).toBeNull());
    expect(await db.dismissals.count()).toBe(0);
  });

  test('opens on the newest day, its papers in order', async () => {
    await db.reports.bulkPut([newer, older]);
    open();
    await screen.findByRole('heading', { name: '最新日报' });
    const gists = screen.getAllByRole('listitem').map((row) => row.querySelector('a')?.textContent);
    expect(gists).toEqual(['一句话说清这篇论文。', '第二篇。']);
    expect(screen.queryByText('本页')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('shows the first look at once, and the library as soon as it answers', async () => {
    await db.reports.put(newer);
    const day = { ...mergeDay([older]), marks: {}, previous: null, next: null, announced: null };
    open(null, undefined, { settings: DEFAULT_SETTINGS, day, feeds: [], here: null });
    await screen.findByText('前一天的论文。');
    await screen.findByText('第二篇。');
    expect(screen.queryByText('前一天的论文。')).toBeNull();
  });

  test('goes to the day before and back', async () => {
    await db.reports.bulkPut([newer, older]);
    open();
    fireEvent.click(await screen.findByRole('button', { name: '前一天' }));
    await screen.findByText('前一天的论文。');
    fireEvent.click(screen.getByRole('button', { name: '后一天' }));
    await screen.findByText('第二篇。');
  });

  test('saves a paper and shows it at once', async () => {
    await db.reports.put(older);
    open();
    fireEvent.click(await screen.findByRole('button', { name: '收藏', pressed: false }));
    await screen.findByRole('button', { name: '收藏', pressed: true });
    expect(await db.saves.get('2512.00001')).toBeTruthy();
  });

  test("begins with the current tab's paper", async () => {
    await db.reports.put(newer);
    open({ id: '2512.00009', title: 'A Paper Nobody Analysed', windowId: 7 });
    const here = await screen.findByRole('region', { name: '本页' });
    expect(here.textContent).toContain('暂无中文解读 · A Paper Nobody Analysed');
    const first = screen.getAllByRole('button', { name: '收藏' })[0];
    expect(first && here.contains(first)).toBe(true);
    expect((await screen.findByText('own of 2512.00009')).parentElement?.previousElementSibling).toBe(here);
  });

  test('opens the side panel of the window in the click itself, and gives way to it', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    open({ id: '2512.00009', title: '', windowId: 7 });
    fireEvent.click(await screen.findByRole('button', { name: '侧边栏' }));
    expect(openBeside).toHaveBeenCalledExactlyOnceWith(7);
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
  });

  test.each([
    ['a tab without a paper', null],
    ['a tab of an unknown window', { id: '2512.00009', title: '', windowId: null }],
  ])('offers no side panel for %s', async (_, tab) => {
    await db.reports.put(newer);
    open(tab);
    await screen.findByRole('heading', { name: '最新日报' });
    expect(screen.queryByRole('button', { name: '侧边栏' })).toBeNull();
  });

  test('asks for arXiv when it is withheld, and only then', async () => {
    open(null, false);
    requestSiteAccess.mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    fireEvent.click(await screen.findByRole('button', { name: '允许访问 arXiv' }));
    await screen.findByText(/没有得到允许/);
    fireEvent.click(screen.getByRole('button', { name: '允许访问 arXiv' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '允许访问 arXiv' })).toBeNull());
  });

  test('offers the sample to an empty library, and shows it when it has come', async () => {
    vi.mocked(importSample).mockImplementation(async () => {
      await db.reports.put(newer);
      return { reportId: newer.id, date: newer.date, added: 2, merged: 0, unchanged: false, papers: 2, skipped: [] };
    });
    open();
    fireEvent.click(await screen.findByRole('button', { name: '载入示例' }));
    await screen.findByText('第二篇。');
    expect(screen.queryByRole('button', { name: '载入示例' })).toBeNull();
  });

  test('says that the sample did not come', async () => {
    vi.mocked(importSample).mockRejectedValue(new AppError('storage-full', 'full'));
    open();
    fireEvent.click(await screen.findByRole('button', { name: '载入示例' }));
    await screen.findByText(/示例没有载入/);
  });

  test('says in words that the library does not answer, and tries again', async () => {
    await db.reports.put(newer);
    vi.mocked(reportsOfDay).mockRejectedValueOnce(new AppError('storage-newer', 'newer'));
    open();
    expect((await screen.findByRole('alert')).textContent).toContain('更新版本的导读');
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await screen.findByText('第二篇。');
  });

  test('says so too when the code of the library does not come', async () => {
    const nothing = Promise.reject(new Error('no such file'));
    nothing.catch(() => undefined);
    render(
      <App
        tabPaper={Promise.resolve(null)}
        siteAccess={Promise.resolve(true)}
        firstLook={Promise.resolve(null)}
        loadLibrary={() => nothing}
        requestSiteAccess={requestSiteAccess}
        openBeside={null}
      />,
    );
    expect((await screen.findByRole('alert')).textContent).toContain('论文库没有受影响');
  });

  test('shows all reports of a day, each paper once, and goes from day to day', async () => {
    const other = report({
      id: '2025-12-30|B',
      source: '乙',
      entries: [entry({ id: '2512.00002', gist: '第二篇，又一次。' }), entry({ id: '2512.00003', gist: '第三篇。' })],
    });
    await db.reports.bulkPut([newer, other, older]);
    open();
    await screen.findByText('第三篇。');
    expect(screen.getAllByRole('listitem').map((row) => row.dataset['paper'])).toEqual([
      '2512.00001',
      '2512.00002',
      '2512.00003',
    ]);
    expect(document.querySelector('header')?.textContent).toContain('计算机视觉日报、乙 · 3 篇');
    fireEvent.click(screen.getByRole('button', { name: '前一天' }));
    await screen.findByText('前一天的论文。');
    fireEvent.click(screen.getByRole('button', { name: '后一天' }));
    await screen.findByText('第三篇。');
    expect(screen.getByRole('button', { name: '后一天' }).hasAttribute('disabled')).toBe(true);
  });

  const feed: Feed = {
    id: 'ema',
    name: 'EMA',
    presetId: null,
    template: '',
    github: null,
    routes: [],
    prefix: '',
    usualMinutes: 12 * 60,
    weekdaysOnly: true,
    subscribedAt: 1,
  };

  test('says why today is missing and which feed is silent, on the newest day only', async () => {
    await db.reports.bulkPut([newer, older]);
    await db.feeds.put(feed);
    const error = { code: 'feed-offline', host: 'feeds.example', at: 1 } as const;
    await db.feedStates.put({ ...newFeedState(feed), lastSuccessAt: 1, lastDate: '2025-12-30', error });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-07T15:00+08:00') });
    try {
      open();
      await screen.findByText('今天没有日报：连不上 feeds.example');
      expect(screen.getByRole('link', { name: '“EMA”已连续 4 个公告日没有更新' }).getAttribute('href')).toBe(
        'library.html#/feeds/ema',
      );
      fireEvent.click(screen.getByRole('button', { name: '前一天' }));
      await screen.findByText('前一天的论文。');
      expect(screen.queryByText(/连不上|没有更新/)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  test('misses no day without a feed', async () => {
    await db.reports.put(newer);
    open();
    await screen.findByText('第二篇。');
    expect(screen.queryByText(/今天|源未更新|原因未知/)).toBeNull();
  });

  test('gives the account of the categories that the reader follows, as far as arXiv was asked', async () => {
    const ids = ['2512.00001', '2512.00002', '2512.00003', '2512.00004'];
    const items = ids.map((id) => ({ id, version: 1, categories: ['cs.CV'], announced: 'new' as const }));
    await db.reports.put(newer);
    await db.announcements.put({ date: '2025-12-30', categories: ['cs.CV', 'cs.RO'], fetchedAt: 1, items });
    await changeSettings({ categories: ['math.CO', 'cs.CV'] });
    open();
    await screen.findByText('cs.CV 公告 4 · 收录 2（50%） · 有解读 2');
    expect(screen.queryByText(/math\.CO/)).toBeNull();
  });

  test('tells no account of a day of which nothing is known', async () => {
    await db.reports.put(newer);
    await changeSettings({ categories: ['cs.CV'] });
    open();
    await screen.findByText('第二篇。');
    expect(screen.queryByText(/公告/)).toBeNull();
  });

  test('puts the papers with a keyword first', async () => {
    await db.reports.put(newer);
    await changeSettings({ keywords: ['第二篇'] });
    open();
    await screen.findByText('第二篇。');
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('第二篇。');
  });

  test('speaks English and is dark once that is chosen', async () => {
    await changeSettings({ language: 'en', theme: 'dark' });
    await db.reports.put(newer);
    open();
    await screen.findByRole('heading', { name: 'Latest report' });
    expect(document.documentElement.lang).toBe('en');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});
