import { type DatedListing, parseListingHtml } from '../arxiv/listing-html';
import type { ListingEntry } from '../arxiv/listing-page';
import { AppError } from '../errors';
import type { DayQuery, KeptAnswer } from './kept-answer';

/** `new`: what is announced now, with abstracts; `recent`: the last five days, without abstracts and replacements. */
export type ListName = 'new' | 'recent';

export interface ListQuery {
  /** The day that is wanted, YYYY-MM-DD. */
  date: string;
  categories: readonly string[];
  list: ListName;
  crossLists: boolean;
  /** The day that the list should have reached: answers are kept under it. */
  newest: string;
}

/** What lists have of a day: its entries; `not-yet` with the time to ask again, in epoch milliseconds; `gone` with their own day. */
export type DayEntries =
  | { kind: 'there'; entries: ListingEntry[] }
  | { kind: 'not-yet'; at: number }
  | { kind: 'gone'; newest: string };

/** Gives an answer, or null to leave it at that. */
export type Look = <T>(query: DayQuery<T>) => Promise<KeptAnswer<T> | null>;

/** So many entries arXiv's lists have on a page, unless they are asked for fewer. */
const PER_PAGE = 2_000;
/** No category has ever had so many. */
const MOST_PAGES = 5;

function listUrl(category: string, list: ListName, page: number): string {
  const url = `https://arxiv.org/list/${encodeURIComponent(category)}/${list}`;
  return list === 'new' && page === 0 ? url : `${url}?skip=${page * PER_PAGE}&show=${PER_PAGE}`;
}

function readList(html: string): DatedListing {
  // A page that broke off would pass for a short one.
  if (/<html[\s>]/i.test(html) && !/<\/html>/i.test(html)) {
    throw new AppError('arxiv-answer', 'arXiv’s list is not complete');
  }
  const page = parseListingHtml(html);
  if (!page) throw new AppError('arxiv-answer', 'arXiv’s answer is no list');
  return page;
}

const datesOf = ({ sections }: DatedListing) => sections.flatMap(({ date }) => date ?? []).toSorted();
const newestOf = (page: DatedListing): string | null => page.date ?? datesOf(page).at(-1) ?? null;

/** Whether nothing that is wanted can stand behind this page: /new has the new papers first, and then the cross-lists. */
function isPast(page: DatedListing, { date, list, crossLists }: ListQuery): boolean {
  if (list === 'recent') return (datesOf(page)[0] ?? '') < date;
  const last = page.sections.at(-1)?.entries.at(-1)?.announced ?? 'replace';
  return last !== 'new' && !(last === 'cross' && crossLists);
}

async function lookAtOne(category: string, query: ListQuery, look: Look): Promise<DayEntries | null> {
  const { date, list, newest } = query;
  const entries: ListingEntry[] = [];
  let seen = 0;
  let isThere = false;
  for (let index = 0; index < MOST_PAGES; index++) {
    const answer = await look({
      date: newest,
      url: listUrl(category, list, index),
      kind: 'page',
      read: readList,
      dayOf: newestOf,
    });
    if (!answer) return null;
    const page = answer.value;
    const day = newestOf(page) ?? '';
    if (day < date) return { kind: 'not-yet', at: answer.againAt ?? 0 };
    const ofDay = page.sections.filter((section) => section.date === date);
    isThere ||= ofDay.length > 0 || page.date === date;
    entries.push(...ofDay.flatMap((section) => section.entries));
    seen += page.sections.flatMap((section) => section.entries).length;
    if (seen >= (page.total ?? 0) || isPast(page, query))
      return isThere ? { kind: 'there', entries } : { kind: 'gone', newest: day };
  }
  return { kind: 'there', entries };
}

/** What arXiv's lists have of a day, category by category; the first that has it not ends it. Null when `look` does. */
export async function lookAtLists(query: ListQuery, look: Look): Promise<DayEntries | null> {
  const entries: ListingEntry[] = [];
  for (const category of query.categories) {
    const found = await lookAtOne(category, query, look);
    if (found?.kind !== 'there') return found;
    entries.push(...found.entries);
  }
  return { kind: 'there', entries };
}
