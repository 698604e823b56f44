import type { Feed, FeedState } from './feed';

/** Of a feed that has not been asked yet. */
export function newFeedState(feed: Feed): FeedState {
  return {
    feedId: feed.id,
    lastSuccessAt: null,
    lastNewAt: null,
    lastDate: null,
    lastHost: null,
    nextAt: feed.subscribedAt,
    error: null,
    failures: 0,
  };
}
