import { useEffect, useState } from 'preact/hooks';
import type { Steps } from '@/core/steps';

/** A frame: a key that is pressed meanwhile is drawn in the next one. */
const SLICE_MILLISECONDS = 16;
/** Where the browser finds no idle time, it takes some after so long. */
const WAIT_MILLISECONDS = 1_000;

/** Calls back once the browser has nothing to draw; with what ends the wait. */
function whenIdle(call: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(call, { timeout: WAIT_MILLISECONDS });
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(call, 1); // Safari
  return () => clearTimeout(timer);
}

/**
 * What long work gives, done while the browser is idle, a few milliseconds at a time; begun anew when `deps` change. Until it is
 * there, what the work before gave stays; null before the first. No work at all is null too.
 */
export function useSteps<T>(begin: () => Steps<T> | null, deps: unknown[]): T | null {
  const [result, setResult] = useState<T | null>(null);
  useEffect(() => {
    let steps: Steps<T> | null = null;
    let cancel: () => void;
    const go = () => {
      const until = performance.now() + SLICE_MILLISECONDS;
      steps ??= begin();
      if (!steps) {
        setResult(null);
        return;
      }
      for (;;) {
        const step = steps.next();
        if (step.done) {
          setResult(step.value);
          return;
        }
        if (performance.now() >= until) break;
      }
      cancel = whenIdle(go);
    };
    cancel = whenIdle(go);
    return () => cancel();
  }, deps);
  return result;
}
