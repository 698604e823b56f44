import type { Guide } from '../guide/guide';
import type { Saved } from '../paper';
import { byRank } from './rank';
import type { PaperRecord } from './records';
import { isBare } from './unread';

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function newest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** Whether `incoming` may replace the fields of `known`: reports outweigh pages, newer versions older ones. */
function outweighs(incoming: PaperRecord, known: PaperRecord): boolean {
  if (isBare(incoming)) return false;
  if (incoming.from !== known.from) return incoming.from === 'report';
  if (isBare(known)) return true;
  return (incoming.version ?? 0) >= (known.version ?? 0);
}

/** One paper from two sources: a newer version is still the same paper, and what only one of them knows is kept. */
export function mergePaper(known: PaperRecord | undefined, incoming: PaperRecord): PaperRecord {
  if (!known) return incoming;
  const [first, second] = outweighs(incoming, known) ? [incoming, known] : [known, incoming];
  const urls = new Set(first.links.map((link) => link.url));
  return {
    ...first,
    version: newest(first.version, second.version),
    titleChinese: first.titleChinese ?? second.titleChinese,
    authors: first.authors.length > 0 ? first.authors : second.authors,
    published: earliest(first.published, second.published),
    categories: first.categories.length > 0 ? first.categories : second.categories,
    abstract: first.abstract || second.abstract,
    links: [...first.links, ...second.links.filter((link) => !urls.has(link.url))],
    comments: first.comments ?? second.comments,
    journalRef: first.journalRef ?? second.journalRef,
    doi: first.doi ?? second.doi,
  };
}

/** A paper's guides after some were dropped and others came in, best first; one with a known key replaces that one. */
export function mergeGuides(known: Guide[], dropped: ReadonlySet<string>, incoming: Guide[]): Guide[] {
  const replaced = new Set(incoming.map((guide) => guide.key));
  const kept = known.filter((guide) => !dropped.has(guide.key) && !replaced.has(guide.key));
  return [...kept, ...incoming].toSorted(byRank);
}

function mergeNotes(known: string, incoming: string): string {
  if (known.includes(incoming)) return known;
  return incoming.includes(known) ? incoming : `${known}\n\n${incoming}`;
}

/** What a reader added, from two sources: nothing of either is lost, and the earlier star counts. */
export function mergeSaved<S extends Omit<Saved, 'savedAt'> & { savedAt: number | null }>(
  known: S,
  incoming: Saved,
): S {
  const status = known.status ?? incoming.status;
  return {
    ...known,
    ...(status && { status }),
    savedAt: known.savedAt === null ? incoming.savedAt : Math.min(known.savedAt, incoming.savedAt),
    tags: [...new Set([...known.tags, ...incoming.tags])],
    note: mergeNotes(known.note, incoming.note),
  };
}
