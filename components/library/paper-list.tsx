import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { LibraryWords } from '@/core/words/library';
import type { ReportPageWords } from '@/core/words/report-page';
import type { ViewWords } from '@/core/words/views';
import type { ListedPaper } from './listed-paper';
import { type ItemActions, PaperItem } from './paper-item';
import { BLOCK_ROWS } from './row-window';
import { type Stretch, useRowWindow } from './use-row-window';

interface PaperListProps {
  /** What the list is called; several may stand below each other. */
  label?: string;
  /** The papers in order. */
  ids: readonly string[];
  /** What is known of them as yet. */
  rows: ReadonlyMap<string, ListedPaper>;
  currentId: string | null;
  selectedIds: ReadonlySet<string>;
  query: readonly string[];
  words: LibraryWords;
  own: ReportPageWords;
  views: ViewWords;
  actions: ItemActions;
  hrefOf: (id: string) => string;
  /** Told which papers are drawn now, where that changes. */
  onSight?: (ids: string[]) => void;
}

/**
 * A list that is no longer than this is drawn whole: the browser leaves out by itself what is out of sight. What a search finds
 * changes with every key, and is drawn anew.
 */
const MOST_WHOLE = 200;
const MOST_FOUND = 40;

/** The papers of a list, in order. Of a longer list only the rows in sight are drawn, and a screen's worth more. */
export function PaperList(props: PaperListProps) {
  const {
    ids,
    rows,
    currentId,
    selectedIds,
    query,
    words,
    own,
    views,
    actions,
    hrefOf,
    onSight,
    label = words.list,
  } = props;
  const isLong = ids.length > (query.length > 0 ? MOST_FOUND : MOST_WHOLE);
  const currentAt = currentId === null ? -1 : ids.indexOf(currentId);
  const { list, stretches } = useRowWindow(isLong ? ids.length : null, currentAt);
  const drawn: Stretch[] = isLong ? stretches : [{ kind: 'rows', from: 0, to: ids.length }];
  const inSight = drawn.flatMap((part) => (part.kind === 'rows' ? ids.slice(part.from, part.to) : []));
  const told = useRef('');
  useEffect(() => {
    const key = inSight.join(' ');
    if (key === told.current) return;
    told.current = key;
    onSight?.(inSight);
  });
  useLayoutEffect(() => {
    // An address may lead to a row far down.
    if (isLong && currentAt >= BLOCK_ROWS) list.current?.querySelector('.on')?.scrollIntoView({ block: 'center' });
  }, [isLong]);

  const drawRow = (id: string, at: number) => (
    <PaperItem
      key={id}
      id={id}
      paper={rows.get(id)}
      href={hrefOf(id)}
      current={id === currentId}
      selected={selectedIds.has(id)}
      place={isLong ? `${at + 1}/${ids.length}` : ''}
      query={query}
      words={words}
      own={own}
      views={views}
      actions={actions}
    />
  );
  return (
    // Safari takes lists without bullets for no lists, unless told.
    <ul
      class={['items', query.length > 0 && 'searched', isLong && 'long'].filter(Boolean).join(' ')}
      role="list"
      aria-label={label}
      ref={list}
    >
      {drawn.flatMap((part) =>
        part.kind === 'rows' ? (
          ids.slice(part.from, part.to).map((id, index) => drawRow(id, part.from + index))
        ) : (
          <li
            key={`room ${part.key}`}
            class="room"
            role="none"
            aria-hidden="true"
            style={{ height: `${part.height}px` }}
          />
        ),
      )}
    </ul>
  );
}
