import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { formatRoute, parseRoute, type Route } from '@/core/library/routes';

/** Leads elsewhere; `replace` leaves no trace in the history. */
export type Go = (route: Route, how?: 'replace') => void;

/** Where the page is, by its address's fragment, and a way elsewhere. */
export function useRoute(): [Route, Go] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = useCallback((route: Route, how?: 'replace') => {
    if (how === 'replace') history.replaceState(null, '', formatRoute(route));
    else location.hash = formatRoute(route);
    setHash(location.hash);
  }, []);
  return [useMemo(() => parseRoute(hash), [hash]), go];
}
