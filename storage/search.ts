import type { AnalysisRecord } from '@/core/library/records';
import { type Scanned, scanPaper } from '@/core/search/scan';
import { parseQuery } from '@/core/search/query';
import { db } from './db';
import { guarded } from './guard';

export interface SearchRequest {
  /** As typed into the box, operators and all (core/search/query.ts). Nothing finds everything. */
  typed: string;
  order: 'best' | 'newest';
  /** How many of the ids are wanted, and how many of those before are left out. */
  limit: number;
  offset: number;
  /** Only these papers; null or absent: the whole library. Give the same set again for the same list. */
  within?: ReadonlySet<string> | null;
  signal?: AbortSignal;
}

export interface SearchResult {
  ids: string[];
  /** How many papers there are in all. */
  total: number;
  /** False when `total` may be too high: the phrases of those further down were not looked at. */
  isExact: boolean;
  /** What to mark in texts, for `cutAtHits` and `findSnippet`. */
  words: string[];
  /** Papers that are not searched yet, or as they were before their last change. */
  pending: number;
}

async function readAll(): Promise<Scanned[]> {
  const [papers, guides, analyses, saves, visits, dismissals] = await Promise.all([
    db.papers.toArray(),
    db.guides.toArray(),
    db.analyses.toArray(),
    db.saves.toArray(),
    db.visits.toCollection().primaryKeys(),
    db.dismissals.toCollection().primaryKeys(),
  ]);
  const gists = new Map(guides.map((row) => [row.paperId, row.guides[0]?.gist ?? '']));
  const own = new Map(saves.map((row) => [row.paperId, row]));
  const [seen, dismissed] = [new Set(visits), new Set(dismissals)];
  const bodies = new Map<string, AnalysisRecord[]>();
  for (const row of analyses) bodies.set(row.paperId, [...(bodies.get(row.paperId) ?? []), row]);
  return papers.map((paper) => {
    const { tags = [], note = '', status = null, savedAt = null } = own.get(paper.id) ?? {};
    return {
      paper,
      gist: gists.get(paper.id) ?? '',
      analyses: bodies.get(paper.id) ?? [],
      tags,
      note,
      status,
      saved: savedAt !== null,
      seen: seen.has(paper.id),
      dismissed: dismissed.has(paper.id),
    };
  });
}

const newestFirst = (one: Scanned, other: Scanned) =>
  (other.paper.published ?? '').localeCompare(one.paper.published ?? '') || other.paper.id.localeCompare(one.paper.id);

/** Finds papers of the library by what was typed. */
export function searchLibrary(request: SearchRequest): Promise<SearchResult> {
  const { typed, order, limit, offset, within = null, signal } = request;
  return guarded(async () => {
    const query = parseQuery(typed);
    const all = await readAll();
    signal?.throwIfAborted();
    const found = all.flatMap((scanned) => {
      const score = within === null || within.has(scanned.paper.id) ? scanPaper(query, scanned) : null;
      return score === null ? [] : [{ scanned, score }];
    });
    const sorted = found.toSorted(
      (one, other) => (order === 'best' ? other.score - one.score : 0) || newestFirst(one.scanned, other.scanned),
    );
    const ids = sorted.slice(offset, offset + limit).map(({ scanned }) => scanned.paper.id);
    return { ids, total: found.length, isExact: true, words: query.words, pending: 0 };
  });
}
