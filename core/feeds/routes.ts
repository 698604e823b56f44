import type { Language } from '../settings';
import { routeWords } from '../words/feed-addresses';
import type { Feed, FeedRoute, GithubPlace, RouteKind } from './feed';
import { putDate } from './template';

/** Where one day's file may be asked for. */
export interface RouteAddress {
  kind: RouteKind;
  url: string;
  /** With its port where that is not the usual one. */
  host: string;
  /** Where the address names one. */
  branch: string | null;
  headers?: Record<string, string>;
}

/** Any day shows where a route leads. */
const SOME_DATE = '2026-01-31';
const RAW_HEADERS = { accept: 'application/vnd.github.raw+json' };

const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const toRaw = ({ owner, repo }: GithubPlace, branch: string, path: string): string =>
  `https://raw.githubusercontent.com/${owner}/${repo}/${encode(branch)}/${path}`;

type Place = Pick<RouteAddress, 'url' | 'branch'>;

/** A route's addresses in the order of the branches. */
function placesOf(feed: Feed, kind: RouteKind, date: string): Place[] {
  const alone = (template: string): Place[] => [{ url: putDate(template, date), branch: null }];
  if (kind === 'own') return feed.template === '' ? [] : alone(feed.template);
  const { github, prefix } = feed;
  if (!github) return [];
  const { owner, repo, branches, pages } = github;
  if (kind === 'pages') return pages === null ? [] : alone(pages);
  const path = encode(putDate(github.path, date));
  const each = (toUrl: (branch: string) => string): Place[] =>
    branches.map((branch) => ({ url: toUrl(branch), branch }));
  switch (kind) {
    case 'raw':
      return each((branch) => toRaw(github, branch, path));
    case 'api':
      return each(
        (branch) => `https://api.github.com/repos/${owner}/${repo}/contents/${path}?ref=${encodeURIComponent(branch)}`,
      );
    case 'jsdelivr':
      return each((branch) => `https://cdn.jsdelivr.net/gh/${owner}/${repo}@${encode(branch)}/${path}`);
    case 'prefix':
      return prefix === '' ? [] : each((branch) => prefix + toRaw(github, branch, path));
  }
}

/** The addresses of one route, whether it is on or off. */
export function addressesOfRoute(feed: Feed, kind: RouteKind, date: string): RouteAddress[] {
  return placesOf(feed, kind, date)
    .filter(({ url }) => URL.canParse(url))
    .map((place) => ({
      kind,
      ...place,
      host: new URL(place.url).host,
      ...(kind === 'api' && { headers: RAW_HEADERS }),
    }));
}

/** Where a day's file may be asked for, in the order in which to ask: by route, and within it by branch. */
export function addressesOf(feed: Feed, date: string): RouteAddress[] {
  return feed.routes.filter(({ on }) => on).flatMap(({ kind }) => addressesOfRoute(feed, kind, date));
}

/** The origins of the routes that are on, each once: what the browser must allow. */
export function hostsOf(feed: Feed): string[] {
  return [...new Set(addressesOf(feed, SOME_DATE).map(({ url }) => new URL(url).origin))];
}

/**
 * The routes a new feed begins with: raw addresses alone, as every other route asks one more host; a feed that is not on GitHub
 * has only its own.
 */
export function defaultRoutes(github: GithubPlace | null): FeedRoute[] {
  if (!github) return [{ kind: 'own', on: true }];
  const kinds: RouteKind[] = ['raw', 'api', ...(github.pages === null ? [] : ['pages' as const]), 'jsdelivr', 'prefix'];
  return kinds.map((kind) => ({ kind, on: kind === 'raw' }));
}

/** A route as the reader knows it. */
export function routeName(kind: RouteKind, language: Language): string {
  return routeWords[language][kind];
}
