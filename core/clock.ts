/** The time, as an argument: core has no clock of its own. */
export interface Clock {
  /** Epoch milliseconds. */
  now: () => number;
  /** Resolves after so many milliseconds, or rejects with the signal's reason when that comes first. */
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}
