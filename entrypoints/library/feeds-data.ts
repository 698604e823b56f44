import type { ShownFeed } from '@/components/feeds/shown-feed';
import type { FeedDay } from '@/core/feeds/feed';
import { feedDays, type FeedView, listFeeds } from '@/storage/feeds';

/** A feed as it is shown, with what its newest day brought. `days` newest first. */
export function toShownFeed(view: FeedView, days: readonly FeedDay[]): ShownFeed {
  return { ...view, last: days.find(({ state }) => state === 'there') ?? null };
}

export async function readFeeds(): Promise<ShownFeed[]> {
  const views = await listFeeds();
  const days = await Promise.all(views.map(({ feed }) => feedDays(feed.id)));
  return views.map((view, index) => toShownFeed(view, days[index] ?? []));
}

/** How many feeds could not be fetched when they were last asked. */
export async function countFeedTroubles(): Promise<number> {
  return (await listFeeds()).filter(({ state }) => state.error !== null).length;
}
