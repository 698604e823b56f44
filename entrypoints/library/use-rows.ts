import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListedPaper } from '@/components/library/listed-paper';
import { analysisTexts } from '@/storage/papers';
import { useLive } from '@/storage/use-live';
import { readRows } from './list-data';

type Rows = ReadonlyMap<string, ListedPaper>;

/** Rows that were in sight lately are kept: whoever scrolls back sees them at once. */
const MOST_ROWS = 600;
const NO_IDS: string[] = [];

async function readSight(ids: string[], withTexts: boolean) {
  const [rows, texts] = await Promise.all([readRows(ids), withTexts ? analysisTexts(ids) : {}]);
  return { ids, rows, texts: texts as Record<string, string | undefined> }; // as: not every paper has one
}

/** The same row as before where nothing in it has changed, so that it is not drawn anew. */
function keep(before: ListedPaper | undefined, after: ListedPaper): ListedPaper {
  return before && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

/**
 * The rows in sight, kept fresh, and those that were lately.
 *
 * @param given rows that came with the list; null: they are read
 * @param withTexts whether the papers' analyses are wanted as well, for what was found in them
 * @param first rows that were read before the list was drawn
 */
export function useRows(
  given: Rows | null,
  withTexts: boolean,
  first: Rows | null,
): { rows: Rows; onSight: (ids: string[]) => void } {
  const [wanted, setWanted] = useState(NO_IDS);
  // While one answer is on its way only the newest other question waits: a list may fly by.
  const next = useRef<string[] | null>(null);
  const isReading = useRef(false);
  const onSight = useCallback((ids: string[]) => {
    if (isReading.current) next.current = ids;
    else {
      isReading.current = ids.length > 0;
      setWanted(ids);
    }
  }, []);
  const isNeeded = given === null || withTexts;
  const seen = useLive(
    async () => (isNeeded && wanted.length > 0 ? readSight(wanted, withTexts) : null),
    [wanted, isNeeded, withTexts],
  );
  useEffect(() => {
    if (isNeeded && seen?.ids !== wanted && wanted.length > 0) return;
    isReading.current = false;
    const waiting = next.current;
    next.current = null;
    if (waiting) onSight(waiting);
  }, [seen, wanted, isNeeded]);

  const [kept] = useState(() => new Map(first));
  const rows = useMemo((): Rows => {
    if (!seen) return given ?? new Map(kept);
    const source = given ?? seen.rows;
    for (const id of seen.ids) {
      const row = source.get(id);
      if (!row) continue;
      const text = seen.texts[id];
      const before = kept.get(id);
      kept.delete(id); // behind all others, as the one used last
      kept.set(id, keep(before, text === undefined ? row : { ...row, texts: [...row.texts, text] }));
    }
    for (const id of kept.keys()) {
      if (kept.size <= MOST_ROWS) break;
      kept.delete(id);
    }
    return given ? new Map([...given, ...[...kept].filter(([id]) => given.has(id))]) : new Map(kept);
  }, [seen, given]);
  return { rows, onSight };
}
