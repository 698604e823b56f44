import type { FetchedDay } from '@/core/feeds/fetch-day';
import { fetchDay } from '@/core/feeds/fetch-day';
import type { Feed } from '@/core/feeds/feed';
import type { FeedTools } from '@/core/feeds/watch';
import { hasOrigin } from '@/messages/permissions';
import { clock } from '../background/clock';
import { notedFetch } from '../background/noted-fetch';

/** What asking a feed takes, in a page. */
export function feedTools(signal: AbortSignal): FeedTools {
  return { fetch: notedFetch('feed'), clock, signal, mayAsk: hasOrigin };
}

/** The first of some days that is there; null when none is. @throws as `fetchDay` does. */
export async function findDay(
  feed: Feed,
  dates: readonly string[],
  signal: AbortSignal,
  onDate: (date: string) => void,
): Promise<{ date: string; fetched: Extract<FetchedDay, { kind: 'there' }> } | null> {
  for (const date of dates) {
    onDate(date);
    const fetched = await fetchDay(feed, date, null, feedTools(signal));
    signal.throwIfAborted();
    if (fetched.kind === 'there') return { date, fetched };
  }
  return null;
}
