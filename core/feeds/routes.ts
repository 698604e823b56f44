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
  headers?: Record<string, string>;
}

/** Any day shows where a route leads. */
const SOME_DATE = '2026-01-31';
const RAW_HEADERS = { accept: 'application/vnd.github.raw+json' };

const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const toRaw = ({ owner, repo }: GithubPlace, branch: string, path: string): string =>
  `https://raw.githubusercontent.com/${owner}/${repo}/${encode(branch)}/${path}`;

/** A route's addresses in the order of the branches. */
function urlsOf(feed: Feed, kind: RouteKind, date: string): string[] {
  if (kind === 'own') return feed.template === '' ? [] : [putDate(feed.template, date)];
  const { github, prefix } = feed;
  if (!github) return [];
  const { owner, repo, branches, pages } = github;
  if (kind === 'pages') return pages === null ? [] : [putDate(pages, date)];
  const path = encode(putDate(github.path, date));
  switch (kind) {
    case 'raw':
      return branches.map((branch) => toRaw(github, branch, path));
    case 'api':
      return branches.map(
        (branch) => `https://api.github.com/repos/${owner}/${repo}/contents/${path}?ref=${encodeURIComponent(branch)}`,
      );
    case 'jsdelivr':
      return branches.map((branch) => `https://cdn.jsdelivr.net/gh/${owner}/${repo}@${encode(branch)}/${path}`);
    case 'prefix':
      return prefix === '' ? [] : branches.map((branch) => prefix + toRaw(github, branch, path));
  }
}

/** The addresses of one route, whether it is on or off. */
export function addressesOfRoute(feed: Feed, kind: RouteKind, date: string): RouteAddress[] {
  return urlsOf(feed, kind, date)
    .filter((url) => URL.canParse(url))
    .map((url) => ({ kind, url, host: new URL(url).host, ...(kind === 'api' && { headers: RAW_HEADERS }) }));
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
