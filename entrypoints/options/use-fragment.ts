import { useEffect } from 'preact/hooks';

/** With any of these the reader goes on by themselves. */
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Shows the part of the page that its address names, though parts come one by one as they are read: #about comes from the popup,
 * #models from the panel.
 */
export function useFragment(isReady: boolean): void {
  useEffect(() => {
    const name = location.hash.slice(1);
    if (!isReady || name === '') return undefined;
    const show = () => document.getElementById(name)?.scrollIntoView();
    // Each part that comes moves what is below it.
    const grown = new ResizeObserver(show);
    grown.observe(document.body);
    const over = new AbortController();
    const end = () => {
      grown.disconnect();
      over.abort();
    };
    for (const type of TAKES_OVER) addEventListener(type, end, { signal: over.signal, passive: true });
    show();
    return end;
  }, [isReady]);
}
