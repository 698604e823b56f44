import type { ErrorCode } from '../errors';

/**
 * The ways to a day's file: `raw` raw.githubusercontent.com, `api` GitHub's contents API, `pages` github.io, `jsdelivr`
 * cdn.jsdelivr.net, `prefix` the reader's own prefix before the raw address, `own` the feed's template itself.
 */
export type RouteKind = 'raw' | 'api' | 'pages' | 'jsdelivr' | 'prefix' | 'own';

/** A feed's day files in a repository on GitHub. */
export interface GithubPlace {
  owner: string;
  repo: string;
  /** Tried in this order. */
  branches: string[];
  /** Inside the repository, with `{date}`, unencoded. */
  path: string;
  /** The address of the same file on github.io, with `{date}`; null: not published there. */
  pages: string | null;
}

export interface FeedRoute {
  kind: RouteKind;
  on: boolean;
}

export interface Feed {
  id: string;
  name: string;
  presetId: string | null;
  /** The address with `{date}`, as the reader typed it (route `own`); '' where only GitHub's routes exist. */
  template: string;
  github: GithubPlace | null;
  /** In the reader's order; those that are off are not asked. */
  routes: FeedRoute[];
  /** What the reader puts before raw addresses (route `prefix`); '' for none. */
  prefix: string;
  /** Minutes after midnight in Beijing from which the day's file is usually there. */
  usualMinutes: number;
  weekdaysOnly: boolean;
  /** Epoch milliseconds. */
  subscribedAt: number;
}

/** How a feed fares; times are epoch milliseconds. */
export interface FeedState {
  feedId: string;
  /** When a day was last asked for and an answer came, whatever it was. */
  lastSuccessAt: number | null;
  /** When a new or a changed file last came in; null before any did, left out where that was not noted yet. */
  lastNewAt?: number | null;
  /** The newest day that was fetched, YYYY-MM-DD. */
  lastDate: string | null;
  /** Where it came from. */
  lastHost: string | null;
  nextAt: number;
  error: { code: ErrorCode; host: string; at: number } | null;
  /** Failed checks since the last that succeeded. */
  failures: number;
}

/** The key by which a day of a feed is kept. */
export function feedDayKey(feedId: string, date: string): string {
  return `${feedId}|${date}`;
}

/** What is known of one day of one feed. */
export interface FeedDay {
  /** `feedDayKey` of the two that follow. */
  key: string;
  feedId: string;
  /** YYYY-MM-DD */
  date: string;
  /** `bad`: it was fetched and could not be read. */
  state: 'there' | 'absent' | 'bad';
  /** Where it was fetched: `etag` and `lastModified` hold for this address alone. */
  url: string | null;
  etag: string | null;
  lastModified: string | null;
  /** Epoch milliseconds. */
  checkedAt: number;
  reportId: string | null;
  error: ErrorCode | null;
  papers: number;
  analyses: number;
}
