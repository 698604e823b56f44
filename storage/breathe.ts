import type { Steps } from '@/core/steps';

/** Longer than this and a page misses frames. */
const WORK_MS = 16;
/** In a worker the database's answers wait, and with each of them the next question. */
const WORKER_WORK_MS = 4;

let workingSince = 0;

interface Scheduler {
  yield?: () => Promise<void>;
}

const hasPage = () => 'document' in globalThis;

/**
 * Lets others have their turn before work goes on. A timer would wait for four milliseconds each time. A page draws and answers
 * before a yield comes back; in a worker a yield comes back before messages and the database's answers (an arXiv page was answered
 * only after all of a day of 10,000 papers had been prepared: Chromium 156), and a message behind them.
 */
function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler }; // as: absent where there is no page, and in older browsers
  if (hasPage() && scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Called often between steps of long work, gives others their turn whenever the work has had its time. */
export async function breathe(): Promise<void> {
  if (performance.now() - workingSince < (hasPage() ? WORK_MS : WORKER_WORK_MS)) return;
  await nextTask();
  workingSince = performance.now();
}

/** Does long work with breaths between its steps. What `signal` is aborted with ends it. */
export async function breatheThrough<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    signal?.throwIfAborted();
    await breathe();
  }
}
