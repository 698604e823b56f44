import { browser } from '@/messages/webext';
import { keepIndexed } from '@/storage/search-keeper';

const ALARM = 'search';
/** A worker that woke for a visit answers it first. */
const AFTER_VISIT_MILLISECONDS = 1_500;
/** Browsers end a worker that calls nothing of theirs for half a minute. */
const ALIVE_MILLISECONDS = 20_000;

let alive: ReturnType<typeof setInterval> | undefined;

/** While there is work the worker is kept, and woken again should it die nevertheless. */
function onWork(working: boolean): void {
  clearInterval(alive);
  if (working) {
    alive = setInterval(() => void browser.runtime.getPlatformInfo(), ALIVE_MILLISECONDS);
    void browser.alarms.create(ALARM, { periodInMinutes: 1 });
  } else void browser.alarms.clear(ALARM);
}

/** Brings the search index up to date while the background lives: after imports and feeds, and what was left over. */
export function listenForSearch(): void {
  // An alarm starts the worker, and with it what is below; there is nothing to do in it.
  browser.alarms.onAlarm.addListener(() => undefined);
  setTimeout(() => void keepIndexed({ signal: new AbortController().signal, onWork }), AFTER_VISIT_MILLISECONDS);
}
