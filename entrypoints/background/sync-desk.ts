import { DavFolder } from '@/core/sync/dav';
import { countRequest, whenDone, whenFailed, whenStarted } from '@/core/sync/schedule';
import { sync } from '@/core/sync/sync';
import { hasOrigin } from '@/messages/permissions';
import { planSyncSoon, SYNC_ALARM, SYNC_SOON_ALARM } from '@/messages/sync-alarm';
import { browser } from '@/messages/webext';
import { breatheThrough } from '@/storage/breathe';
import { changeSyncState, readAccount, readSync, syncStore } from '@/storage/sync';
import { watchEdits } from '@/storage/watch-edits';
import { clock } from './clock';
import { notedFetch } from './noted-fetch';

const PERIOD_MINUTES = 30;
const SOONEST_MILLISECONDS = 60_000;
/** Browsers end a worker that was idle for 30 s; waiting for a server is idling to them. */
const ALIVE_MILLISECONDS = 20_000;

/** Has the worker woken when the next sync is due; none is while syncing is off or waits for the reader. */
async function plan(): Promise<void> {
  const { setup, state } = await readSync();
  if (!setup || state.nextAt === null) return void (await browser.alarms.clear(SYNC_ALARM));
  const when = Math.max(state.nextAt, clock.now() + SOONEST_MILLISECONDS);
  void browser.alarms.create(SYNC_ALARM, { when, periodInMinutes: PERIOD_MINUTES });
}

async function run(): Promise<void> {
  const account = await readAccount();
  if (!account) return;
  await changeSyncState((state) => whenStarted(state, clock.now()));
  await plan(); // so that it is begun again should the worker die
  const alive = setInterval(() => void browser.runtime.getPlatformInfo(), ALIVE_MILLISECONDS);
  const stop = new AbortController();
  const dav = new DavFolder(account, {
    clock,
    signal: stop.signal,
    fetch: notedFetch('sync'),
    mayAsk: hasOrigin,
    async onRequest() {
      const now = await readAccount();
      // The reader has stopped it, or goes on somewhere else.
      if (now?.url !== account.url || now.password !== account.password) stop.abort();
      stop.signal.throwIfAborted();
      await changeSyncState((state) => countRequest(state, clock.now()));
    },
  });
  try {
    await sync({ account, dav, clock, store: syncStore, breatheThrough });
    await changeSyncState((state) => whenDone(state, clock.now()));
  } catch (cause) {
    if (stop.signal.aborted) return;
    console.error('[Daodu] syncing failed', cause);
    await changeSyncState((state) => whenFailed(state, cause, clock.now()));
  } finally {
    clearInterval(alive);
    await plan();
  }
}

let running: Promise<void> | null = null;

/** Syncs, unless it is doing so. */
function syncNow(): Promise<void> {
  running ??= run()
    .catch((cause: unknown) => console.error('[Daodu] syncing failed', cause))
    .finally(() => {
      running = null;
    });
  return running;
}

/** Syncs if it is due, as it is when a reader asks for it. */
export async function askDueSync(): Promise<void> {
  const { setup, state } = await readSync();
  if (setup && state.nextAt !== null && state.nextAt <= clock.now()) await syncNow();
  else await plan();
}

/** Looks after syncing: at the browser's start, on its alarms, and a while after something was changed. */
export function listenForSync(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) void askDueSync();
    if (name === SYNC_SOON_ALARM) void askSoon();
  });
  browser.runtime.onStartup.addListener(() => void askDueSync());
  watchEdits(planSyncSoon);
}

/** What was changed goes out, unless the last try failed: then it goes with the next. */
async function askSoon(): Promise<void> {
  const { setup, state, unsent } = await readSync();
  if (setup && unsent > 0 && state.error === null) await syncNow();
}
