import type { Row } from './row';
import type { ListCommand } from './keys';

/** The row that has the keys; else the one they would begin from: the first that is not above the window. */
export function findCurrent(rows: readonly Row[]): { row: Row | null; isFocused: boolean } {
  const active = rows[0]?.host.ownerDocument.activeElement;
  const focused = rows.find(({ host }) => host === active);
  if (focused) return { row: focused, isFocused: true };
  const first = rows.find(({ host }) => host.getBoundingClientRect().bottom > 0);
  return { row: first ?? rows.at(-1) ?? null, isFocused: false };
}

/** Whether the reader has done nothing yet with a paper. */
const isFresh = ({ data }: Row) =>
  !data.saved && !data.dismissed && data.marks.every(({ kind }) => kind !== 'seen' && kind !== 'status');

/** Where a key leads to from a row; null where there is no such paper. */
export function findTarget(
  rows: readonly Row[],
  { row, isFocused }: ReturnType<typeof findCurrent>,
  move: Extract<ListCommand, 'next' | 'previous' | 'fresh'>,
): Row | null {
  const at = row ? rows.indexOf(row) : -1;
  if (move === 'previous') return rows[isFocused ? at - 1 : at] ?? null;
  const from = isFocused ? at + 1 : at;
  if (move === 'next') return rows[from] ?? null;
  return rows.slice(from).find(isFresh) ?? null;
}
