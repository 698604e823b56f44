import { announcementKind, feedReadyAt, lastAnnouncementDay } from '../announcements/calendar';
import { AppError } from '../errors';
import { isDay } from '../report-day';
import type { AnnouncedPaper } from './announced-paper';
import { askDayFeed } from './day-feed';
import { type ListName, type Look, lookAtLists } from './day-lists';
import { type ArxivTools, askKept, findKept } from './kept-answer';
import { listReadyAt } from './list-ready';
import { addRecords } from './paper-records';
import { chooseNews, toldByFeed, toldByList } from './told-papers';

export interface AnnouncedQuery {
  /** The day of the announcement, YYYY-MM-DD, as feeds and reports bear it. */
  date: string;
  /** At least one: `cs.CV`. */
  categories: readonly string[];
  /** Whether papers of other categories that are listed in these too are wanted. */
  crossLists: boolean;
}

/** A day that was announced. `papers` are in arXiv's order. */
export interface AnnouncedNews {
  kind: 'announced';
  date: string;
  papers: AnnouncedPaper[];
  from: 'list' | 'rss';
  /**
   * Ids of papers of which the API has not told anything: it had them not, it failed, or it is too early for it. They have what
   * the list or feed tells, so no day of the first version, and from RSS no comments. Asked again, only these are asked for.
   */
  missing: string[];
}

/**
 * What came of asking for a day. `not-yet`: arXiv has not announced it so far, ask again at `at` (epoch milliseconds); `none`:
 * nothing is announced on such a day, or (`empty`) nothing was; `gone`: arXiv shows later days only, up to `newest`.
 */
export type Announcement =
  | AnnouncedNews
  | { kind: 'not-yet'; at: number }
  | { kind: 'none'; reason: 'weekend' | 'holiday' | 'empty' }
  | { kind: 'gone'; newest: string };

type Told =
  | { kind: 'there'; papers: AnnouncedPaper[]; from: AnnouncedNews['from'] }
  | Exclude<Announcement, { kind: 'announced' | 'none' }>;

async function findTold({ date, categories, crossLists }: AnnouncedQuery, tools: ArxivTools): Promise<Told> {
  const now = tools.clock.now();
  if (now < listReadyAt(date)) return { kind: 'not-yet', at: listReadyAt(date) };
  const newest = lastAnnouncementDay(now);
  const fromLists = async (list: ListName, keptUnder: string, look: Look): Promise<Told | null> => {
    const found = await lookAtLists({ date, categories, list, crossLists, newest: keptUnder }, look);
    return found?.kind === 'there' ? { kind: 'there', papers: toldByList(found.entries), from: 'list' } : found;
  };
  const ask: Look = (query) => askKept(query, tools);
  if (now < feedReadyAt(date)) {
    const told = await fromLists('new', date, ask);
    if (told?.kind === 'not-yet') return { kind: 'not-yet', at: Math.min(told.at, feedReadyAt(date)) };
    if (told) return told;
  }
  // Lists that were had in the morning spare a request.
  const kept = await fromLists('new', date, async (query) => {
    const value = await findKept(query, tools.cache);
    return value && { value, againAt: null };
  });
  if (kept?.kind === 'there') return kept;
  const feed = await askDayFeed(date, categories, newest, tools);
  if (feed.kind === 'there') return { kind: 'there', papers: toldByFeed(feed.items), from: 'rss' };
  // A missed day stands among the recent ones for a week; so does the newest one, once the feed is an empty weekend's or holiday's.
  const recent = feed.kind === 'gone' ? await fromLists('recent', newest, ask) : null;
  return recent?.kind === 'there' ? recent : feed;
}

/**
 * Asks arXiv what it announced on a day: in the morning its lists, from midnight in New York on its RSS, of a day that was missed
 * the lists of recent days; from then on its API for the papers' records too, which has new papers no sooner. Each answer is kept
 * before it is used and asked for once a day; interrupted and called again it goes on where it was, at no further cost.
 *
 * @throws AppError `bad-request` for no day or no category; `arxiv-answer`, `arxiv-busy`, `arxiv-offline` when list or feed
 *   cannot be had. Failures of the API are no errors but show in `missing`.
 */
export async function askAnnounced(query: AnnouncedQuery, tools: ArxivTools): Promise<Announcement> {
  const categories = [...new Set(query.categories)];
  const { date, crossLists } = query;
  if (!isDay(date) || categories.length === 0) throw new AppError('bad-request', 'No day, or no category');
  const kind = announcementKind(date);
  if (kind === 'weekend' || kind === 'holiday') return { kind: 'none', reason: kind };
  const told = await findTold({ date, categories, crossLists }, tools);
  if (told.kind !== 'there') return told;
  // Replacements alone are an announcement too.
  if (told.papers.length === 0) return { kind: 'none', reason: 'empty' };
  const news = chooseNews(told.papers, crossLists);
  const { from } = told;
  if (tools.clock.now() < feedReadyAt(date)) {
    return { kind: 'announced', date, papers: news, from, missing: news.map(({ id }) => id) };
  }
  return { kind: 'announced', date, from, ...(await addRecords(news, date, tools)) };
}
