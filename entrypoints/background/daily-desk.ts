import { isOpen } from '@/storage/jobs';
import { dailyJobId } from '@/core/jobs/job';
import { browser } from '@/messages/webext';
import { drawJitter, noteTry, readDaily, readDailyInput, startDaily } from '@/storage/daily';
import { clock } from './clock';
import { listenForNotices, showBadge, showNotice } from './daily-signs';
import { onJobChange, planJobs, runner } from './job-desk';

const ALARM = 'daily';
const SOONEST_MILLISECONDS = 60_000;
/** An alarm that was missed, while the machine slept say, rings again. */
const PERIOD_MINUTES = 60;

/** Begins the day's report if its time has come, and has the worker woken when the next one's comes. */
async function askDue(): Promise<void> {
  const now = clock.now();
  await drawJitter(Math.random);
  const look = await readDaily(now);
  showBadge(look);
  await showNotice(look.state);
  const { job, next } = look;
  if (!next) return void (await browser.alarms.clear(ALARM));
  if (job && isOpen(job)) return; // it ends, and then this is asked again
  if (next.at > now) {
    const when = Math.max(next.at, now + SOONEST_MILLISECONDS);
    return void browser.alarms.create(ALARM, { when, periodInMinutes: PERIOD_MINUTES });
  }
  planJobs(now); // before the job is there, so that it is not forgotten should the worker die right behind it
  void browser.alarms.create(ALARM, { when: now + PERIOD_MINUTES * 60_000, periodInMinutes: PERIOD_MINUTES });
  await noteTry(now);
  await startDaily(await readDailyInput(next.date), now);
  await runner.run();
}

let asking: Promise<void> = Promise.resolve();

/** Looks whether a day's report is due; one look after the other, so that a day is begun once. */
export function askDueDaily(): Promise<void> {
  asking = asking
    .then(askDue)
    .catch((cause: unknown) => console.error('[Daodu] the day could not be looked up', cause));
  return asking;
}

/** Looks after the day's report: at the browser's start, on the alarm, when a page wakes the worker, and when its job changes. */
export function listenForDaily(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void askDueDaily();
  });
  browser.runtime.onStartup.addListener(() => void askDueDaily());
  browser.runtime.onInstalled.addListener(() => void askDueDaily());
  onJobChange((id) => {
    if (id.startsWith(dailyJobId(''))) void askDueDaily();
  });
  listenForNotices();
}
