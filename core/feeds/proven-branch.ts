import { type Feed, type FeedDay, feedDayKey, type FeedState } from './feed';
import { addressesOfRoute } from './routes';

/** A branch that was there so lately is there; over a weekend and a holiday nobody looks. */
const PROVEN_MILLISECONDS = 4 * 24 * 3_600_000;

/**
 * The branch that is known to be there, since the newest day was found on it some days ago at most, at GitHub itself: a file that it
 * has not is missing then, not the branch or the repository. Null where that is not known.
 *
 * @param now epoch milliseconds.
 */
export async function findProvenBranch(
  feed: Feed,
  { lastDate }: FeedState,
  readDay: (key: string) => Promise<FeedDay | null>,
  now: number,
): Promise<string | null> {
  if (lastDate === null) return null;
  const day = await readDay(feedDayKey(feed.id, lastDate));
  if (day?.state !== 'there' || Math.abs(now - day.checkedAt) > PROVEN_MILLISECONDS) return null;
  const addresses = [...addressesOfRoute(feed, 'raw', lastDate), ...addressesOfRoute(feed, 'api', lastDate)];
  return addresses.find(({ url }) => url === day.url)?.branch ?? null;
}
