import type { Clock } from './clock';

/** How long an answer may take, in milliseconds. */
export interface PatienceLimits {
  /** Until it begins. */
  first: number;
  /** Between two signs of life. */
  gap: number;
  /** In all. */
  whole: number;
}

/** After the answer has said that it ends: the count of tokens may follow, the server's closing the line need not. */
const AFTERWORD_MILLISECONDS = 5_000;

/** Watches over the time of one answer, from when it is made. */
export class Patience {
  private readonly last: number;
  private deadline: number;
  private sleep = new AbortController();
  private isOver = false;

  /** @param giveUp is told when it has taken too long. */
  constructor(
    private readonly clock: Clock,
    private readonly limits: PatienceLimits,
    private readonly giveUp: () => void,
  ) {
    this.last = clock.now() + limits.whole;
    this.deadline = clock.now() + limits.first;
    void this.watch();
  }

  /** Something has come. */
  hasLife(): void {
    this.deadline = Math.min(this.last, this.clock.now() + this.limits.gap);
  }

  /** The answer has ended; only its count of tokens may follow. */
  hasEnded(): void {
    this.deadline = Math.min(this.last, this.clock.now() + AFTERWORD_MILLISECONDS);
    this.sleep.abort();
  }

  /** Nothing is waited for any more. */
  end(): void {
    this.isOver = true;
    this.sleep.abort();
  }

  /** Sleeps till the deadline and looks whether it has moved: much cheaper than a timer for every piece of an answer. */
  private async watch(): Promise<void> {
    for (;;) {
      const left = this.deadline - this.clock.now();
      if (left <= 0) this.giveUp();
      if (left <= 0 || this.isOver) return;
      this.sleep = new AbortController();
      try {
        await this.clock.wait(left, this.sleep.signal);
      } catch {
        // Woken because the deadline has come nearer, or because all is over.
        if (this.isOver) return;
      }
    }
  }
}
