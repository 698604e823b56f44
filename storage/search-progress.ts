import { db } from './db';
import { guarded } from './guard';
import { readState } from './search-state';

export interface IndexProgress {
  /** Another number whenever searches may find something else. */
  version: number;
  /** Papers that are not searched yet, or as they were before their last change. */
  pending: number;
}

/** How far the index is behind the library; cheap, however large both are. */
export function readProgress(): Promise<IndexProgress> {
  return guarded(async () => {
    const { version, compared } = await readState();
    const [sizes, left] = await Promise.all([
      db.searchQueue.orderBy('size').keys(),
      compared === null ? 0 : db.papers.where('id').above(compared).count(),
    ]);
    return { version, pending: sizes.reduce<number>((sum, size) => sum + Number(size), left) };
  });
}
