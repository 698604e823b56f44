import type { HostUse } from '@/core/host-uses';
import { hostsOf } from '@/core/feeds/routes';
import { ZOTERO_ORIGIN } from '@/core/zotero/connector';
import { listFeeds } from './feeds';
import { listModels } from './models';
import { hasSent } from './sends';
import { readSync } from './sync';

const hostOf = (url: string) => new URL(url).hostname;

/** What the reader's feeds, models, syncing and Zotero are asked at, by whose names. */
export async function readHostUses(): Promise<HostUse[]> {
  const [feeds, models, { setup }, isZotero] = await Promise.all([listFeeds(), listModels(), readSync(), hasSent()]);
  return [
    ...(setup ? [{ host: hostOf(setup.url), kind: 'sync' as const, name: setup.user }] : []),
    ...(isZotero ? [{ host: hostOf(ZOTERO_ORIGIN), kind: 'zotero' as const, name: 'Zotero' }] : []),
    ...models.map(({ baseUrl, name }) => ({ host: hostOf(baseUrl), kind: 'model' as const, name })),
    ...feeds.flatMap(({ feed }) =>
      hostsOf(feed).map((url) => ({ host: hostOf(url), kind: 'feed' as const, name: feed.name })),
    ),
  ];
}

/** Addresses whose hosts feeds, models, syncing and Zotero need access to. */
export async function readNeededHosts(): Promise<string[]> {
  const [feeds, models, { setup }, isZotero] = await Promise.all([listFeeds(), listModels(), readSync(), hasSent()]);
  return [
    ...feeds.flatMap(({ feed }) => hostsOf(feed)),
    ...models.map(({ baseUrl }) => baseUrl),
    ...(setup ? [setup.url] : []),
    ...(isZotero ? [ZOTERO_ORIGIN] : []),
  ];
}
