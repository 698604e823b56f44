/** Long work that may be left between any two of its steps, for others to have their turn. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
