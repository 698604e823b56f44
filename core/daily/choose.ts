import type { AnnounceType } from '../arxiv/announce-type';
import type { AnnouncedPaper } from './announced-paper';

/** The better of two announcements of one paper comes first; what replaces an old version is no news. */
const NEWS: readonly AnnounceType[] = ['new', 'cross'];
const rankOf = (announced: AnnounceType) => (NEWS.includes(announced) ? NEWS.indexOf(announced) : NEWS.length);

function merge(one: AnnouncedPaper, other: AnnouncedPaper): AnnouncedPaper {
  const newer = (other.version ?? 0) > (one.version ?? 0) ? other : one;
  const older = newer === one ? other : one;
  return {
    ...newer,
    announced: rankOf(other.announced) < rankOf(one.announced) ? other.announced : one.announced,
    comments: newer.comments ?? older.comments,
    published: newer.published ?? older.published,
  };
}

/**
 * Each paper of a day once, where it was first announced, with what its highest version says; `new` in one category wins over
 * `cross` in another. Papers that were only replaced are left out.
 */
export function dedupe(papers: readonly AnnouncedPaper[]): AnnouncedPaper[] {
  const once = new Map<string, AnnouncedPaper>();
  for (const paper of papers) {
    const known = once.get(paper.id);
    once.set(paper.id, known ? merge(known, paper) : paper);
  }
  return [...once.values()].filter(({ announced }) => NEWS.includes(announced));
}

export interface Scored {
  paper: AnnouncedPaper;
  score: number;
  /** False for a paper that the reader's keywords left out; it is never chosen. */
  wanted: boolean;
}

/**
 * The `most` papers of the highest score that are wanted and score `minimum` at least: highest first, equal ones as they were
 * announced, which is the order given. `rest` is all others in that order.
 */
export function choosePapers<T extends Scored>(
  scored: readonly T[],
  { most, minimum }: { most: number; minimum: number },
): { chosen: T[]; rest: T[] } {
  const chosen = scored
    .filter(({ wanted, score }) => wanted && score >= minimum)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, Math.max(0, most));
  const taken = new Set(chosen);
  return { chosen, rest: scored.filter((each) => !taken.has(each)) };
}
