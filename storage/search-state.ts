import { db } from './db';
import type { IndexState } from './search-rows';

const NOTHING_YET: IndexState = {
  id: 'index',
  epoch: 0,
  version: 0,
  nextDoc: 0,
  nextSegment: 1,
  segments: [],
  alive: 0,
  compared: '',
  merge: null,
};

/** How far the index has come, in the transaction that it is called in. */
export async function readState(): Promise<IndexState> {
  return (await db.searchState.get('index')) ?? NOTHING_YET;
}

/** Changes it, in a transaction that holds the table. */
export async function changeState(change: (state: IndexState) => Partial<IndexState>): Promise<IndexState> {
  const known = await readState();
  const before = known.epoch === 0 ? { ...known, epoch: Math.random() } : known;
  const after = { ...before, ...change(before) };
  await db.searchState.put(after);
  return after;
}
