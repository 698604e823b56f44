import { useEffect, useState } from 'preact/hooks';
import { rememberSaved } from '@/storage/remembered';
import { useLive } from '@/storage/use-live';
import { whenIdle } from './when-idle';

/** What is saved changes with every star; what is remembered of it may follow after a while. */
const REST_MS = 5_000;

/** Remembers what is saved, once the page has nothing else to do. */
export function useRemembered(): void {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  useLive(async () => (isIdle ? rememberSaved() : null), [isIdle], REST_MS);
}
