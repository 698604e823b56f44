// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_MADE } from '@/core/daily/daily-job';
import { type DailyEnd, NO_DAY_YET } from '@/core/daily/daily-state';
import { toErrorSentence } from '@/core/words/error-sentence';
import { App } from '@/entrypoints/popup/app';
import { mountDock, mountLeftOut, showWhy } from '@/entrypoints/popup/late-daily';
import { wakeBackground } from '@/messages/wake';
import { readNews } from '@/storage/daily';
import { db } from '@/storage/db';
import { readListMarks, setDismissed, setSaved } from '@/storage/marks';
import { watchPopupLook } from '@/storage/popup-look';
import { importSample } from '@/storage/sample';
import { changeSettings } from '@/storage/settings';
import { takeDaily } from '@/storage/take-daily';
import { watchFull } from '@/storage/watch-full';
import { entry, report } from '../../components/popup/samples';
import { DAY, sampleDailyInput, sampleDailyJob, sampleDailyPaper, sampleMade } from '../../daily-samples';

vi.mock('@/messages/wake', () => ({ wakeBackground: vi.fn() }));
vi.mock('@/storage/daily', { spy: true });
vi.mock('@/storage/marks', { spy: true });

// A busy machine may take its time; nothing here waits longer than it must.
configure({ asyncUtilTimeout: 10_000 });

const NOON = Date.parse(`${DAY}T15:00+08:00`);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const loadLibrary = async () => ({
  watchPopupLook: async (...asked: Parameters<typeof watchPopupLook>) => watchPopupLook(...asked),
  watchFull: async (...asked: Parameters<typeof watchFull>) => watchFull(...asked),
  setSaved,
  setDismissed,
  importSample,
  toErrorSentence: async (...asked: Parameters<typeof toErrorSentence>) => toErrorSentence(...asked),
  mountDock: async (...asked: Parameters<typeof mountDock>) => mountDock(...asked),
  mountHere: async () => () => undefined,
  mountLeftOut: async (...asked: Parameters<typeof mountLeftOut>) => mountLeftOut(...asked),
  showWhy,
});

function open() {
  render(
    <App
      tabPaper={Promise.resolve(null)}
      siteAccess={Promise.resolve(true)}
      firstLook={Promise.resolve(null)}
      loadLibrary={loadLibrary}
      requestSiteAccess={() => Promise.resolve(true)}
      openBeside={null}
    />,
  );
}

describe('the day’s report that is made here', () => {
  test('is offered where it does not come by itself, and begun by a click', async () => {
    await changeSettings({ categories: ['cs.CV'] });
    open();
    fireEvent.click(await screen.findByRole('button', { name: '现在生成今天的日报' }));
    await screen.findByText('排队中，马上开始', { exact: false, selector: '[aria-hidden]' });
    expect(await db.jobs.get(`daily|${DAY}`)).toMatchObject({ state: 'waiting', input: { categories: ['cs.CV'] } });
    expect(wakeBackground).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: /^现在生成/ })).toBeNull();
  });

  test('is announced with its hour before it comes', async () => {
    vi.setSystemTime(Date.parse(`${DAY}T10:00+08:00`));
    await changeSettings({ categories: ['cs.CV'], daily: true });
    await db.dailyState.put({ ...NO_DAY_YET, settledDay: '2026-11-19' });
    open();
    await screen.findByText('今天的预计 13:30 后更新');
  });

  test('leads to the settings where no categories are chosen', async () => {
    open();
    await screen.findByRole('link', { name: '选分类' });
  });

  test('is followed while it is made, and stopped by a click', async () => {
    const papers = [sampleDailyPaper({ state: 'done' }), sampleDailyPaper({ id: 'b', title: 'B', state: 'running' })];
    const progress = { ...NOTHING_MADE, step: 'analyse' as const, papers, cost: 0.13 };
    await db.jobs.put(sampleDailyJob({ state: 'running', owner: 'x', progress }));
    open();
    await screen.findByText(/已用约 0.13 元/);
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    await screen.findByText('11 月 20 日的日报已停止，写好的都留着。');
    expect(await db.jobs.get(`daily|${DAY}`)).toMatchObject({ state: 'cancelled', progress: { cost: 0.13 } });
  });

  test('has what failed tried again, and says so when that cannot be', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const papers = [sampleDailyPaper({ state: 'failed', error: 'model-cut' })];
    const input = sampleDailyInput({ modelId: 'm' });
    const job = sampleDailyJob({ state: 'done', input, updatedAt: NOON, progress: { ...NOTHING_MADE, papers } });
    await db.jobs.put(job);
    open();
    const button = await screen.findByRole('button', { name: '重试失败的 1 篇' });
    await db.jobs.put({ ...job, progress: NOTHING_MADE });
    fireEvent.click(button);
    expect((await screen.findByRole('alert')).textContent).toContain('出了意料之外的问题');
    await db.jobs.put(job);
    fireEvent.click(await screen.findByRole('button', { name: '重试失败的 1 篇' }));
    await waitFor(async () => expect(await db.jobs.get(job.id)).toMatchObject({ state: 'waiting' }));
  });

  test.each([
    ['gone', { newest: DAY }, '11 月 20 日的公告 arXiv 已经不再提供，做不了了。'],
    ['none', { reason: 'empty' }, '11 月 20 日没有公告新论文。'],
    ['not-yet', { until: NOON + 3_600_000 }, '11 月 20 日的公告还没有出来，今天 16:00 后可以再试。'],
  ] as const)('says what came of a day without a report: %s', async (kind, more, text) => {
    await changeSettings({ categories: ['cs.CV'] });
    await db.jobs.put(sampleDailyJob({ state: 'done', updatedAt: NOON }));
    const last = { kind, date: DAY, at: NOON - 1, ...more } as DailyEnd; // as: of its kind, by the table
    await db.dailyState.put({ ...NO_DAY_YET, last });
    open();
    await screen.findByText(text);
    expect(screen.queryByRole('button', { name: /^现在生成/ }) === null).toBe(kind === 'gone');
  });

  test('says nothing more of what failed days ago', async () => {
    await changeSettings({ categories: ['cs.CV'] });
    const papers = [sampleDailyPaper({ state: 'failed', error: 'model-cut' })];
    const updatedAt = NOON - 4 * 24 * 3_600_000;
    await db.jobs.put(sampleDailyJob({ state: 'done', updatedAt, progress: { ...NOTHING_MADE, papers } }));
    open();
    await screen.findByRole('button', { name: '现在生成今天的日报' });
    expect(screen.queryByRole('button', { name: /重试/ })).toBeNull();
  });

  test('takes the badge away once it is looked at', async () => {
    await takeDaily(sampleMade(), NOON);
    open();
    await waitFor(async () => expect(await db.dailyState.get('daily')).toMatchObject({ readyUnseen: 0 }));
  });

  test('takes the mark of a failure away once that is looked at', async () => {
    await db.jobs.put(sampleDailyJob({ state: 'failed', error: 'storage-full', updatedAt: NOON }));
    open();
    await waitFor(async () => expect(await db.dailyState.get('daily')).toMatchObject({ seenJobAt: NOON }));
  });
});

describe('a report that was made here', () => {
  beforeEach(() => takeDaily(sampleMade(), NOON));

  test('is labelled, and reads what it left out once that is opened', async () => {
    open();
    await screen.findByText(/本机生成/);
    const fold = await screen.findByRole('button', { name: /^未收入 1 篇/ });
    // Its marks are read with it, of no papers so far.
    await waitFor(() => expect(readListMarks).toHaveBeenCalledWith([]));
    expect(readNews).not.toHaveBeenCalled();
    fireEvent.click(fold);
    await screen.findByRole('link', { name: 'Counting sheep' });
    expect(readNews).toHaveBeenCalledTimes(1);
  });

  test('tells why a paper was chosen', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: '依据：Drawing maps with a network' }));
    expect((await screen.findByRole('tooltip')).textContent).toContain('按关键词等得 1 分');
  });

  test('of another source tells neither', async () => {
    await db.reports.clear();
    await db.reports.put(report());
    open();
    await screen.findByText('一句话说清这篇论文。');
    expect(screen.queryByRole('button', { name: /^依据|^未收入/ })).toBeNull();
  });
});

test('what came since the last visit is one link away, and gone once it is seen', async () => {
  const dates = ['2026-11-17', '2026-11-18', '2026-11-20'];
  await db.reports.bulkPut(
    dates.map((date) => report({ id: `${date}|A`, date, entries: [entry({ id: date })], importedAt: NOON })),
  );
  const last = Date.parse('2026-11-16T09:00+08:00');
  await db.settings.put({ name: 'looks', value: { last, earlier: null } });
  open();
  const link = await screen.findByRole('link', { name: '补看：11 月 17–18 日，2 天 2 篇没看过' });
  expect(link.getAttribute('href')).toBe('library.html#/catch-up');
  await db.visits.bulkPut(dates.map((paperId) => ({ paperId, seenAt: 1 })));
  await waitFor(() => expect(screen.queryByRole('link', { name: /^补看/ })).toBeNull());
});
