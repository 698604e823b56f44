import { hostsOf } from '@/core/feeds/routes';
import { listFeeds } from './feeds';
import { listModels } from './models';
import { readSync } from './sync';

/** Addresses whose hosts feeds, models and syncing need access to. */
export async function readNeededHosts(): Promise<string[]> {
  const [feeds, models, { setup }] = await Promise.all([listFeeds(), listModels(), readSync()]);
  return [
    ...feeds.flatMap(({ feed }) => hostsOf(feed)),
    ...models.map(({ baseUrl }) => baseUrl),
    ...(setup ? [setup.url] : []),
  ];
}
