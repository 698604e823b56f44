import type { PaceState, PaceStore } from '@/core/arxiv/polite-fetch';

/** A pace that outlives its askers, in memory. */
export class PaceMemory implements PaceStore {
  state: PaceState = { lastAt: 0, lastPageAt: 0, restUntil: 0 };
  private turn: Promise<unknown> = Promise.resolve();

  exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  };

  read = () => Promise.resolve(this.state);
  write = (state: PaceState) => {
    this.state = state;
    return Promise.resolve();
  };
}
