import { AppError, type ErrorCode } from '../errors';
import { isAllowedUrl } from './address';
import { type Answer, askAddress, type KnownFile } from './ask';
import type { Feed, RouteKind } from './feed';
import { addressesOf, type RouteAddress } from './routes';
import type { FeedTools } from './watch';

export type FetchedDay =
  | {
      kind: 'there';
      bytes: Uint8Array;
      url: string;
      /** Where it came from, with its port where that is not the usual one. */
      host: string;
      route: RouteKind;
      etag: string | null;
      lastModified: string | null;
    }
  | { kind: 'unchanged'; host: string; route: RouteKind }
  | { kind: 'absent'; host: string };

/** Routes that see a repository as it is; the others see a copy, which may be behind or never have been made. */
const IS_SURE: Record<RouteKind, boolean> = {
  raw: true,
  api: true,
  own: true,
  pages: false,
  jsdelivr: false,
  prefix: false,
};
/** Which failure the reader should hear of when every route has failed: first what only the reader can mend. */
const TELLING: ErrorCode[] = [
  'feed-moved',
  'feed-permission',
  'feed-refused',
  'feed-page',
  'feed-busy',
  'feed-failed',
  'feed-cut',
  'feed-offline',
  'feed-repository',
];

type Given = { address: RouteAddress; answer: Answer };

/** Asks one route, branch by branch. @throws as `askAddress` does; a host that fails is not asked for its other branches. */
async function askRoute(addresses: RouteAddress[], known: KnownFile | null, tools: FeedTools): Promise<Given | null> {
  let last: Given | null = null;
  for (const address of addresses) {
    last = { address, answer: await askAddress(address, known, tools) };
    if (last.answer.kind !== 'absent') break;
  }
  return last;
}

/** Every route has failed. How long to wait is the longest that any of them asked for. */
function toTell(failures: readonly AppError[]): AppError {
  const told = failures.toSorted((one, other) => TELLING.indexOf(one.code) - TELLING.indexOf(other.code))[0];
  if (!told) return new AppError('feed-address', 'no route can be asked');
  const waits = failures.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  return new AppError(told.code, told.message, {
    cause: told,
    host: told.host,
    retryAfterSeconds: waits.length === 0 ? null : Math.max(...waits),
  });
}

function toFetched({ address: { url, host, kind: route }, answer }: Given): FetchedDay {
  switch (answer.kind) {
    case 'there':
      return { ...answer, url, host, route };
    case 'unchanged':
      return { kind: 'unchanged', host, route };
    case 'absent':
      return { kind: 'absent', host };
  }
}

/**
 * Fetches one day's file by the first of the feed's routes that has it. A route that fails makes room for the next; one that
 * has no such file does too, unless it must know.
 *
 * @param known what was fetched before of this day: an unchanged file need not travel again.
 * @throws AppError with the host of the route that mattered, when no route has answered; the signal's reason when it was
 *   aborted.
 */
export async function fetchDay(
  feed: Feed,
  date: string,
  known: KnownFile | null,
  tools: FeedTools,
): Promise<FetchedDay> {
  const addresses = addressesOf(feed, date).filter(({ url }) => isAllowedUrl(url, feed));
  const failures: AppError[] = [];
  let absent: Given | null = null;
  for (const kind of new Set(addresses.map((address) => address.kind))) {
    try {
      const given = await askRoute(
        addresses.filter((address) => address.kind === kind),
        known,
        tools,
      );
      if (given && (given.answer.kind !== 'absent' || IS_SURE[kind])) return toFetched(given);
      absent ??= given;
    } catch (error) {
      // The same file is as large everywhere, and what is no failure of the route is not for the next to mend.
      if (!(error instanceof AppError) || error.code === 'too-large' || tools.signal?.aborted) throw error;
      failures.push(error);
    }
  }
  if (absent) return toFetched(absent);
  throw toTell(failures);
}
