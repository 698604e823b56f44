import { type RssFeed, type RssItem, parseRss, rssUrl } from '../arxiv/rss';
import { AppError } from '../errors';
import { type ArxivTools, type DayQuery, askKept, findKept } from './kept-answer';

/** What RSS has of a day; as of `DayEntries`. `isWhole` is false where even one category's feed was full. */
export type DayItems =
  | { kind: 'there'; items: RssItem[]; isWhole: boolean }
  | { kind: 'not-yet'; at: number }
  | { kind: 'gone'; newest: string };

interface DatedFeed extends RssFeed {
  date: string;
}

/** A feed ends here, whatever was announced. */
const MOST_ITEMS = 2_000;

function readFeed(text: string): DatedFeed {
  const feed = parseRss(text);
  const { date } = feed;
  if (date === null) throw new AppError('arxiv-answer', 'arXiv’s feed names no day');
  return { ...feed, date };
}

/**
 * Asks RSS for the papers of a day, all categories in one request, or in two of half as many where one answer cannot hold them.
 *
 * @param newest the day that RSS should have reached; the same day or a later one.
 */
export async function askDayFeed(
  date: string,
  categories: readonly string[],
  newest: string,
  tools: ArxivTools,
): Promise<DayItems> {
  const query: DayQuery<DatedFeed> = {
    date,
    url: rssUrl(categories.toSorted()),
    kind: 'api',
    read: readFeed,
    dayOf: (feed) => feed.date,
  };
  // A feed that is known to have gone on need not be asked for an older day.
  const later = newest > date ? await findKept({ ...query, date: newest }, tools.cache) : null;
  const { value, againAt } = later ? { value: later, againAt: null } : await askKept(query, tools);
  if (value.date < date) return { kind: 'not-yet', at: againAt ?? 0 };
  if (value.date > date) return { kind: 'gone', newest: value.date };
  const isWhole = value.items.length + value.skipped.length < MOST_ITEMS;
  if (isWhole || categories.length === 1) return { kind: 'there', items: value.items, isWhole };
  const middle = Math.ceil(categories.length / 2);
  const halves: { items: RssItem[]; isWhole: boolean }[] = [];
  for (const half of [categories.slice(0, middle), categories.slice(middle)]) {
    const found = await askDayFeed(date, half, newest, tools);
    if (found.kind !== 'there') return found;
    halves.push(found);
  }
  return {
    kind: 'there',
    items: halves.flatMap(({ items }) => items),
    isWhole: halves.every((half) => half.isWhole),
  };
}
