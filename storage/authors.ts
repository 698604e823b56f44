import { breathe } from './breathe';
import { db } from './db';
import { guarded } from './guard';

export interface AuthorCount {
  name: string;
  /** How many saved papers are theirs. */
  saved: number;
}

const PAPERS_AT_ONCE = 100;
/** So many names are offered for what was typed. */
const MOST_NAMES = 50;

/** Who wrote the saved papers, those with most of them first. */
export async function countSavedAuthors(): Promise<AuthorCount[]> {
  const ids = await guarded(() => db.saves.orderBy('savedAt').primaryKeys());
  const counts = new Map<string, number>();
  for (let at = 0; at < ids.length; at += PAPERS_AT_ONCE) {
    const papers = await guarded(() => db.papers.bulkGet(ids.slice(at, at + PAPERS_AT_ONCE)));
    for (const name of papers.flatMap((paper) => [...new Set(paper?.authors)]))
      counts.set(name, (counts.get(name) ?? 0) + 1);
    await breathe();
  }
  return [...counts]
    .map(([name, saved]) => ({ name, saved }))
    .toSorted((one, other) => other.saved - one.saved || (one.name < other.name ? -1 : 1));
}

/** Names in the whole library that begin with what was typed, in any case; some dozens at most. */
export function findAuthors(typed: string): Promise<string[]> {
  const start = typed.trim();
  if (start === '') return Promise.resolve([]);
  return guarded(async () => {
    const names = await db.papers
      .where('authors')
      .startsWithIgnoreCase(start)
      .limit(MOST_NAMES * 4)
      .keys();
    return [...new Set(names.filter((name) => typeof name === 'string'))].slice(0, MOST_NAMES);
  });
}
