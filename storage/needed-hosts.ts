import { hostsOf } from '@/core/feeds/routes';
import { listFeeds } from './feeds';
import { listModels } from './models';

/** Addresses whose hosts feeds and models need access to. */
export async function readNeededHosts(): Promise<string[]> {
  const [feeds, models] = await Promise.all([listFeeds(), listModels()]);
  return [...feeds.flatMap(({ feed }) => hostsOf(feed)), ...models.map(({ baseUrl }) => baseUrl)];
}
