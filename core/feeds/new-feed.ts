import { cleanText } from '../render/allowed';
import { fingerprint } from '../report/hash';
import type { CheckedTemplate } from './address';
import type { Feed, RouteKind } from './feed';
import { defaultRoutes } from './routes';

/** Eight in the morning: nobody knows when a file that the reader brings usually appears. */
export const EARLY_MINUTES = 8 * 60;
const MOST_CHARACTERS = 200;

/** Where a feed's files lie, whichever way they are fetched: two feeds of the same are one. GitHub's names know no case. */
export function sourceOf({ template, github }: Pick<Feed, 'template' | 'github'>): string {
  return github ? `${github.owner}/${github.repo}`.toLowerCase() + `/${github.path}` : template;
}

/**
 * A name as it is kept: '' where nothing was typed. It stands amid sentences, in exports and beside other names, so it turns
 * the direction of none of them.
 */
export function toFeedName(typed: string): string {
  const name = cleanText(typed).replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
  return name.replace(/[\uD800-\uDBFF]$/, ''); // half of a sign that was cut in two
}

/**
 * The feed of an address that the reader typed; subscribed to again it is the same one.
 *
 * @param typed its name; may be ''.
 * @param usualMinutes when its files are usually there, in minutes after midnight in Beijing.
 */
export function newFeed(checked: CheckedTemplate, typed: string, usualMinutes = EARLY_MINUTES): Feed {
  const { template, github } = checked;
  const usualName = github ? `${github.owner}/${github.repo}` : new URL(template).host;
  return {
    id: `own-${fingerprint(sourceOf(checked))}`,
    name: toFeedName(typed) || usualName,
    presetId: null,
    template,
    github,
    routes: defaultRoutes(github),
    prefix: '',
    usualMinutes,
    weekdaysOnly: false,
    subscribedAt: 0,
  };
}

/** A feed with one route on or off. */
export function withRoute(feed: Feed, kind: RouteKind, on: boolean): Feed {
  return { ...feed, routes: feed.routes.map((route) => (route.kind === kind ? { kind, on } : route)) };
}

/** A feed with one route moved up (-1) or down (1); the ends stay. */
export function withRouteMoved(feed: Feed, kind: RouteKind, by: -1 | 1): Feed {
  const from = feed.routes.findIndex((route) => route.kind === kind);
  const [route, other] = [feed.routes[from], feed.routes[from + by]];
  if (!route || !other) return feed;
  return { ...feed, routes: feed.routes.with(from, other).with(from + by, route) };
}

/** A feed with another prefix; without one the route by it is off. */
export function withPrefix(feed: Feed, prefix: string): Feed {
  return prefix === '' ? { ...withRoute(feed, 'prefix', false), prefix } : { ...feed, prefix };
}
