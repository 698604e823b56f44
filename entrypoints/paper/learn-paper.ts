import { entryToPagePaper } from '@/core/arxiv/entry-paper';
import { idListUrls, parseFeed } from '@/core/arxiv/feed';
import { formatId } from '@/core/arxiv/id';
import type { PagePaper } from '@/core/arxiv/page-paper';
import { createPoliteFetch } from '@/core/arxiv/polite-fetch';
import { AppError } from '@/core/errors';
import type { LibraryPaper } from '@/core/library/records';
import { isUnread } from '@/core/library/unread';
import { toKnownPage } from '@/core/library/known-page';
import { arxivPace } from '@/storage/pace';
import { addPagePaper, readPaper } from '@/storage/papers';
import { clock } from '../background/clock';
import { notedFetch } from '../background/noted-fetch';

const askArxiv = createPoliteFetch({ fetch: notedFetch('arxiv'), clock, store: arxivPace });

/**
 * What the paper's own page says of it: known to the library, or else asked of arXiv and kept.
 *
 * @param version that the reader has before them; null for the newest.
 * @throws AppError `arxiv-offline`, `arxiv-busy`, `arxiv-answer`
 */
export async function learnPaper(id: string, version: number | null): Promise<PagePaper> {
  const known = await readPaper(id);
  const page = known && toKnownPage(known.paper, version);
  if (page) return page;
  const [url = ''] = idListUrls([formatId(id, version)]);
  const { status, text } = await askArxiv({ url, kind: 'api', clicked: true });
  const entry = status === 200 ? parseFeed(text).entries.find((one) => one.id === id) : undefined;
  if (!entry) throw new AppError('arxiv-answer', `arXiv does not tell of ${id}`);
  const paper = entryToPagePaper(entry);
  await addPagePaper(paper);
  return paper;
}

/**
 * A paper of the library; where nothing but its id is known there, arXiv is asked.
 *
 * @throws AppError as `learnPaper`
 */
export async function knownPaper(id: string): Promise<LibraryPaper> {
  const known = await readPaper(id);
  if (known && !isUnread(known.paper)) return known;
  await learnPaper(id, null);
  const learned = await readPaper(id);
  if (!learned) throw new AppError('unknown', `${id} is not in the library`);
  return learned;
}
