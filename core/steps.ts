/** Long work in small steps, so that a page can do it between two keystrokes; what it returns is what all of it gives. */
export type Steps<T> = Generator<undefined, T>;

/** All the steps at once. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
