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

/**
 * Whether a route that has no file knows that there is none. GitHub does where the branch is known to be there: it answers a missing
 * file, branch and repository alike. A copy never does: it may be behind, or never have been made.
 */
const CERTAINTY: Record<RouteKind, 'always' | 'of-branch' | 'never'> = {
  raw: 'of-branch',
  api: 'of-branch',
  own: 'always',
  pages: 'never',
  jsdelivr: 'never',
  prefix: 'never',
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
 * @param proven the branch that is known to be there, of which is asked first; see `findProvenBranch`.
 * @throws AppError with the host of the route that mattered, when no route has answered; the signal's reason when it was
 *   aborted.
 */
export async function fetchDay(
  feed: Feed,
  date: string,
  known: KnownFile | null,
  tools: FeedTools,
  proven: string | null = null,
): Promise<FetchedDay> {
  const addresses = addressesOf(feed, date).filter(({ url }) => isAllowedUrl(url, feed));
  const isProven = ({ branch }: RouteAddress) => proven !== null && branch === proven;
  const failures: AppError[] = [];
  let absent: Given | null = null;
  for (const kind of new Set(addresses.map((address) => address.kind))) {
    const own = addresses.filter((address) => address.kind === kind);
    const ordered = own.toSorted((one, other) => Number(isProven(other)) - Number(isProven(one)));
    const isCertain = CERTAINTY[kind] === 'always' || (CERTAINTY[kind] === 'of-branch' && own.some(isProven));
    try {
      const given = await askRoute(ordered, known, tools);
      if (given && (given.answer.kind !== 'absent' || isCertain)) return toFetched(given);
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
