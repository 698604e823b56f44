import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * A value that may change many times a second, as it is when it rests: the first of several changes counts at once, those that
 * follow it closely only when no other comes.
 */
export function useSettled<T>(value: T, restMs: number): T {
  const [settled, setSettled] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  const last = useRef(value);
  useEffect(() => {
    if (value === last.current) return undefined;
    const settle = () => {
      last.current = value;
      setSettled(value);
    };
    const now = performance.now();
    const wait = now - changedAt.current < restMs ? restMs : 0;
    changedAt.current = now;
    if (wait === 0) {
      settle();
      return undefined;
    }
    const timer = setTimeout(settle, wait);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
