import { useMemo, useRef, useState } from 'preact/hooks';
import type { ListedPaper } from '@/components/library/listed-paper';
import { formatId } from '@/core/arxiv/id';
import type { ListSource } from '@/core/library/routes';
import { matchesAll, parseQuery, toHaystack } from '@/core/library/search';
import { EMPTY_SELECTION, selectedIn, type Selection } from '@/core/library/selection';
import { analysisTexts } from '@/storage/papers';
import { useLive } from '@/storage/use-live';
import { listKey, readList, type ReportView } from './list-data';

export interface Listing {
  /** False until the list has been read. */
  ready: boolean;
  /** False while a search has not looked through the analyses yet: it may still find more. */
  searched: boolean;
  /** What is shown of the list: all of it, or what a search finds. */
  papers: ListedPaper[];
  order: string[];
  /** How long the list is without a search. */
  total: number;
  view: ReportView | null;
  typed: string;
  query: string[];
  selection: Selection;
  selected: string[];
  type: (typed: string, source?: ListSource) => void;
  select: (change: (selection: Selection) => Selection) => void;
}

function describe(paper: ListedPaper): string[] {
  const { id, version, title, titleChinese, gist, authors, categories, tags, texts } = paper;
  return [title, titleChinese ?? '', gist, authors.join(', '), formatId(id, version), ...categories, ...tags, ...texts];
}

const NO_WORDS: string[] = [];
const NO_TEXTS: Record<string, string> = {};

/** A list with what is searched for and selected in it; both belong to this list and do not follow to the next. */
export function useListing(source: ListSource | null): Listing {
  const key = listKey(source);
  const data = useLive(() => readList(source), [key]);
  const [search, setSearch] = useState({ key, typed: '' });
  const [chosen, setChosen] = useState({ key, selection: EMPTY_SELECTION });
  // Folding the texts of thousands of papers takes a second, and most of them stay the same from one answer to the next.
  const folded = useRef(new Map<string, { text: string; haystack: string }>());

  const ready = data !== undefined && data.key === key;
  const typed = search.key === key ? search.typed : '';
  const selection = chosen.key === key ? chosen.selection : EMPTY_SELECTION;
  const query = useMemo(() => {
    const words = parseQuery(typed);
    return words.length > 0 ? words : NO_WORDS;
  }, [typed]);
  const searching = query.length > 0;
  const texts = useLive(
    async () => (searching && data ? analysisTexts(data.papers.map((paper) => paper.id)) : NO_TEXTS),
    [searching, data],
  );
  const papers = useMemo(() => {
    const all = ready ? data.papers : [];
    if (!searching) return all;
    const whole = all.map((paper) => ({ ...paper, texts: [...paper.texts, texts?.[paper.id] ?? ''] }));
    return whole.filter((paper) => {
      const parts = describe(paper);
      const text = parts.join('\n');
      const known = folded.current.get(paper.id);
      const haystack = known?.text === text ? known.haystack : toHaystack(parts);
      folded.current.set(paper.id, { text, haystack });
      return matchesAll(haystack, query);
    });
  }, [ready, data, query, texts]);
  const order = useMemo(() => papers.map((paper) => paper.id), [papers]);

  return {
    ready,
    searched: !searching || (texts !== undefined && texts !== NO_TEXTS),
    papers,
    order,
    total: ready ? data.papers.length : 0,
    view: ready ? data.view : null,
    typed,
    query,
    selection,
    selected: selectedIn(selection, order),
    type: (text, place) => setSearch({ key: place ? listKey(place) : key, typed: text }),
    select: (change) =>
      setChosen((before) => ({ key, selection: change(before.key === key ? before.selection : EMPTY_SELECTION) })),
  };
}
