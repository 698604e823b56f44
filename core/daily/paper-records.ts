import { type FeedEntry, idListUrls, parseFeed } from '../arxiv/feed';
import { AppError, type ErrorCode } from '../errors';
import type { AnnouncedPaper } from './announced-paper';
import { type ArxivTools, askKept, findKept } from './kept-answer';

/** arXiv's failures, over which a day's papers must not be lost. */
const FAILURES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'arxiv-answer',
  'arxiv-busy',
  'arxiv-offline',
  'too-large',
]);

/** The record is of one version, so all of it is taken. */
function addRecord(paper: AnnouncedPaper, record: FeedEntry): AnnouncedPaper {
  return {
    id: paper.id,
    version: record.version ?? paper.version,
    title: record.title,
    authors: record.authors.length > 0 ? record.authors : paper.authors,
    abstract: record.abstract || paper.abstract,
    categories: record.categories.length > 0 ? record.categories : paper.categories,
    announced: paper.announced,
    comments: record.comments ?? paper.comments,
    published: /^\d{4}-\d\d-\d\d/.exec(record.published)?.[0] ?? null,
  };
}

/**
 * Papers with what arXiv's API has on record of them, one request for a hundred. A paper that it does not give stays as it is;
 * after a refusal nothing more is asked.
 */
export async function addRecords(
  papers: readonly AnnouncedPaper[],
  date: string,
  tools: ArxivTools,
): Promise<{ papers: AnnouncedPaper[]; missing: string[] }> {
  const records = new Map<string, FeedEntry>();
  let isOpen = true;
  for (const url of idListUrls(papers.map(({ id }) => id))) {
    const query = {
      date,
      url,
      kind: 'api' as const,
      read: (text: string) => parseFeed(text).entries,
      // The API comes by new papers somewhat later than the feed.
      dayOf: (entries: FeedEntry[]) => (entries.length > 0 ? date : null),
    };
    try {
      const entries = isOpen ? (await askKept(query, tools)).value : await findKept(query, tools.cache);
      for (const entry of entries ?? []) records.set(entry.id, entry);
    } catch (error) {
      if (!(error instanceof AppError) || !FAILURES.has(error.code)) throw error;
      isOpen = error.code === 'arxiv-answer';
    }
  }
  return {
    papers: papers.map((paper) => {
      const record = records.get(paper.id);
      return record ? addRecord(paper, record) : paper;
    }),
    missing: papers.map(({ id }) => id).filter((id) => !records.has(id)),
  };
}
