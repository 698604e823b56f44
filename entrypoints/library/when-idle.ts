/** Waits for the page to be drawn, but not for ever. */
const LATEST_MS = 2_000;

/** Calls when the page has nothing else to do, until what it returns is called. */
export function whenIdle(work: () => void): () => void {
  // Absent where the tests draw pages without a browser.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: LATEST_MS });
  return () => cancelIdleCallback(asked);
}
