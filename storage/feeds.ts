import type { Feed, FeedDay, FeedState } from '@/core/feeds/feed';
import { newFeedState } from '@/core/feeds/new-state';
import { type FeedInput, type FeedJob, feedJobId, newFeedJob } from '@/core/jobs/job';
import { db } from './db';
import { guarded } from './guard';
import { isOpen, startJob } from './jobs';

/** A feed with how it is doing and what is being asked for; `job` null when nothing is. */
export interface FeedView {
  feed: Feed;
  state: FeedState;
  job: FeedJob | null;
}

function toView(feed: Feed, state: FeedState | undefined, job: unknown): FeedView {
  const known = job as FeedJob | undefined; // as: the id names the kind
  return { feed, state: state ?? newFeedState(feed), job: known && isOpen(known) ? known : null };
}

/** All feeds, in the order in which they were subscribed to. */
export function listFeeds(): Promise<FeedView[]> {
  return guarded(async () => {
    const feeds = (await db.feeds.toArray()).toSorted((one, other) => one.subscribedAt - other.subscribedAt);
    const [states, jobs] = await Promise.all([
      db.feedStates.bulkGet(feeds.map(({ id }) => id)),
      db.jobs.bulkGet(feeds.map(({ id }) => feedJobId(id))),
    ]);
    return feeds.map((feed, index) => toView(feed, states[index], jobs[index]));
  });
}

/** A feed; null when it is not subscribed to. */
export function readFeed(id: string): Promise<FeedView | null> {
  return guarded(async () => {
    const [feed, state, job] = await Promise.all([db.feeds.get(id), db.feedStates.get(id), db.jobs.get(feedJobId(id))]);
    return feed ? toView(feed, state, job) : null;
  });
}

/** Subscribes to a feed, or changes one. */
export function saveFeed(feed: Feed): Promise<void> {
  return guarded(async () => void (await db.feeds.put(feed)));
}

/** Changes a feed and when it is asked next, unless it was given up meanwhile. */
export function changeFeed(feed: Feed, { nextAt }: Pick<FeedState, 'nextAt'>): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.feeds, db.feedStates, async () => {
      if (!(await db.feeds.get(feed.id))) return;
      await db.feeds.put(feed);
      await db.feedStates.update(feed.id, { nextAt });
    }),
  );
}

/** Ends a subscription. What came in by it stays in the library. */
export function removeFeed(id: string): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.feeds, db.feedStates, db.feedDays, db.jobs, async () => {
      await db.feeds.delete(id);
      await db.feedStates.delete(id);
      await db.feedDays.where('feedId').equals(id).delete();
      await db.jobs.delete(feedJobId(id));
    }),
  );
}

/** The days of a feed that were asked for, newest first. */
export function feedDays(id: string): Promise<FeedDay[]> {
  return guarded(async () => {
    const days = await db.feedDays.where('feedId').equals(id).toArray();
    return days.toSorted((one, other) => other.date.localeCompare(one.date));
  });
}

export function readFeedDay(key: string): Promise<FeedDay | null> {
  return guarded(async () => (await db.feedDays.get(key)) ?? null);
}

/** Keeps what was learned of a day, unless the feed was given up meanwhile. */
export function keepFeedDay(day: FeedDay): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.feeds, db.feedDays, async () => {
      if (await db.feeds.get(day.feedId)) await db.feedDays.put(day);
    }),
  );
}

/** Keeps how a feed is doing, unless it was given up meanwhile. */
export function keepFeedState(state: FeedState): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.feeds, db.feedStates, async () => {
      if (await db.feeds.get(state.feedId)) await db.feedStates.put(state);
    }),
  );
}

/** Puts days of a feed in the queue; those that are being asked for already are left as they are. */
export function askForDays(input: FeedInput, now: number): Promise<FeedJob> {
  return startJob(newFeedJob(input, now));
}
