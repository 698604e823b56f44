import type { Clock } from '../clock';
import { AppError, type ErrorCode } from '../errors';
import { Patience, type PatienceLimits } from '../patience';
import type { RouteAddress } from './routes';

/** What fetching takes from outside. */
export interface FeedTools {
  fetch: typeof fetch;
  clock: Clock;
  signal?: AbortSignal;
  /** Whether the browser lets us ask an address; left out where nothing needs to be allowed. */
  mayAsk?: (url: string) => Promise<boolean>;
}

const LIMITS: PatienceLimits = { first: 30_000, gap: 30_000, whole: 60_000 };

/** Watches over one request: its time, and whether it is still wanted. */
export class Watch {
  private readonly stop = new AbortController();
  private readonly patience: Patience;
  readonly signal: AbortSignal;

  constructor(
    private readonly tools: FeedTools,
    private readonly address: RouteAddress,
  ) {
    this.signal = tools.signal ? AbortSignal.any([tools.signal, this.stop.signal]) : this.stop.signal;
    this.patience = new Patience(tools.clock, LIMITS, () => this.stop.abort());
  }

  hasLife(): void {
    this.patience.hasLife();
  }

  /** @throws the signal's reason when the request is not wanted any more. */
  error(code: ErrorCode, cause?: unknown): AppError {
    this.tools.signal?.throwIfAborted();
    return new AppError(code, `${this.address.url}: ${code}`, { host: this.address.host, cause });
  }

  /** Whatever has not been read is given up. */
  end(): void {
    this.patience.end();
    this.stop.abort();
  }
}
