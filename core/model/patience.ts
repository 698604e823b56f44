import type { Clock } from '../clock';
import { AppError } from '../errors';

/** How long an answer may take, in milliseconds: to begin, between two signs of life, and in all. */
export const FIRST_BYTE_MILLISECONDS = 120_000;
const GAP_MILLISECONDS = 100_000;
const WHOLE_MILLISECONDS = 600_000;
/** After the answer has said that it ends: the count of tokens may follow, the server's closing the line need not. */
const AFTERWORD_MILLISECONDS = 5_000;

/** Waits for the parts of one answer, and no longer than is sensible. */
export class Patience {
  private readonly start: number;
  private begun = false;
  private ended = false;

  constructor(
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {
    this.start = clock.now();
  }

  /** From now on signs of life are waited for, not the first one. */
  hasBegun(): void {
    this.begun = true;
  }

  /** From now on only what may follow the end of the answer is waited for. */
  hasEnded(): void {
    this.ended = true;
  }

  /** What `work` gives; rejects with `model-silent` when its time is over, and as the signal says when that comes first. */
  async wait<T>(work: Promise<T>): Promise<T> {
    const passed = this.clock.now() - this.start;
    const limits = [WHOLE_MILLISECONDS - passed];
    if (this.ended) limits.push(AFTERWORD_MILLISECONDS);
    else if (this.begun) limits.push(GAP_MILLISECONDS);
    else limits.push(FIRST_BYTE_MILLISECONDS - passed);
    const done = new AbortController();
    const tooLate = this.clock
      .wait(Math.max(0, Math.min(...limits)), AbortSignal.any([this.signal, done.signal]))
      .then(() => {
        throw new AppError('model-silent', 'the model did not answer in time');
      });
    // Whichever loses the race is nobody's any more.
    tooLate.catch(() => undefined);
    work.catch(() => undefined);
    try {
      return await Promise.race([work, tooLate]);
    } finally {
      done.abort();
    }
  }
}
