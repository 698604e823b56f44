import { newSnapshotJob } from '@/core/jobs/job';
import { browser } from '@/messages/webext';
import { startJob } from '@/storage/jobs';
import { nextSnapshot } from '@/storage/snapshots';
import { clock } from './clock';
import { onJobChange, runner } from './job-desk';

const ALARM = 'snapshot';
/** An alarm that was missed rings again. */
const PERIOD_MINUTES = 24 * 60;
const SOONEST_MILLISECONDS = 60_000;
/** A worker that woke for a visit answers it first. */
const AFTER_VISIT_MILLISECONDS = 1_000;

/** Has the week's snapshot written when it is due, and the worker woken for the next one. */
async function askDueSnapshot(): Promise<void> {
  const at = await nextSnapshot();
  if (at === null) return void (await browser.alarms.clear(ALARM));
  const now = clock.now();
  const isDue = at <= now;
  if (isDue) await startJob(newSnapshotJob(now));
  void browser.alarms.create(ALARM, {
    when: Math.max(at, now + SOONEST_MILLISECONDS),
    periodInMinutes: PERIOD_MINUTES,
  });
  if (isDue) await runner.run();
}

const ask = () => void askDueSnapshot().catch((cause: unknown) => console.error('[Daodu] no snapshot', cause));

/** Looks after snapshots: soon after the worker's start, and on the alarm. */
export function listenForSnapshots(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) ask();
  });
  onJobChange((id) => {
    // The next one is planned from when this one was written.
    if (id === newSnapshotJob(0).id) void nextSnapshot().then(planNext, console.error);
  });
  setTimeout(ask, AFTER_VISIT_MILLISECONDS);
}

function planNext(at: number | null): void {
  if (at === null || at <= clock.now()) return;
  void browser.alarms.create(ALARM, { when: at, periodInMinutes: PERIOD_MINUTES });
}
