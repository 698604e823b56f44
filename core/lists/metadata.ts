import { type FeedEntry, IDS_AT_ONCE, idListUrls, parseFeed } from '../arxiv/feed';
import type { PoliteAnswer, PoliteRequest } from '../arxiv/polite-fetch';
import { AppError } from '../errors';
import { toUnreadPaper } from '../library/unread';
import type { PaperRecord } from '../library/records';

/** As many papers as are asked for at once. */
export const METADATA_AT_ONCE = IDS_AT_ONCE;

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
