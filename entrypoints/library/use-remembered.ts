import { useEffect, useState } from 'preact/hooks';
import { rememberSaved } from '@/storage/remembered';
import { useLive } from '@/storage/use-live';

/** What is saved changes with every star; what is remembered of it may follow after a while. */
const REST_MS = 5_000;
/** It waits for the page to be drawn, but not for ever. */
const LATEST_MS = 3_000;

/** Remembers what is saved, once the page has nothing else to do. */
export function useRemembered(): void {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setIdle(true), { timeout: LATEST_MS });
    return () => cancelIdleCallback(asked);
  }, []);
  useLive(async () => (isIdle ? rememberSaved() : null), [isIdle], REST_MS);
}
