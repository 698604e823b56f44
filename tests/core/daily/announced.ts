import type { AnnouncedPaper } from '@/core/daily/announced-paper';

/** An announced paper with what a test cares about, and plain values for the rest. */
export function announced(paper: Partial<AnnouncedPaper> = {}): AnnouncedPaper {
  return {
    id: '2611.00001',
    version: 1,
    title: 'A Lamp for Every Room',
    authors: ['Ann Lee', 'Bo Xu'],
    abstract: 'Rooms are dark. We propose a lamp that finds its room. Nobody asked.',
    categories: ['cs.CV'],
    announced: 'new',
    comments: null,
    published: '2026-11-18',
    ...paper,
  };
}
