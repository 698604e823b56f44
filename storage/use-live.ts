import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { isLost, onLost } from './lost';

/**
 * What a query of the library gives, kept fresh while the view stands, whichever tab or script changes the library.
 * Undefined until the first answer. An error is thrown while rendering, so that the page's error boundary says it; but what was read
 * stays when the library is lost, and is read anew when it answers again.
 *
 * @param restMs how long to leave the library alone after two changes that came within this time: an import changes it dozens of
 * times a second. What changed meanwhile is seen afterwards.
 * @param first what the query gave before the view was drawn
 */
export function useLive<T>(query: () => Promise<T>, deps: unknown[], restMs = 0, first?: T): T | undefined {
  const [state, setState] = useState<{ value?: T; error?: unknown }>(first === undefined ? {} : { value: first });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let toldAt = Number.NEGATIVE_INFINITY;
    const fail = (error: unknown) =>
      setState((before) => (isLost(error) && before.value !== undefined ? before : { error }));
    const subscribe = () => {
      let isOver = false;
      let isReading = false;
      const end = () => {
        isOver = true;
        subscription.unsubscribe();
      };
      // Dexie follows a query over its awaits only when it can see that the function is async; else changes of what is read
      // after the first await go unnoticed.
      const subscription = liveQuery(async () => {
        // Changes that come faster than it is read would have it begin again and again, and never be told.
        if (isReading && restMs > 0 && !isOver) {
          end();
          timer = setTimeout(readOnce, restMs);
        }
        isReading = true;
        return query();
      }).subscribe({
        next: (value) => {
          isReading = false;
          setState({ value });
          if (performance.now() - toldAt < restMs) {
            end();
            timer = setTimeout(() => {
              stop = subscribe();
            }, restMs);
          }
          toldAt = performance.now();
        },
        error: fail,
      });
      return end;
    };
    /** Whatever changes meanwhile is seen by what follows. */
    const readOnce = () => {
      let isLeft = false;
      stop = () => {
        isLeft = true;
      };
      query()
        .then(
          (value) => isLeft || setState({ value }),
          (error: unknown) => isLeft || fail(error),
        )
        .finally(() => {
          if (!isLeft) stop = subscribe();
        });
    };
    let stop = subscribe();
    const unhear = onLost((lost) => {
      if (lost !== null) return;
      clearTimeout(timer);
      stop();
      stop = subscribe();
    });
    return () => {
      unhear();
      clearTimeout(timer);
      stop();
    };
  }, deps);
  if (state.error !== undefined) throw state.error;
  return state.value;
}
