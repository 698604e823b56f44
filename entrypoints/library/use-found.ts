import { useEffect, useMemo, useState } from 'preact/hooks';
import { isLost } from '@/storage/lost';
import { readProgress } from '@/storage/search-progress';
import { useLive } from '@/storage/use-live';
import { type Found, findPapers } from './find-papers';
import type { ListData } from './list-data';

export interface Search extends Found {
  /** What was asked for. */
  typed: string;
}

/** While papers are indexed, a search is asked again no more often. */
const PROGRESS_MS = 1_000;

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
  // What comes into the index meanwhile may be found as well.
  const progress = useLive(async () => (isAsked ? readProgress() : null), [isAsked], PROGRESS_MS);
  useEffect(() => {
    if (!isAsked || !list) {
      setFound(null);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (answer: Found) => setFound({ ...answer, typed: asked, key });
    findPapers(asked, within, list.rows, signal, tell).catch((cause: unknown) => {
      if (!signal.aborted) setError(cause);
    });
    return () => controller.abort();
  }, [key, within, asked, progress?.version]);
  // To the page's error boundary, as what a list cannot be read for.
  // What was found stays while the library is lost.
  if (error !== null && !isLost(error)) throw error;
  return found?.key === key ? { ...found, pending: progress?.pending ?? found.pending } : null;
}
