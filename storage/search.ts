import { type Columns, idOf, maskOf } from '@/core/search/columns';
import { parseQuery } from '@/core/search/query';
import { findDocs, firstDocs, type Order } from '@/core/search/sort';
import { db } from './db';
import { guarded } from './guard';
import { IndexReader } from './search-answers';
import { keepWithPhrases, type PhraseClause, TEXT_TABLES } from './search-phrases';
import { readProgress } from './search-progress';
import { readState } from './search-state';
import { STATE_TABLES } from './search-states';

export interface SearchRequest {
  /** As typed into the box, operators and all (core/search/query.ts). Nothing finds everything. */
  typed: string;
  order: Order;
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

const TABLES = [
  ...new Set([
    db.searchState,
    db.searchColumns,
    db.searchPages,
    db.searchWords,
    db.searchQueue,
    ...STATE_TABLES,
    ...TEXT_TABLES,
  ]),
];
/** Papers whose texts are read at once for a phrase. */
const PHRASES_AT_ONCE = 32;
/** For so long phrases are looked for in papers behind those that are wanted, to tell how many there are. */
const COUNT_MS = 60;

const reader = new IndexReader();

/** Lists by the version of the index for which they were looked up. */
const lists = new WeakMap<ReadonlySet<string>, { columns: Columns; mask: Uint8Array }>();

function maskOfList(columns: Columns, ids: ReadonlySet<string>): Uint8Array {
  const known = lists.get(ids);
  const mask = known?.columns === columns ? known.mask : maskOf(columns, ids);
  lists.set(ids, { columns, mask });
  return mask;
}

/** Looks for phrases in the texts of papers, in their order, until as many have them as are wanted. */
async function findPhrases(
  columns: Columns,
  docs: readonly number[],
  clauses: readonly PhraseClause[],
  wanted: number,
) {
  const ids: string[] = [];
  const until = performance.now() + COUNT_MS;
  let at = 0;
  for (; at < docs.length && (ids.length < wanted || performance.now() < until); at += PHRASES_AT_ONCE) {
    const some = docs.slice(at, at + PHRASES_AT_ONCE).map((doc) => ({ doc, id: idOf(columns, doc) }));
    ids.push(...(await keepWithPhrases(some, clauses)));
  }
  return { ids, total: ids.length + Math.max(0, docs.length - at), isExact: at >= docs.length };
}

/** Finds papers of the library by what was typed. Only what the words in it touch is read of the index. */
export function searchLibrary(request: SearchRequest): Promise<SearchResult> {
  const { typed, order, limit, offset, within = null, signal } = request;
  return guarded(() =>
    db.transaction('r', TABLES, async () => {
      const { clauses, words } = parseQuery(typed);
      const state = await readState();
      const reading = reader.columns(state);
      const answering = clauses.map(async (clause) => ({
        clause,
        answer: await reader.answer(clause, reading, state),
      }));
      const [columns, { pending }, answers] = await Promise.all([reading, readProgress(), Promise.all(answering)]);
      signal?.throwIfAborted();
      const phrases: PhraseClause[] = answers.flatMap(({ clause, answer }) =>
        clause.kind === 'text' && clause.phrase !== null ? { clause, mask: answer.mask } : [],
      );
      const conditions = answers
        // Whoever has the words of a phrase that must not occur may still not have the phrase.
        .filter(({ clause }) => !(clause.negated && clause.kind === 'text' && clause.phrase !== null))
        .map(({ clause, answer }) => ({ answer, negated: clause.negated }));
      const list = within && {
        answer: { mask: maskOfList(columns, within), scores: null, docs: null },
        negated: false,
      };
      const found = findDocs(columns, list ? [...conditions, list] : conditions);
      const marked = [...new Set([...words, ...answers.flatMap(({ answer }) => answer.meant)])];
      const wanted = offset + limit;
      if (phrases.length > 0) {
        const docs = firstDocs(columns, found, order, found.docs.length);
        const { ids, total, isExact } = await findPhrases(columns, docs, phrases, wanted);
        return { ids: ids.slice(offset, wanted), total, isExact, words: marked, pending };
      }
      const ids = firstDocs(columns, found, order, wanted)
        .slice(offset)
        .map((doc) => idOf(columns, doc));
      return { ids, total: found.docs.length, isExact: true, words: marked, pending };
    }),
  );
}
