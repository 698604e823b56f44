import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Found, findPapers } from './find-papers';
import type { ListData } from './list-data';

export interface Search extends Found {
  /** What was asked for. */
  typed: string;
}

/** While papers are still being indexed, what was asked is asked again so often. */
const PENDING_MS = 1_000;

/** What a search finds in a list, best first; the answer before until there is a new one, null without a question. */
export function useFound(
  list: ListData | null,
  ids: readonly string[],
  typed: string,
  isWhole: boolean,
): Search | null {
  const [found, setFound] = useState<(Search & { key: string }) | null>(null);
  const [error, setError] = useState<unknown>(null);
  const asked = typed.trim();
  const isAsked = asked !== '';
  const within = useMemo(() => (isWhole || !isAsked ? null : new Set(ids)), [ids, isWhole, isAsked]);
  const key = list?.key ?? '';
  /** Raised to ask once more: what is not searched yet is soon. */
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!isAsked || !list) {
      setFound(null);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (answer: Found) => setFound({ ...answer, typed: asked, key });
    let timer: ReturnType<typeof setTimeout> | undefined;
    findPapers(asked, within, list.rows, signal, tell).then(
      ({ pending }) => {
        if (pending > 0 && !signal.aborted) timer = setTimeout(() => setTurn((before) => before + 1), PENDING_MS);
      },
      (cause: unknown) => {
        if (!signal.aborted) setError(cause);
      },
    );
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [key, within, asked, turn]);
  // To the page's error boundary, as what a list cannot be read for.
  if (error !== null) throw error;
  return found?.key === key ? found : null;
}
