import { absUrl } from '@/core/arxiv/id';
import { EMPTY_SELECTION } from '@/core/library/selection';
import { nextStatus } from '@/core/library/status-cycle';
import { readListRows } from '@/storage/list-rows';
import { readListMarks } from '@/storage/marks';
import { showRow, useCommands } from './use-commands';
import { focusNote } from './focus-note';
import type { Listing } from './use-listing';
import type { Mark } from './use-marks';

interface ListCommands {
  listing: Listing;
  currentId: string | null;
  enabled: boolean;
  mark: Mark;
  attempt: (work: Promise<unknown>) => void;
  onGo: (id: string) => void;
  /** Opens a paper by itself where only one column stands. */
  onRead: (id: string) => void;
  onSelect: (id: string, stretch: boolean) => void;
  onSearch: () => void;
  onHelp: () => void;
  onUndo: () => void;
}

/** What the keys do to the list: to the selected papers where there are some, else to the one that stands open. */
export function useListCommands(given: ListCommands): void {
  const { listing, currentId, enabled, mark, attempt, onGo, onRead, onSelect, onSearch, onHelp, onUndo } = given;
  const { order, ids, selected, typed } = listing;
  const targets = (id: string) => (selected.length > 0 ? selected : [id]);

  const star = async (some: readonly string[]) => {
    const marks = await readListMarks([...some]);
    mark(some, { kind: 'saved', saved: !some.every((id) => marks[id]?.saved) });
  };
  const dismiss = async (some: readonly string[]) => {
    const marks = await readListMarks([...some]);
    const isDone = (id: string) => Boolean(marks[id]?.dismissed || (some.length > 1 && marks[id]?.saved));
    mark(some, { kind: 'dismissed', dismissed: !some.every(isDone) });
  };
  const status = async (some: readonly string[]) => {
    const [first = ''] = some;
    const row = (await readListRows([first])).get(first);
    mark(some, { kind: 'status', status: nextStatus(row?.savedAt == null ? null : row.status) });
  };

  useCommands({
    order,
    currentId,
    enabled,
    onGo,
    on: {
      open: (id) => open(absUrl(id), '_blank', 'noopener'),
      star: (id) => attempt(star(targets(id))),
      dismiss: (id) => attempt(dismiss(targets(id))),
      status: (id) => attempt(status(targets(id))),
      note: (id) =>
        focusNote(
          id,
          () => onRead(id),
          () => showRow(id),
        ),
      select: (id) => onSelect(id, false),
      stretch: (id) => onSelect(id, true),
      all: () => listing.select(({ anchor }) => ({ ids: new Set(ids), anchor })),
      undo: onUndo,
      search: onSearch,
      help: onHelp,
      escape: () => (typed === '' ? listing.select(() => EMPTY_SELECTION) : listing.type('')),
    },
  });
}
