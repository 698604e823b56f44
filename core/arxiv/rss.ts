import type { XmlElement } from '@rgrove/parse-xml';
import { AppError } from '../errors';
import type { Skipped } from '../paper';
import { type AnnounceType, parseAnnounceType } from './announce-type';
import { cleanText } from './clean-text';
import { parseDay } from './day';
import { parseArxivId, parseCitedId } from './id';
import { childrenOf, parseAnswer, readEach, textOf } from './xml';

/** A paper as a day's feed announces it. TeX accents are Unicode, white space is collapsed, formulas stay TeX source. */
export interface RssItem {
  /** Without version. */
  id: string;
  version: number | null;
  title: string;
  /** Without the affiliations that the feed may have in parentheses behind a name. */
  authors: string[];
  abstract: string;
  /** Primary first. */
  categories: string[];
  announced: AnnounceType;
  /** The licence's address. */
  rights: string | null;
  doi: string | null;
  journalRef: string | null;
}

export interface RssFeed {
  title: string;
  /** The day of the announcement in New York, YYYY-MM-DD; null when the feed has none. */
  date: string | null;
  /** Days of the week without announcement, in English: `Saturday`. */
  skipDays: string[];
  /** None on such days, and on arXiv's holidays. */
  items: RssItem[];
  skipped: Skipped[];
}

/** The address of the feed of some categories together, `cs.LG` or a whole archive, `cs`. It holds at most 2,000 papers. */
export function rssUrl(categories: readonly string[]): string {
  return `https://rss.arxiv.org/rss/${categories.map(encodeURIComponent).join('+')}`;
}

/** Splits a list of names at the commas that are not within an affiliation, and leaves the affiliations out. */
function splitCreators(creators: string): string[] {
  const names: string[] = [];
  let name = '';
  let depth = 0;
  for (const character of creators) {
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (character === ',') {
      names.push(name);
      name = '';
    } else name += character;
  }
  return [...names, name].map(cleanText).filter(Boolean);
}

// arXiv:2512.22182v1 Announce Type: new \nAbstract: …
const DESCRIPTION =
  /^\s*(?:arXiv:(?<id>\S+))?\s*(?:Announce Type:\s*(?<type>[\w-]+))?\s*(?:Abstract:)?(?<abstract>[^]*)$/i;

function readItem(item: XmlElement): RssItem | string {
  const {
    id: cited = '',
    type = '',
    abstract = '',
  } = DESCRIPTION.exec(childrenOf(item, 'description')[0]?.text ?? '')?.groups ?? {};
  const guid = textOf(item, 'guid').replace(/^oai:arxiv\.org:/i, '');
  const link = textOf(item, 'link');
  const id = parseCitedId(cited) ?? parseCitedId(guid) ?? parseArxivId(link);
  if (!id) return `no paper’s id: ${(guid || link).slice(0, 100)}`;
  const title = textOf(item, 'title');
  if (!title) return `${id.base}: no title`;
  const announceType = textOf(item, 'arxiv:announce_type') || type;
  const announced = parseAnnounceType(announceType);
  if (!announced) return `${id.base}: announced as ${announceType.slice(0, 40) || 'nothing'}`;
  return {
    id: id.base,
    version: id.version,
    title,
    // A name in TeX may have its comma from \c{c}; the names are split before.
    authors: childrenOf(item, 'dc:creator').flatMap((creator) => splitCreators(creator.text)),
    abstract: cleanText(abstract),
    categories: childrenOf(item, 'category')
      .map((category) => cleanText(category.text))
      .filter(Boolean),
    announced,
    rights: textOf(item, 'dc:rights') || null,
    doi: textOf(item, 'arxiv:DOI') || null,
    journalRef: textOf(item, 'arxiv:journal_reference') || null,
  };
}

/**
 * Reads a day's feed of arXiv's.
 *
 * @throws AppError `arxiv-answer` when it cannot be read or says that the query was wrong; `arxiv-busy` when we asked too often.
 * @see https://info.arxiv.org/help/rss_specifications.html
 */
export function parseRss(text: string): RssFeed {
  const { root, lineOf } = parseAnswer(text, 'rss');
  const channel = childrenOf(root, 'channel')[0];
  if (!channel) throw new AppError('arxiv-answer', 'arXiv’s feed has no channel');
  const title = textOf(channel, 'title');
  if (/^feed error\b/i.test(title)) throw new AppError('arxiv-answer', title);
  const { values: items, skipped } = readEach(childrenOf(channel, 'item'), lineOf, readItem);
  const skipDays = childrenOf(channel, 'skipDays').flatMap((days) => childrenOf(days, 'day'));
  return {
    title,
    date: parseDay(textOf(channel, 'pubDate')),
    skipDays: skipDays.map((day) => cleanText(day.text)),
    items,
    skipped,
  };
}
