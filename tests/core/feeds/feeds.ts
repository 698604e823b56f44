import type { Feed, GithubPlace } from '@/core/feeds/feed';
import { defaultRoutes } from '@/core/feeds/routes';

export const PLACE: GithubPlace = {
  owner: 'someone',
  repo: 'daily',
  branches: ['data'],
  path: 'data/{date}_AI_enhanced_Chinese.jsonl',
  pages: null,
};

/** A feed on GitHub that is asked by raw addresses, unless told otherwise. */
export function feedOf(changes: Partial<Feed> = {}): Feed {
  const github = changes.github === undefined ? PLACE : changes.github;
  return {
    id: 'feed',
    name: 'A feed',
    presetId: null,
    template: '',
    github,
    routes: defaultRoutes(github),
    prefix: '',
    usualMinutes: 720,
    weekdaysOnly: false,
    subscribedAt: 0,
    ...changes,
  };
}
