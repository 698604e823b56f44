import type { ListedPaper } from '@/components/library/listed-paper';
import { formatId } from '@/core/arxiv/id';
import { matchesAll, parseQuery, toHaystack } from '@/core/library/search';
import { breathe } from '@/storage/breathe';
import { analysisTexts } from '@/storage/papers';

export interface Found {
  ids: string[];
  /** What to mark. */
  words: string[];
}

const AT_ONCE = 200;

function describe(paper: ListedPaper): string[] {
  const { id, version, title, titleChinese, gist, authors, categories, tags, texts } = paper;
  return [title, titleChinese ?? '', gist, authors.join(', '), formatId(id, version), ...categories, ...tags, ...texts];
}

/** Looks for all of the words in the papers of a list and in their analyses. */
export async function findPapers(
  typed: string,
  within: readonly string[],
  read: (ids: string[]) => Promise<ReadonlyMap<string, ListedPaper>>,
  signal: AbortSignal,
): Promise<Found> {
  const words = parseQuery(typed);
  const ids: string[] = [];
  for (let at = 0; at < within.length; at += AT_ONCE) {
    const some = within.slice(at, at + AT_ONCE);
    const [rows, texts] = await Promise.all([read(some), analysisTexts(some)]);
    signal.throwIfAborted();
    for (const id of some) {
      const paper = rows.get(id);
      if (paper && matchesAll(toHaystack([...describe(paper), texts[id] ?? '']), words)) ids.push(id);
      await breathe();
    }
  }
  return { ids, words };
}
