import { AppError } from '@/core/errors';
import { createPoliteFetch } from '@/core/arxiv/polite-fetch';
import { type FullText, parseFullText } from '@/core/arxiv/full-text';
import { arxivPace } from '@/storage/pace';
import { keepText, readText } from '@/storage/texts';
import { clock } from './clock';
import { notedFetch } from './noted-fetch';

/** arXiv makes the full text of a new paper some hours or days after it was announced. */
const ASK_AGAIN_MILLISECONDS = 24 * 3_600_000;

const askArxiv = createPoliteFetch({ fetch: notedFetch('arxiv'), clock, store: arxivPace });

/** A full text, null where arXiv has none, and the name under which the library keeps it. */
interface FoundText {
  name: string;
  text: FullText | null;
}

/**
 * A paper's full text, from the library or else from arXiv, which is asked once a day at most.
 *
 * @throws AppError `arxiv-offline`, `arxiv-busy`
 */
export async function findFullText(
  { id, version }: { id: string; version: number | null },
  signal?: AbortSignal,
): Promise<FoundText> {
  const name = version === null ? id : `${id}v${version}`;
  const known = await readText(name);
  if (known && (known.text || clock.now() - known.fetchedAt < ASK_AGAIN_MILLISECONDS)) {
    return { name, text: known.text };
  }
  const url = `https://arxiv.org/html/${name}`;
  const answer = await askArxiv({ url, kind: 'page', clicked: true, ...(signal && { signal }) });
  const text = answer.status === 200 ? parseFullText(answer.text) : null;
  await keepText({ id: name, text, fetchedAt: clock.now() });
  return { name, text };
}

/** A paper's PDF, at the reader's own wish. @throws AppError `no-pdf` when what arXiv gives is none; `arxiv-offline`, `arxiv-busy` */
export async function fetchPdf(
  { id, version }: { id: string; version: number },
  signal: AbortSignal,
): Promise<Uint8Array> {
  const url = `https://arxiv.org/pdf/${id}v${version}`;
  const { status, bytes } = await askArxiv({ url, kind: 'page', clicked: true, binary: true, signal });
  const isPdf = status === 200 && String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
  if (!isPdf) throw new AppError('no-pdf', 'arXiv gave no PDF');
  return bytes;
}
