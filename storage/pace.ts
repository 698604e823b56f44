import type { PaceState, PaceStore } from '@/core/arxiv/polite-fetch';
import { db } from './db';
import { guarded } from './guard';

const NEVER: PaceState = { lastAt: 0, lastPageAt: 0, restUntil: 0 };

/** When arXiv was last asked, shared by every page and worker of ours. */
export const arxivPace: PaceStore = {
  exclusive: (work) => navigator.locks.request('daodu-arxiv', work),
  read: () =>
    guarded(async () => {
      const row = await db.settings.get('arxiv-pace');
      return { ...NEVER, ...(row?.value as Partial<PaceState> | undefined) }; // as: only `write` below writes it
    }),
  write: (state) => guarded(async () => void (await db.settings.put({ name: 'arxiv-pace', value: state }))),
};
