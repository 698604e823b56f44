import type { Searched } from '@/core/search/terms';
import { toTerms } from '@/core/search/terms';
import { findDayNumber } from '@/core/report-day';
import { breathe } from './breathe';
import { analysesOf } from './by-paper';
import { db } from './db';
import { guarded } from './guard';

/** What the index is to know of a paper from now on. */
export interface Change {
  paperId: string;
  /** The number under which it stands there now; null: it does not. */
  old: number | null;
  /** Null: the library has it no more. */
  now: { terms: Map<string, number>; hash: number; day: number; title: string } | null;
}

/** Papers that are read at once. */
const READ_AT_ONCE = 20;

interface Read {
  paperId: string;
  searched: Searched | null;
  known: { doc: number; hash: number; title: string } | null;
}

async function readSome(ids: string[]): Promise<Read[]> {
  const [papers, guides, saves, analyses, docs] = await Promise.all([
    db.papers.bulkGet(ids),
    db.guides.bulkGet(ids),
    db.saves.bulkGet(ids),
    analysesOf(ids),
    db.searchDocs.bulkGet(ids),
  ]);
  return ids.map((paperId, index) => {
    const paper = papers[index];
    const { tags = [], note = '' } = saves[index] ?? {};
    const gist = guides[index]?.guides[0]?.gist ?? '';
    const own = analyses.filter((row) => row.paperId === paperId);
    return { paperId, searched: paper ? { paper, gist, analyses: own, tags, note } : null, known: docs[index] ?? null };
  });
}

/** Two numbers of 26 bits from all terms and their bytes, in the order of the texts (FNV-1a). */
function hashOf(terms: ReadonlyMap<string, number>, rest: string): number {
  let [one, other] = [0x811c9dc5, 0x1000193];
  const add = (code: number) => {
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995);
  };
  for (const [term, byte] of terms) {
    for (let at = 0; at < term.length; at++) add(term.charCodeAt(at));
    add(byte + 0x10000);
  }
  for (let at = 0; at < rest.length; at++) add(rest.charCodeAt(at));
  return (one >>> 6) * 0x4000000 + (other >>> 6);
}

function toChange({ paperId, searched, known }: Read): Change | null {
  const old = known?.doc ?? null;
  if (!searched) return old === null ? null : { paperId, old, now: null };
  const terms = toTerms(searched);
  const { published, title } = searched.paper;
  const hash = hashOf(terms, published ?? '');
  if (hash === known?.hash && title === known.title) return null;
  return { paperId, old, now: { terms, hash, day: Math.max(0, findDayNumber(published ?? '') ?? 0), title } };
}

/** What changed of these papers for a search; those of which nothing did are left out. */
export async function readChanges(ids: readonly string[], signal: AbortSignal): Promise<Change[]> {
  const changes: Change[] = [];
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    const some = ids.slice(at, at + READ_AT_ONCE);
    const read = await guarded(() =>
      db.transaction('r', [db.papers, db.guides, db.saves, db.analyses, db.searchDocs], () => readSome(some)),
    );
    for (const one of read) {
      const change = toChange(one);
      if (change) changes.push(change);
      signal.throwIfAborted();
      await breathe();
    }
  }
  return changes;
}
