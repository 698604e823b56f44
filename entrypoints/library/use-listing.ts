import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListedPaper } from '@/components/library/listed-paper';
import { formatId } from '@/core/arxiv/id';
import type { ListSource } from '@/core/library/routes';
import { matchesAll, parseQuery, toHaystack } from '@/core/library/search';
import { EMPTY_SELECTION, selectedIn, type Selection } from '@/core/library/selection';
import { analysisTexts } from '@/storage/papers';
import { useLive } from '@/storage/use-live';
import { listKey, readList } from './list-data';
import type { ListPart, ReportView } from './report-data';

/** A part of the list as it is shown now. */
export interface ShownPart extends ListPart {
  open: boolean;
}

export interface Listing {
  /** False until the list has been read. */
  ready: boolean;
  /** False while a search has not looked through the analyses yet: it may still find more. */
  searched: boolean;
  /** What there is of the list: all of it, or what a search finds; a search has one part, and looks into folded ones too. */
  parts: ShownPart[];
  papers: ListedPaper[];
  /** Ids of the rows that are in sight, through which the keys move. */
  order: string[];
  /** Ids that an export takes: the selected ones, or else all papers that the library has of `papers`, folded ones too. */
  exported: string[];
  /** How long the list is without a search. */
  total: number;
  view: ReportView | null;
  typed: string;
  query: string[];
  selection: Selection;
  selected: string[];
  type: (typed: string, source?: ListSource) => void;
  select: (change: (selection: Selection) => Selection) => void;
  /** Opens a part, or folds it again. */
  fold: (kind: ListPart['kind'], open: boolean) => void;
}

function describe(paper: ListedPaper): string[] {
  const { id, version, title, titleChinese, gist, authors, categories, tags, texts } = paper;
  return [title, titleChinese ?? '', gist, authors.join(', '), formatId(id, version), ...categories, ...tags, ...texts];
}

const NO_WORDS: string[] = [];
const NO_TEXTS: Record<string, string> = {};
const NO_PARTS: ListPart[] = [];

type Folds = Partial<Record<ListPart['kind'], boolean>>;

const idsOf = (papers: readonly ListedPaper[]) => papers.map((paper) => paper.id);

/**
 * A list with what is searched for, selected and unfolded in it; all three belong to this list and do not follow to the next. A
 * part is open when the chosen paper stands in it, and when there is nothing else.
 */
export function useListing(source: ListSource | null, chosenId: string | null): Listing {
  const key = listKey(source);
  const data = useLive(() => readList(source), [key]);
  const [search, setSearch] = useState({ key, typed: '' });
  const [chosen, setChosen] = useState({ key, selection: EMPTY_SELECTION });
  const [folds, setFolds] = useState<{ key: string; open: Folds }>({ key, open: {} });
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
  const all = ready ? data.parts : NO_PARTS;
  const whole = useMemo(() => all.flatMap((part) => part.papers), [all]);
  const texts = useLive(
    async () => (searching && whole.length > 0 ? analysisTexts(idsOf(whole)) : NO_TEXTS),
    [searching, whole],
  );
  const papers = useMemo(() => {
    if (!searching) return whole;
    const withTexts = whole.map((paper) => ({ ...paper, texts: [...paper.texts, texts?.[paper.id] ?? ''] }));
    return withTexts.filter((paper) => {
      const pieces = describe(paper);
      const text = pieces.join('\n');
      const known = folded.current.get(paper.id);
      const haystack = known?.text === text ? known.haystack : toHaystack(pieces);
      folded.current.set(paper.id, { text, haystack });
      return matchesAll(haystack, query);
    });
  }, [whole, query, texts]);

  const chosenIn = useMemo(
    () => all.find((part) => part.papers.some((paper) => paper.id === chosenId))?.kind ?? null,
    [all, chosenId],
  );
  const fold = (kind: ListPart['kind'], open: boolean) =>
    setFolds((before) => ({ key, open: { ...(before.key === key && before.open), [kind]: open } }));
  useEffect(() => {
    // Once opened it stays so, whatever is chosen next.
    if (chosenIn !== null && chosenIn !== 'first') fold(chosenIn, true);
  }, [key, chosenIn]);
  const open = folds.key === key ? folds.open : {};
  const parts = useMemo((): ShownPart[] => {
    if (searching) return [{ kind: 'first', papers, open: true }];
    const filled = all.filter((part) => part.papers.length > 0);
    return filled.map((part, index) => ({ ...part, open: open[part.kind] ?? (index === 0 || part.kind === chosenIn) }));
  }, [searching, papers, all, open.first, open.rest, open.seen, chosenIn]);
  const order = useMemo(() => parts.flatMap((part) => (part.open ? idsOf(part.papers) : [])), [parts]);
  const selected = useMemo(() => selectedIn(selection, idsOf(papers)), [selection, papers]);
  const exported = useMemo(() => {
    const isWanted = new Set(selected);
    const kept = idsOf(papers.filter((paper) => !paper.gone));
    return selected.length > 0 ? kept.filter((id) => isWanted.has(id)) : kept;
  }, [selected, papers]);

  return {
    ready,
    searched: !searching || whole.length === 0 || (texts !== undefined && texts !== NO_TEXTS),
    parts,
    papers,
    order,
    exported,
    total: whole.length,
    view: ready ? data.view : null,
    typed,
    query,
    selection,
    selected,
    type: (text, place) => setSearch({ key: place ? listKey(place) : key, typed: text }),
    select: (change) =>
      setChosen((before) => ({ key, selection: change(before.key === key ? before.selection : EMPTY_SELECTION) })),
    fold,
  };
}
