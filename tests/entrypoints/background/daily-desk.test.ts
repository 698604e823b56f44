import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import { NO_DAY_YET } from '@/core/daily/daily-state';
import { dailyJobId, type JobKind } from '@/core/jobs/job';
import { ownReportId } from '@/core/library/own-report';
import { db } from '@/storage/db';
import { cancelJob, claimJob, endJob } from '@/storage/jobs';
import { noteNoReport, seeDaily } from '@/storage/daily';
import { changeSettings } from '@/storage/settings';
import { takeDaily } from '@/storage/take-daily';
import { DAY, sampleDailyJob, sampleMade } from '../../daily-samples';

type Listener = (value: never) => void;
type Tuple<T> = [T, T, T, T, T];
const world = vi.hoisted(() => {
  const [onAlarm, onStartup, onInstalled, onClicked, onAdded] = Array.from({ length: 5 }, () => ({
    addListener: vi.fn<(listener: Listener) => void>(),
  })) as Tuple<{ addListener: Mock<(listener: Listener) => void> }>; // as: so many were made
  return {
    now: 0,
    isAllowed: true,
    planned: [] as string[],
    run: vi.fn(() => Promise.resolve()),
    changed: [] as ((id: string) => void)[],
    browser: {
      alarms: { create: vi.fn<(name: string, info: { when: number }) => void>(), clear: vi.fn(), onAlarm },
      runtime: { onStartup, onInstalled, getURL: (path: string) => `extension:${path}` },
      action: { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setBadgeTextColor: vi.fn() },
      notifications: { create: vi.fn(), clear: vi.fn(), onClicked },
      permissions: { contains: vi.fn(), onAdded },
      tabs: { create: vi.fn() },
    },
  };
});
vi.mock('@/messages/webext', () => ({ browser: world.browser }));
vi.mock('@/entrypoints/background/clock', () => ({ clock: { now: () => world.now } }));
vi.mock('@/entrypoints/background/job-desk', () => ({
  onJobChange: (watch: (id: string) => void) => world.changed.push(watch),
  planJobs: () => world.planned.push('jobs'),
  runner: { run: world.run },
}));
const { askDueDaily, listenForDaily } = await import('@/entrypoints/background/daily-desk');
listenForDaily();
const listenerOf = ({ addListener }: { addListener: { mock: { calls: Listener[][] } } }) =>
  addListener.mock.calls[0]?.[0];
const listeners = {
  alarm: listenerOf(world.browser.alarms.onAlarm),
  startup: listenerOf(world.browser.runtime.onStartup),
  installed: listenerOf(world.browser.runtime.onInstalled),
  clicked: listenerOf(world.browser.notifications.onClicked),
};

const { alarms, action, notifications, tabs, permissions } = world.browser;
const at = (time: string) => Date.parse(`${time}+08:00`);
const DUE = at('2026-11-20T13:30');
const MINUTE = 60_000;

beforeEach(async () => {
  world.now = DUE;
  permissions.contains.mockImplementation(() => Promise.resolve(world.isAllowed));
  await db.dailyState.put({ ...NO_DAY_YET, settledDay: '2026-11-19' });
  await changeSettings({ daily: true, categories: ['cs.CV'] });
});
afterEach(async () => {
  world.isAllowed = true;
  world.planned = [];
  vi.clearAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const dailyJobs = () => db.jobs.toCollection().primaryKeys();

async function endDay(end: Parameters<typeof endJob>[2], date = DAY): Promise<void> {
  const kinds: JobKind[] = ['daily'];
  await claimJob('w', world.now, 30_000, new Set(), kinds);
  await endJob(dailyJobId(date), 'w', end, world.now);
  for (const watch of world.changed) watch(dailyJobId(date));
  await askDueDaily();
}

describe('the day’s report by itself', () => {
  test('is begun at the reader’s hour, once, and the worker is woken for it before it is there', async () => {
    await Promise.all([askDueDaily(), askDueDaily()]);
    expect(await dailyJobs()).toEqual([dailyJobId(DAY)]);
    expect(world.planned).toEqual(['jobs']);
    expect(world.run).toHaveBeenCalledOnce();
    expect((await db.dailyState.get('daily'))?.triedAt).toBe(DUE);
  });

  test.each([
    ['the alarm', listeners.alarm, { name: 'daily' }],
    ['the browser’s start', listeners.startup, undefined],
    ['an update', listeners.installed, { reason: 'update' }],
  ])('is looked after on %s', async (_, listener, value) => {
    listener?.(value as never); // as never: each has its own
    await expect.poll(dailyJobs).toEqual([dailyJobId(DAY)]);
    await askDueDaily();
  });

  test('is not looked after on an alarm of something else', async () => {
    listeners.alarm?.({ name: 'jobs' } as never); // as never: see above
    expect(await dailyJobs()).toEqual([]);
  });

  test('is not begun before, and the worker is woken then', async () => {
    world.now = DUE - 3 * 60 * MINUTE;
    await askDueDaily();
    expect(await dailyJobs()).toEqual([]);
    expect(alarms.create).toHaveBeenCalledWith('daily', { when: DUE, periodInMinutes: 60 });
  });

  test('comes at another hour when the reader wants that', async () => {
    world.now = at('2026-11-20T10:00');
    await changeSettings({ dailyMinutes: 18 * 60 });
    await askDueDaily();
    expect(alarms.create).toHaveBeenCalledWith('daily', { when: at('2026-11-20T18:00'), periodInMinutes: 60 });
  });

  test.each([
    ['it is off', { daily: false }],
    ['no category is set', { categories: [] }],
  ])('is neither begun nor waited for where %s', async (_, settings) => {
    await changeSettings(settings);
    await askDueDaily();
    expect(await dailyJobs()).toEqual([]);
    expect(alarms.create).not.toHaveBeenCalled();
    expect(alarms.clear).toHaveBeenCalledWith('daily');
  });

  test('is not begun again once it is there, nor where there was nothing', async () => {
    await askDueDaily();
    await takeDaily(sampleMade(), DUE);
    await endDay({ state: 'done' });
    world.now = DUE + 5 * 60 * MINUTE;
    await askDueDaily();
    expect(await db.jobs.get(dailyJobId(DAY))).toMatchObject({ state: 'done' });
    expect(world.run).toHaveBeenCalledOnce();
    expect(alarms.create.mock.calls.at(-1)?.[1].when).toBe(at('2026-11-23T13:30'));
  });

  test('is asked for again when arXiv said it would be announced, not before', async () => {
    await askDueDaily();
    await noteNoReport(DAY, { kind: 'not-yet', at: DUE + 90 * MINUTE }, DUE);
    await endDay({ state: 'done' });
    expect(alarms.create.mock.calls.at(-1)?.[1].when).toBe(DUE + 90 * MINUTE);
    world.now = DUE + 90 * MINUTE;
    await askDueDaily();
    expect(await db.jobs.get(dailyJobId(DAY))).toMatchObject({ state: 'waiting' });
    expect(world.run).toHaveBeenCalledTimes(2);
  });

  test('is left to the reader after it failed for good, or was stopped', async () => {
    await askDueDaily();
    await endDay({ state: 'failed', error: 'storage-full' });
    world.now = DUE + 2 * 60 * MINUTE;
    await askDueDaily();
    expect(await db.jobs.get(dailyJobId(DAY))).toMatchObject({ state: 'failed' });
    await db.jobs.put(sampleDailyJob());
    await cancelJob(dailyJobId(DAY), world.now);
    await askDueDaily();
    expect(await db.jobs.get(dailyJobId(DAY))).toMatchObject({ state: 'cancelled' });
  });

  test('waits while another is being made', async () => {
    await db.jobs.put(sampleDailyJob({ id: dailyJobId('2026-11-18'), state: 'running' }));
    await askDueDaily();
    expect(await dailyJobs()).toEqual([dailyJobId('2026-11-18')]);
  });
});

describe('the button and the notice', () => {
  test('say how far it is, that it is ready, and nothing once the popup has shown it', async () => {
    await askDueDaily();
    await askDueDaily();
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '…' });
    await takeDaily(sampleMade(), DUE);
    await endDay({ state: 'done' });
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '1' });
    await seeDaily();
    await askDueDaily();
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '' });
  });

  test('mark a failure until the popup has shown it', async () => {
    await askDueDaily();
    await endDay({ state: 'failed', error: 'storage-full' });
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '!' });
    expect(await seeDaily()).toBe(true);
    expect(await seeDaily()).toBe(false);
    await askDueDaily();
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '' });
  });

  test('tell the reader once that it is ready, and lead to it', async () => {
    await changeSettings({ dailyNotice: true });
    await askDueDaily();
    await takeDaily(sampleMade(), DUE);
    await endDay({ state: 'done' });
    await askDueDaily();
    expect(notifications.create).toHaveBeenCalledExactlyOnceWith(`daily|${DAY}`, {
      type: 'basic',
      iconUrl: 'extension:/icon/128.png',
      title: '11 月 20 日 周五 · 今天 的日报好了',
      message: '从 2 篇里选了 1 篇。',
    });
    listeners.clicked?.(`daily|${DAY}` as never); // as never: see above
    const report = encodeURIComponent(ownReportId(DAY));
    const url = `extension:/library.html#/report/${DAY}?report=${report}`;
    expect(tabs.create).toHaveBeenCalledExactlyOnceWith({ url });
  });

  test.each([
    ['wants no notice', false, true],
    ['has not allowed one', true, false],
  ])('tell nothing to a reader who %s, then or later', async (_, dailyNotice, isAllowed) => {
    world.isAllowed = isAllowed;
    await changeSettings({ dailyNotice });
    await takeDaily(sampleMade(), DUE);
    await askDueDaily();
    world.isAllowed = true;
    await changeSettings({ dailyNotice: true });
    await askDueDaily();
    expect(notifications.create).not.toHaveBeenCalled();
    expect(tabs.create).not.toHaveBeenCalled();
  });
});
