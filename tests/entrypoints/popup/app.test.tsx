// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import { App } from '@/entrypoints/popup/app';
import type { TabPaper } from '@/entrypoints/popup/browser-state';
import { db } from '@/storage/db';
import { setSaved } from '@/storage/marks';
import { type PopupLook, watchPopupLook } from '@/storage/popup-look';
import { latestReport } from '@/storage/reports';
import { importSample } from '@/storage/sample';
import { changeSettings } from '@/storage/settings';
import { DEFAULT_SETTINGS } from '@/core/settings';
import { entry, report } from '../../components/popup/samples';

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

const loadLibrary = async () => ({
  watchPopupLook: async (...asked: Parameters<typeof watchPopupLook>) => watchPopupLook(...asked),
  setSaved,
  importSample,
});

function open(tab: TabPaper | null = null, access = true, look: PopupLook | null = null) {
  render(
    <App
      tabPaper={Promise.resolve(tab)}
      siteAccess={Promise.resolve(access)}
      firstLook={Promise.resolve(look)}
      loadLibrary={loadLibrary}
      requestSiteAccess={requestSiteAccess}
    />,
  );
}

const older = report({ id: '2025-12-29|A', date: '2025-12-29', entries: [entry({ gist: '前一天的论文。' })] });
const newer = report({ id: '2025-12-30|A', entries: [entry(), entry({ id: '2512.00002', gist: '第二篇。' })] });

describe('the popup', () => {
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
    const day = { report: older, marks: {}, previous: null, next: null };
    open(null, undefined, { settings: DEFAULT_SETTINGS, day, here: null });
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
    open({ id: '2512.00009', title: 'A Paper Nobody Analysed' });
    const here = await screen.findByRole('region', { name: '本页' });
    expect(here.textContent).toContain('暂无中文解读 · A Paper Nobody Analysed');
    const first = screen.getAllByRole('button', { name: '收藏' })[0];
    expect(first && here.contains(first)).toBe(true);
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
    vi.mocked(latestReport).mockRejectedValueOnce(new AppError('storage-newer', 'newer'));
    open();
    expect((await screen.findByRole('alert')).textContent).toContain('更新版本的导读');
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await screen.findByText('第二篇。');
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
