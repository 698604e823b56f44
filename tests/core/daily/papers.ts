import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import type { Interests } from '@/core/daily/interests';

/** A paper as arXiv announces it, with what a test says of it. */
export function paperOf(given: Partial<AnnouncedPaper> = {}): AnnouncedPaper {
  return {
    id: '2611.00001',
    version: 1,
    title: 'Walking robots',
    authors: [],
    abstract: '',
    categories: ['cs.RO'],
    announced: 'new',
    comments: null,
    published: null,
    ...given,
  };
}

export function interestsOf(given: Partial<Interests> = {}): Interests {
  return { primary: [], secondary: [], excluded: [], authors: [], ...given };
}
