/** Longer than this and a page misses frames. */
const WORK_MS = 16;

let workingSince = 0;

interface Scheduler {
  yield?: () => Promise<void>;
}

/**
 * Lets the page draw and answer before work goes on. A timer would wait for four milliseconds each time, and for a second where
 * the page is out of sight.
 *
 * A worker draws nothing, and there what `yield` continues goes before every message that waits: an arXiv page was answered
 * only after all of a day had been prepared (Chromium 156, a day of 10,000 papers: 14 s instead of 0.4).
 */
function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler }; // as: absent in older browsers
  const isPage = 'document' in globalThis;
  return (isPage ? scheduler?.yield?.() : undefined) ?? new Promise((resolve) => setTimeout(resolve));
}

/** Called often between steps of long work, gives the page its turn whenever the work has had a frame's time. */
export async function breathe(): Promise<void> {
  if (performance.now() - workingSince < WORK_MS) return;
  await nextTask();
  workingSince = performance.now();
}
