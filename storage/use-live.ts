import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/**
 * What a query of the library gives, kept fresh while the view stands, whichever tab or script changes the library.
 * Undefined until the first answer. An error is thrown while rendering, so that the page's error boundary says it.
 */
export function useLive<T>(query: () => Promise<T>, deps: unknown[]): T | undefined {
  const [state, setState] = useState<{ value?: T; error?: unknown }>({});
  useEffect(() => {
    // Dexie follows a query over its awaits only when it can see that the function is async; else changes of what is read
    // after the first await go unnoticed.
    const subscription = liveQuery(async () => query()).subscribe({
      next: (value) => setState({ value }),
      error: (error: unknown) => setState({ error }),
    });
    return () => subscription.unsubscribe();
  }, deps);
  if (state.error !== undefined) throw state.error;
  return state.value;
}
