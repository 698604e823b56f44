import type { AnalysisRecord } from '@/core/library/records';
import { db } from './db';

// Dexie's own way for many keys steps a cursor from one to the next and waits for each; asked for side by side they come at once.

/** Questions that are on their way together. */
const AT_ONCE = 500;

async function askForEach<T>(ids: readonly string[], ask: (id: string) => PromiseLike<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const lists = await Promise.all(ids.slice(at, at + AT_ONCE).map(ask));
    for (const list of lists) for (const one of list) all.push(one);
  }
  return all;
}

/** All analyses of some papers, those of one paper side by side. */
export function analysesOf(ids: readonly string[]): Promise<AnalysisRecord[]> {
  return askForEach(ids, (id) => db.analyses.where('paperId').equals(id).toArray());
}

/** Those of the ids that the library has a paper of. */
export function presentIds(ids: readonly string[]): Promise<string[]> {
  return askForEach(ids, (id) => db.papers.where('id').equals(id).primaryKeys());
}
