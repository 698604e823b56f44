import type { ShownFeed } from '@/components/feeds/shown-feed';
import { feedDayKey } from '@/core/feeds/feed';
import { type FeedView, listFeeds, readFeedDay } from '@/storage/feeds';

async function toShown(view: FeedView): Promise<ShownFeed> {
  const { feedId, lastDate } = view.state;
  return { ...view, last: lastDate === null ? null : await readFeedDay(feedDayKey(feedId, lastDate)) };
}

/** All feeds with what their newest days brought, in the order in which they were subscribed to. */
export async function readFeeds(): Promise<ShownFeed[]> {
  return Promise.all((await listFeeds()).map(toShown));
}

/** How many feeds could not be fetched when they were last asked. */
export async function countFeedTroubles(): Promise<number> {
  return (await listFeeds()).filter(({ state }) => state.error !== null).length;
}
