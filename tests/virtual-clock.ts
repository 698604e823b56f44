import type { Clock } from '@/core/clock';

interface Waiting {
  at: number;
  wake: () => void;
}

/** A clock whose time passes only when a test says so; whoever waits is woken in order. */
export class VirtualClock implements Clock {
  private time: number;
  private waiting: Waiting[] = [];

  constructor(start = 1_000_000) {
    this.time = start;
  }

  now = (): number => this.time;

  wait = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const entry: Waiting = { at: this.time + milliseconds, wake: resolve };
      this.waiting.push(entry);
      signal?.addEventListener('abort', () => {
        this.waiting = this.waiting.filter((other) => other !== entry);
        reject(signal.reason as Error); // the reason an abort was given
      });
    });

  /** Lets so much time pass, waking sleepers at their moments and letting what they start run in between. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      await settle();
      const next = this.waiting.filter((entry) => entry.at <= end).toSorted((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((entry) => entry !== next);
      this.time = next.at;
      next.wake();
    }
    this.time = end;
    await settle();
  }
}

/** Lets everything run that is ready to, also what fake-indexeddb puts behind timers of no length. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) {
    await new Promise((next) => {
      setImmediate(next);
    });
  }
}
