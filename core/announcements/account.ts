import type { AnnounceType } from '../arxiv/announce-type';
import type { RssItem } from '../arxiv/rss';
import { AppError } from '../errors';
import type { ReportEntry } from '../library/records';
import type { AnnouncedDay } from './announced-day';

type AnnouncedItem = AnnouncedDay['items'][number];

/** What became of a category's papers of a day. */
export interface CategoryAccount {
  category: string;
  /** How many papers arXiv announced; null when that is not known. */
  announced: number | null;
  /** How many of them the feeds have; of an unknown announcement, how many papers of the category they have. */
  covered: number;
  /** How many of the covered have an analysis. */
  analysed: number;
  /** How many of the covered have text in place of an analysis that is none, and no analysis from another feed either. */
  failed: number;
  /** Covered of announced, 0 to 1; null when that is not known, or none was announced. */
  share: number | null;
}

/** What counts as news; papers that were replaced have been news before. */
const NEWS: ReadonlySet<AnnounceType> = new Set(['new', 'cross']);

/** Whether a category is another one, or within that archive. */
function isWithin(category: string, wanted: string): boolean {
  return category === wanted || category.startsWith(`${wanted}.`);
}

function isListed({ categories }: { categories: readonly string[] }, wanted: string): boolean {
  return categories.some((category) => isWithin(category, wanted));
}

function isNews({ announced }: AnnouncedItem): boolean {
  return NEWS.has(announced);
}

/** All that arXiv's feed has of a day in these categories, as far as the account needs it. */
export function toAnnouncedDay(
  date: string,
  feedItems: readonly RssItem[],
  categories: string[],
  fetchedAt: number,
): AnnouncedDay {
  const items = feedItems.map((item) => {
    const { id, version, announced } = item;
    return { id, version, categories: item.categories, announced };
  });
  return { date, categories, fetchedAt, items };
}

/** One paper that two feeds announce: new in one list, it is news whatever it is in the other. */
function mergeItems(one: AnnouncedItem, other: AnnouncedItem): AnnouncedItem {
  const [first, second] = !isNews(one) && isNews(other) ? [other, one] : [one, other];
  const announced = second.announced === 'new' ? 'new' : first.announced;
  const versions = [one.version, other.version].filter((version) => version !== null);
  return {
    ...first,
    announced,
    version: versions.length > 0 ? Math.max(...versions) : null,
    categories: [...new Set([...first.categories, ...second.categories])],
  };
}

/**
 * Two announcements of one day, for different categories, as one.
 *
 * @throws AppError `unknown` when they are of different days.
 */
export function mergeAnnounced(one: AnnouncedDay, other: AnnouncedDay): AnnouncedDay {
  if (one.date !== other.date) throw new AppError('unknown', `announced on ${one.date} and on ${other.date}`);
  const items = new Map<string, AnnouncedItem>();
  for (const item of [...one.items, ...other.items]) {
    const known = items.get(item.id);
    items.set(item.id, known ? mergeItems(known, item) : item);
  }
  return {
    date: one.date,
    categories: [...new Set([...one.categories, ...other.categories])],
    fetchedAt: Math.max(one.fetchedAt, other.fetchedAt),
    items: [...items.values()],
  };
}

/** The entries of each paper, however many feeds have it. */
function byPaper(entries: readonly ReportEntry[]): Map<string, ReportEntry[]> {
  const papers = new Map<string, ReportEntry[]>();
  for (const entry of entries) papers.set(entry.id, [...(papers.get(entry.id) ?? []), entry]);
  return papers;
}

function isAnalysed(entries: readonly ReportEntry[]): boolean {
  return entries.some(({ basis }) => basis !== null);
}

/** A day's announcement, of which nothing is known when it is another day's. */
function announcementOf(date: string, announced: AnnouncedDay | null): AnnouncedDay | null {
  return announced?.date === date ? announced : null;
}

function accountOfCategory(
  category: string,
  papers: ReadonlyMap<string, ReportEntry[]>,
  announced: AnnouncedDay | null,
): CategoryAccount {
  const isKnown = announced?.categories.some((asked) => isWithin(category, asked)) ?? false;
  const listed = announced?.items.filter((item) => isNews(item) && isListed(item, category)) ?? [];
  const news = new Set(listed.map(({ id }) => id));
  const covered = [...papers].filter(([id, entries]) =>
    isKnown ? news.has(id) : entries.some((entry) => isListed(entry, category)),
  );
  const analysed = covered.filter(([, entries]) => isAnalysed(entries));
  const failed = covered.filter(([, entries]) => !isAnalysed(entries) && entries.some((entry) => entry.failed));
  return {
    category,
    announced: isKnown ? news.size : null,
    covered: covered.length,
    analysed: analysed.length,
    failed: failed.length,
    share: isKnown && news.size > 0 ? covered.length / news.size : null,
  };
}

/** What became of a day's papers, for each category in the order given; `entries` are those of all feeds. */
export function accountOf(
  day: { date: string; entries: readonly ReportEntry[] },
  announced: AnnouncedDay | null,
  categories: readonly string[],
): CategoryAccount[] {
  const papers = byPaper(day.entries);
  const known = announcementOf(day.date, announced);
  return categories.map((category) => accountOfCategory(category, papers, known));
}

/**
 * How many papers the feeds have beside what was announced that day: older ones, or replaced ones. A paper of which no category
 * was asked for is not among them, as nothing is known of it; 0 when nothing is known of the day.
 */
export function countOthers(
  day: { date: string; entries: readonly ReportEntry[] },
  announced: AnnouncedDay | null,
): number {
  const known = announcementOf(day.date, announced);
  if (!known) return 0;
  const news = new Set(known.items.filter(isNews).map(({ id }) => id));
  const isAsked = (entry: ReportEntry) =>
    entry.categories.length === 0 || known.categories.some((asked) => isListed(entry, asked));
  return [...byPaper(day.entries)].filter(([id, entries]) => !news.has(id) && entries.some(isAsked)).length;
}

/** A share in whole percent; only nothing is 0 and only all is 100. */
export function toPercent(share: number): number {
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
