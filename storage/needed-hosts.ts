import type { HostUse } from '@/core/host-uses';
import { hostsOf } from '@/core/feeds/routes';
import { listFeeds } from './feeds';
import { listModels } from './models';

const hostOf = (url: string) => new URL(url).hostname;

/** What the reader's feeds and models ask, by whose names. */
export async function readHostUses(): Promise<HostUse[]> {
  const [feeds, models] = await Promise.all([listFeeds(), listModels()]);
  return [
    ...models.map(({ baseUrl, name }) => ({ host: hostOf(baseUrl), kind: 'model' as const, name })),
    ...feeds.flatMap(({ feed }) =>
      hostsOf(feed).map((url) => ({ host: hostOf(url), kind: 'feed' as const, name: feed.name })),
    ),
  ];
}

/** Addresses whose hosts feeds and models need access to. */
export async function readNeededHosts(): Promise<string[]> {
  const [feeds, models] = await Promise.all([listFeeds(), listModels()]);
  return [...feeds.flatMap(({ feed }) => hostsOf(feed)), ...models.map(({ baseUrl }) => baseUrl)];
}
