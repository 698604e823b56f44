import { type FeedEntry, IDS_AT_ONCE, idListUrls, parseFeed } from '../arxiv/feed';
import type { PoliteAnswer, PoliteRequest } from '../arxiv/polite-fetch';
import { AppError } from '../errors';
import { toUnreadPaper } from '../library/unread';
import type { PaperRecord } from '../library/records';

/** As many papers as are asked for at once. */
export const METADATA_AT_ONCE = IDS_AT_ONCE;

const FIRST_WAIT_MILLISECONDS = 30_000;
const LONGEST_WAIT_MILLISECONDS = 3_600_000;
/** An answer that cannot be read will hardly be another one the next day. */
const MOST_BAD_ANSWERS = 6;

/**
 * Milliseconds until arXiv is asked again after so many failures, counted from 1: without end while it is out of reach or busy,
 * as a reader may be offline for days. Null when there is no point in it.
 */
export function metadataRetryDelay({ code }: AppError, attempt: number): number | null {
  const isOut = code === 'arxiv-offline' || code === 'arxiv-busy' || code === 'storage-full';
  if (!isOut && !(code === 'arxiv-answer' && attempt < MOST_BAD_ANSWERS)) return null;
  return Math.min(FIRST_WAIT_MILLISECONDS * 2 ** Math.min(attempt - 1, 10), LONGEST_WAIT_MILLISECONDS);
}

function toRecord(entry: FeedEntry): PaperRecord {
  const { id, version, title, authors, abstract, categories, published, comments, journalRef, doi } = entry;
  const day = published.slice(0, 10) || null;
  return {
    ...toUnreadPaper(id),
    version,
    title,
    authors,
    abstract,
    categories,
    published: day,
    comments,
    journalRef,
    doi,
  };
}

/**
 * What arXiv knows of some papers, at most `METADATA_AT_ONCE` of them. Those that it does not know are left out.
 *
 * @throws AppError `arxiv-answer` for an answer that is none; what `ask` throws.
 */
export async function askMetadata(
  ids: readonly string[],
  ask: (request: PoliteRequest) => Promise<PoliteAnswer>,
): Promise<PaperRecord[]> {
  const [url] = idListUrls(ids);
  if (url === undefined) return [];
  const { status, text } = await ask({ url, kind: 'api' });
  if (status !== 200) throw new AppError('arxiv-answer', `arXiv answered ${status}`);
  const wanted = new Set(ids);
  // One without a version would be asked for again and again.
  return parseFeed(text)
    .entries.filter(({ id, version }) => version !== null && wanted.has(id))
    .map(toRecord);
}
