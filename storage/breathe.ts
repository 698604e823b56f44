/** Longer than this and a page misses frames. */
const WORK_MS = 16;

let workingSince = 0;

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Lets the page draw and answer before work goes on. A timer would wait for four milliseconds each time. */
function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler }; // as: absent where there is no page, and in older browsers
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** Called often between steps of long work, gives the page its turn whenever the work has had a frame's time. */
export async function breathe(): Promise<void> {
  if (performance.now() - workingSince < WORK_MS) return;
  await nextTask();
  workingSince = performance.now();
}
