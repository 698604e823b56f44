import { useEffect, useState } from 'preact/hooks';
import { type Found, findPapers } from './find-papers';
import { readRows, type ListData } from './list-data';

export interface Search extends Found {
  /** What was asked for. */
  typed: string;
}

/** What a search finds in a list, newest question first; null before the first answer, and without a question. */
export function useFound(list: ListData | null, ids: readonly string[], typed: string): Search | null {
  const [found, setFound] = useState<Search | null>(null);
  const [error, setError] = useState<unknown>(null);
  const asked = typed.trim();
  useEffect(() => {
    if (asked === '' || !list) {
      setFound(null);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const { rows } = list;
    const read = rows ? async () => rows : readRows;
    findPapers(asked, ids, read, signal).then(
      (answer) => {
        if (!signal.aborted) setFound({ ...answer, typed: asked });
      },
      (cause: unknown) => {
        if (!signal.aborted) setError(cause);
      },
    );
    return () => controller.abort();
  }, [list?.key, ids, asked]);
  // To the page's error boundary, as what a list cannot be read for.
  if (error !== null) throw error;
  return found;
}
