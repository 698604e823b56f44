import { AppError } from '../errors';
import { buildSummary } from '../guide/summary';
import type { Report } from '../paper';
import { plainText } from '../render/text';
import { fingerprint } from '../report/hash';
import { formatReport } from '../report/format';
import { isDay, shiftDay } from '../report-day';
import { toAtomFeed } from './atom-feed';
import { toIndexPage } from './index-page';
import { formatIndex, type IndexEntry, jsonPath, markdownPath } from './published-day';

interface PublishOptions {
  /** What the index had before; the report's own day is replaced. */
  previous: readonly IndexEntry[];
  /** Where the folder will be served, https://example.org/reports/; null when that is not known. */
  baseUrl: string | null;
  /** Epoch milliseconds. Written down only where the day's content has changed. */
  now: number;
}

/** A file to be written, its path below the published folder. */
interface PublishedFile {
  path: string;
  text: string;
}

const FEED_DAYS = 30;
const MOST_OVERVIEW_CHARACTERS = 4_000;

/**
 * All that a published folder needs for one more day: the day's Markdown and JSON, and the index, its page and the Atom feed anew.
 * The same report gives the same bytes whenever it is published again.
 *
 * @param report as `toDailyReport` gives it.
 * @throws AppError `bad-record` for a report without a day, `feed-address` for a base that is no http(s) address.
 */
export function publishFiles(report: Report, { previous, baseUrl, now }: PublishOptions): PublishedFile[] {
  const { date } = report;
  if (date === null || !isDay(date)) throw new AppError('bad-record', 'A report without a day cannot be published');
  const base = baseUrl === null ? null : toBase(baseUrl);
  const markdown = formatReport(report);
  const json = `${JSON.stringify({ report, skipped: [] })}\n`;
  const mark = fingerprint(json);
  const before = previous.find((day) => day.date === date);
  const entry: IndexEntry = {
    date,
    title: report.title,
    papers: report.papers.length,
    analyses: report.papers.filter(({ analysis }) => analysis !== null).length,
    bytes: new TextEncoder().encode(json).length,
    updated: before?.mark === mark ? before.updated : now,
    mark,
    overview: overviewText(report),
  };
  const days = toDays([entry, ...previous.filter((day) => day.date !== date)]);
  return [
    { path: markdownPath(date), text: markdown },
    { path: jsonPath(date), text: json },
    { path: 'index.json', text: formatIndex(days) },
    { path: 'index.html', text: toIndexPage(days, base) },
    {
      path: 'feed.xml',
      text: toAtomFeed(
        days.filter(({ overview }) => overview !== null),
        base,
      ),
    },
  ];
}

/** Newest first, each once; only days of the feed keep their overview. */
function toDays(entries: readonly IndexEntry[]): IndexEntry[] {
  const byDate = new Map(entries.map((entry) => [entry.date, entry]));
  const days = [...byDate.values()].toSorted((one, other) => (one.date < other.date ? 1 : -1));
  const oldest = days[0] ? shiftDay(days[0].date, 1 - FEED_DAYS) : '';
  return days.map((day) =>
    day.date >= oldest ? { ...day, overview: day.overview ?? '' } : { ...day, overview: null },
  );
}

function overviewText({ summary, papers }: Report): string {
  if (!summary || summary.invented) return '';
  const { sections } = buildSummary(summary, papers);
  const blocks = sections.flatMap(({ title, body }) => [title, plainText(body)]);
  const text = blocks.filter((block) => block.trim() !== '').join('\n\n');
  if (text.length <= MOST_OVERVIEW_CHARACTERS) return text;
  // No half of a pair at the end.
  return `${text.slice(0, MOST_OVERVIEW_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The address of a folder: with a slash at its end, without query and fragment. */
function toBase(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch (cause) {
    throw new AppError('feed-address', 'The base is no address', { cause });
  }
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new AppError('feed-address', 'The base is no http address');
  }
  return `${url.origin}${url.pathname.replace(/\/*$/, '')}/`;
}
