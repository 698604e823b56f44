import type { ListedPaper } from '@/components/library/listed-paper';
import { toUnreadPaper } from '@/core/library/unread';
import { parseQuery } from '@/core/search/query';
import { findsPaper, type Scanned } from '@/core/search/scan';
import { searchLibrary } from '@/storage/search';
import type { ListData } from './list-data';

export interface Found {
  /** Best first. */
  ids: string[];
  /** What to mark. */
  words: string[];
  /** Papers that are not searched yet, or as they were before their last change. */
  pending: number;
}

/** So many are shown while the rest is looked for. */
const FIRST = 200;

function toScanned({
  id,
  version,
  title,
  titleChinese,
  gist,
  categories,
  seen,
  dismissed,
  saved,
}: ListedPaper): Scanned {
  const paper = { ...toUnreadPaper(id), version, title, titleChinese, categories };
  return { paper, gist, analyses: [], tags: [], note: '', status: null, saved, seen, dismissed };
}

/** Papers of a report that were taken out of the library since: the report itself tells of them. */
function findGone(typed: string, rows: ListData['rows']): string[] {
  const query = parseQuery(typed);
  const gone = [...(rows?.values() ?? [])].filter((row) => row.gone);
  return gone.filter((row) => findsPaper(query, toScanned(row))).map(({ id }) => id);
}

/**
 * Looks for what was typed in a list; tells first of the best, then of all.
 *
 * @param within the papers of the list, the same set for the same list; null: all there are
 */
export async function findPapers(
  typed: string,
  within: ReadonlySet<string> | null,
  rows: ListData['rows'],
  signal: AbortSignal,
  tell: (found: Found) => void,
): Promise<void> {
  const ask = (limit: number) => searchLibrary({ typed, order: 'best', limit, offset: 0, within, signal });
  const gone = findGone(typed, rows);
  const first = await ask(FIRST);
  const toFound = ({ ids, words, pending }: Awaited<ReturnType<typeof ask>>) => ({
    ids: [...ids, ...gone],
    words,
    pending,
  });
  signal.throwIfAborted();
  if (first.total > first.ids.length) tell({ ...toFound(first), ids: first.ids });
  const all = first.total > first.ids.length ? await ask(first.total) : first;
  signal.throwIfAborted();
  tell(toFound(all));
}
