import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatRoute, parseRoute, type Route } from '@/core/library/routes';

/** Leads elsewhere; `replace` leaves no trace in the history. */
export type Go = (route: Route, how?: 'replace') => void;

/** A browser lets a page write its address some two hundred times in ten seconds; a key held down asks for more. */
const MOST_A_SECOND = 8;

/** Where the page is, by its address's fragment, and a way elsewhere. */
export function useRoute(): [Route, Go] {
  const [hash, setHash] = useState(location.hash);
  /** When the address was written of late; what is to be written when it may be. */
  const written = useRef<number[]>([]);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // With the page's first drawing, not some time behind it: an address that changes meanwhile is not told again.
  useLayoutEffect(() => {
    const follow = () => {
      clearTimeout(waiting.current);
      setHash(location.hash);
    };
    addEventListener('hashchange', follow);
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = useCallback((route: Route, how?: 'replace') => {
    const next = formatRoute(route);
    clearTimeout(waiting.current);
    if (how !== 'replace') {
      location.hash = next;
      setHash(location.hash);
      return;
    }
    const write = () => history.replaceState(null, '', next);
    const now = performance.now();
    written.current = written.current.filter((at) => now - at < 1_000);
    if (written.current.length < MOST_A_SECOND) {
      written.current.push(now);
      write();
    } else waiting.current = setTimeout(write, 150);
    setHash(next);
  }, []);
  return [useMemo(() => parseRoute(hash), [hash]), go];
}
