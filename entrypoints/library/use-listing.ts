import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ListedPaper } from '@/components/library/listed-paper';
import { type FoundOrder, orderFor } from '@/core/library/list-order';
import type { ListSource } from '@/core/library/routes';
import { EMPTY_SELECTION, selectedIn, type Selection } from '@/core/library/selection';
import type { Settings } from '@/core/settings';
import { useLive } from '@/storage/use-live';
import type { FirstRead } from './first-read';
import { type IdPart, listKey, readList } from './list-data';
import type { ReportView } from './report-data';
import { useFound } from './use-found';
import { useRows } from './use-rows';

/** A part of the list as it is shown now. */
export interface ShownPart extends IdPart {
  open: boolean;
}

export interface Listing {
  /** Which list this is. */
  key: string;
  /** False until the list has been read. */
  ready: boolean;
  /** False while a search has not answered yet. */
  searched: boolean;
  /** What there is of the list: all of it, or what a search finds; a search has one part, and looks into folded ones too. */
  parts: ShownPart[];
  ids: string[];
  /** What is known of the papers that are in sight, and of others. */
  rows: ReadonlyMap<string, ListedPaper>;
  onSight: (ids: string[]) => void;
  /** Ids of the rows that are unfolded, through which the keys move. */
  order: string[];
  /** Ids that an export takes: the selected ones, or else all papers that the library has of `ids`, folded ones too. */
  exported: string[];
  /** How long the list is without a search. */
  total: number;
  view: ReportView | null;
  /** How it stands now. */
  sorted: FoundOrder;
  typed: string;
  /** How many papers a search has not looked through yet. */
  pending: number;
  /** What was found, to be marked. */
  query: string[];
  selection: Selection;
  selected: string[];
  type: (typed: string, source?: ListSource) => void;
  select: (change: (selection: Selection) => Selection) => void;
  /** Opens a part, or folds it again. */
  fold: (kind: IdPart['kind'], open: boolean) => void;
}

const NO_WORDS: string[] = [];
const NO_PARTS: IdPart[] = [];
/** An import brings papers dozens of times a second. */
const REST_MS = 500;

type Folds = Partial<Record<IdPart['kind'], boolean>>;

/** What is unfolded. A part is open when the chosen paper stands in it, and when there is nothing else. */
function useFolds(key: string, all: readonly IdPart[], chosenId: string | null) {
  const [folds, setFolds] = useState<{ key: string; open: Folds }>({ key, open: {} });
  const chosenIn = useMemo(
    () => (all.length > 1 && chosenId !== null ? (all.find(({ ids }) => ids.includes(chosenId))?.kind ?? null) : null),
    [all, chosenId],
  );
  const fold = (kind: IdPart['kind'], open: boolean) =>
    setFolds((before) => ({ key, open: { ...(before.key === key && before.open), [kind]: open } }));
  useEffect(() => {
    // Once opened it stays so, whatever is chosen next.
    if (chosenIn !== null && chosenIn !== 'first') fold(chosenIn, true);
  }, [key, chosenIn]);
  const open = folds.key === key ? folds.open : {};
  const parts = useMemo((): ShownPart[] => {
    const filled = all.filter(({ ids }) => ids.length > 0);
    return filled.map((part, index) => ({ ...part, open: open[part.kind] ?? (index === 0 || part.kind === chosenIn) }));
  }, [all, open.first, open.rest, open.seen, chosenIn]);
  return { parts, fold };
}

const flat = (parts: readonly IdPart[]) =>
  parts.length === 1 ? (parts[0]?.ids ?? []) : parts.flatMap(({ ids }) => ids);

/** A list with what is searched for, selected and unfolded in it; all three belong to this list and do not follow to the next. */
export function useListing(
  source: ListSource | null,
  chosenId: string | null,
  { listOrder, foundOrder }: Pick<Settings, 'listOrder' | 'foundOrder'>,
  first: FirstRead['list'],
): Listing {
  const key = listKey(source);
  const [search, setSearch] = useState({ key, typed: '' });
  const [chosen, setChosen] = useState({ key, selection: EMPTY_SELECTION });
  const typed = search.key === key ? search.typed : '';
  const searching = typed.trim() !== '';
  const wanted = searching && foundOrder !== 'best' ? foundOrder : listOrder;
  const data = useLive(() => readList(source, wanted), [key, wanted], REST_MS, first?.data);
  const list = data !== undefined && data.key === key ? data : null;
  const selection = chosen.key === key ? chosen.selection : EMPTY_SELECTION;
  const all = list?.parts ?? NO_PARTS;
  const whole = useMemo(() => flat(all), [all]);
  const found = useFound(list, whole, typed, source?.kind === 'all');
  const { rows, onSight } = useRows(list?.rows ?? null, searching, first?.rows ?? null);
  const { parts: unfolded, fold } = useFolds(key, all, chosenId);

  const ids = useMemo(() => {
    if (!searching || !found) return whole;
    if (foundOrder === 'best' && list?.rows === null) return found.ids;
    // In the order of the list.
    const isFound = new Set(found.ids);
    return whole.filter((id) => isFound.has(id));
  }, [searching, found, whole, foundOrder, list?.rows]);
  const parts = useMemo(
    (): ShownPart[] => (searching ? [{ kind: 'first', ids, open: true }] : unfolded),
    [searching, ids, unfolded],
  );
  const order = useMemo(() => flat(parts.filter(({ open }) => open)), [parts]);
  const selected = useMemo(() => (selection.ids.size === 0 ? [] : selectedIn(selection, ids)), [selection, ids]);
  const exported = useMemo(() => {
    const wantedIds = selected.length > 0 ? selected : ids;
    return list?.rows ? wantedIds.filter((id) => !list.rows?.get(id)?.gone) : wantedIds;
  }, [selected, ids, list]);

  return {
    key,
    ready: list !== null,
    searched:
      !searching || whole.length === 0 || (found?.typed === typed.trim() && (found.pending === 0 || ids.length > 0)),
    parts,
    ids,
    rows,
    onSight,
    order,
    exported,
    total: whole.length,
    view: list?.view ?? null,
    sorted:
      searching && foundOrder === 'best'
        ? 'best'
        : source && source.kind !== 'report'
          ? orderFor(source, list?.order ?? wanted)
          : wanted,
    typed,
    pending: searching ? (found?.pending ?? 0) : 0,
    query: searching ? (found?.words ?? NO_WORDS) : NO_WORDS,
    selection,
    selected,
    type: (text, place) => setSearch({ key: place ? listKey(place) : key, typed: text }),
    select: (change) =>
      setChosen((before) => ({ key, selection: change(before.key === key ? before.selection : EMPTY_SELECTION) })),
    fold,
  };
}
