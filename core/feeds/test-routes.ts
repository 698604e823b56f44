import { AppError, type ErrorCode } from '../errors';
import { isAllowedUrl } from './address';
import { tryAddress } from './ask';
import type { Feed, RouteKind } from './feed';
import { addressesOfRoute } from './routes';
import type { FeedTools } from './watch';

export interface RouteTest {
  kind: RouteKind;
  host: string;
  /** `absent`: it answers, and has none of the days. */
  outcome: 'works' | 'absent' | ErrorCode;
  /** How long the last answer took. */
  milliseconds: number;
}

async function testRoute(
  feed: Feed,
  kind: RouteKind,
  dates: readonly string[],
  tools: FeedTools,
): Promise<RouteTest[]> {
  const result = (host: string, outcome: RouteTest['outcome'], start: number): RouteTest[] => [
    { kind, host, outcome, milliseconds: tools.clock.now() - start },
  ];
  // A route that is off is tested as if it were on.
  const tested = { ...feed, routes: [{ kind, on: true }] };
  let last: RouteTest[] = [];
  for (const address of dates.flatMap((date) => addressesOfRoute(feed, kind, date))) {
    const start = tools.clock.now();
    if (!isAllowedUrl(address.url, tested)) return result(address.host, 'feed-address', start);
    try {
      const isThere = await tryAddress(address, tools);
      last = result(address.host, isThere ? 'works' : 'absent', start);
      if (isThere) return last;
    } catch (error) {
      if (!(error instanceof AppError) || tools.signal?.aborted) throw error;
      return result(address.host, error.code, start);
    }
  }
  return last;
}

/**
 * Asks the routes, all at once, for the newest of some days, and of it no more than its beginning.
 *
 * @param dates newest first; the next is asked for where one is absent.
 * @param all also those that are off.
 * @returns in the feed's order; without routes that have no address, such as an empty prefix.
 */
export async function testRoutes(
  feed: Feed,
  dates: readonly string[],
  tools: FeedTools,
  all = false,
): Promise<RouteTest[]> {
  const routes = feed.routes.filter(({ on }) => on || all);
  return (await Promise.all(routes.map(({ kind }) => testRoute(feed, kind, dates, tools)))).flat();
}
