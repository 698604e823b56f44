import { datesToCheck } from '@/core/feeds/plan';
import { feedJobId } from '@/core/jobs/job';
import { browser } from '@/messages/webext';
import { askForDays, feedDays, keepFeedState, listFeeds } from '@/storage/feeds';
import { clock } from './clock';
import { askForAnnounced } from './announced-desk';
import { onJobChange, planJobs, runner } from './job-desk';

const ALARM = 'feeds';
const SOONEST_MILLISECONDS = 60_000;
/** An alarm that was missed, while the machine slept say, rings again. */
const PERIOD_MINUTES = 60;

/** Has the worker woken when the next feed is due; with no feed there is no alarm. */
async function planFeeds(): Promise<void> {
  const feeds = await listFeeds();
  if (feeds.length === 0) return void (await browser.alarms.clear(ALARM));
  const next = Math.min(...feeds.map(({ state }) => state.nextAt));
  const when = Math.max(next, clock.now() + SOONEST_MILLISECONDS);
  void browser.alarms.create(ALARM, { when, periodInMinutes: PERIOD_MINUTES });
}

let asking: Promise<void> = Promise.resolve();

/** Puts what is due of each feed in the queue, and sees to the next time. */
export function askDueFeeds(): Promise<void> {
  asking = asking.then(askDue).catch((cause: unknown) => console.error('[Daodu] feeds could not be looked up', cause));
  return asking;
}

async function askDue(): Promise<void> {
  const now = clock.now();
  const feeds = await listFeeds();
  const due = feeds.filter(({ state, job }) => job === null && state.nextAt <= now);
  if (due.length > 0) planJobs(now); // before a job is there, so that it is not forgotten should the worker die right behind it
  for (const { feed, state } of due) {
    const dates = datesToCheck(feed, state, await feedDays(feed.id), now);
    if (dates.length > 0) {
      await askForDays({ feedId: feed.id, mode: state.lastDate === null ? 'newest' : 'daily', dates }, now);
    } else {
      await keepFeedState({ ...state, nextAt: now + PERIOD_MINUTES * 60_000 });
    }
  }
  await askForAnnounced(feeds.length > 0);
  await planFeeds();
  if (due.length > 0) await runner.run();
}

/** Looks after feeds: at the browser's start, on the alarm, and when a page wakes the worker. */
export function listenForFeeds(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void askDueFeeds();
  });
  browser.runtime.onStartup.addListener(() => void askDueFeeds());
  onJobChange((id) => {
    if (id.startsWith(feedJobId(''))) planFeeds().catch(console.error);
  });
}
