import type { HostUse } from '@/core/host-uses';
import { hostsOf } from '@/core/feeds/routes';
import { listFeeds } from './feeds';
import { listModels } from './models';
import { readSync } from './sync';

const hostOf = (url: string) => new URL(url).hostname;

/** What the reader's feeds, models and syncing ask, by whose names. */
export async function readHostUses(): Promise<HostUse[]> {
  const [feeds, models, { setup }] = await Promise.all([listFeeds(), listModels(), readSync()]);
  return [
    ...(setup ? [{ host: hostOf(setup.url), kind: 'sync' as const, name: setup.user }] : []),
    ...models.map(({ baseUrl, name }) => ({ host: hostOf(baseUrl), kind: 'model' as const, name })),
    ...feeds.flatMap(({ feed }) =>
      hostsOf(feed).map((url) => ({ host: hostOf(url), kind: 'feed' as const, name: feed.name })),
    ),
  ];
}

/** Addresses whose hosts feeds, models and syncing need access to. */
export async function readNeededHosts(): Promise<string[]> {
  const [feeds, models, { setup }] = await Promise.all([listFeeds(), listModels(), readSync()]);
  return [
    ...feeds.flatMap(({ feed }) => hostsOf(feed)),
    ...models.map(({ baseUrl }) => baseUrl),
    ...(setup ? [setup.url] : []),
  ];
}
