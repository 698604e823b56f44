import { createPoliteFetch } from '@/core/arxiv/polite-fetch';
import type { ArxivTools } from '@/core/daily/kept-answer';
import { openAnswers } from '@/storage/answers';
import { arxivPace } from '@/storage/pace';
import { clock } from './clock';
import { notedFetch } from './noted-fetch';

const askArxiv = createPoliteFetch({ fetch: notedFetch('arxiv'), clock, store: arxivPace });
const cache = openAnswers(clock);

/** What a day's jobs ask arXiv with: one pace and one set of kept answers for all. Requests end with the job's signal. */
export function arxivTools(signal: AbortSignal): ArxivTools {
  return { ask: (request) => askArxiv({ ...request, signal }), clock, cache };
}
