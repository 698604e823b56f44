import { browser } from 'wxt/browser';
import type { JobView } from '@/core/jobs/view';
import { JOB_PORT } from './job-port';

/** How soon a page asks again when the background died: it is woken by that, and goes on with the job. */
const AGAIN_MILLISECONDS = 400;

/**
 * Tells what becomes of the guide that is being written of this page's paper, until it is written, has failed or was stopped.
 *
 * @param onView gets each state, and null when there is nothing to follow any more.
 * @param paperId for our own pages, which may follow any paper; a content script's is that of its page.
 */
export function followJob(
  onView: (job: JobView | null) => void,
  signal: AbortSignal,
  paperId: string | null = null,
): void {
  if (signal.aborted) return;
  const port = browser.runtime.connect({ name: paperId === null ? JOB_PORT : `${JOB_PORT} ${paperId}` });
  let over = false;
  const leave = () => port.disconnect();
  signal.addEventListener('abort', leave, { once: true });
  port.onMessage.addListener((job: JobView | null) => {
    over = job?.state !== 'running' && job?.state !== 'waiting';
    onView(job);
    if (over) leave();
  });
  port.onDisconnect.addListener(() => {
    signal.removeEventListener('abort', leave);
    if (!over) setTimeout(() => followJob(onView, signal, paperId), AGAIN_MILLISECONDS);
  });
}
