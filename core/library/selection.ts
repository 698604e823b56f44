/** Papers chosen for an export. `anchor` is the one chosen last: where a stretch (shift) starts from. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const EMPTY_SELECTION: Selection = { ids: new Set(), anchor: null };

/** Adds the paper, or takes it out again. */
export function toggleOne(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/**
 * Adds everything from the anchor to `id` in the order shown, or takes it out when `id` was in.
 * Without an anchor in that order it is the same as `toggleOne`.
 */
export function toggleStretch(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggleOne(selection, id);
  const ids = new Set(selection.ids);
  const adding = !ids.has(id);
  for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (adding) ids.add(each);
    else ids.delete(each);
  }
  return { ids, anchor: id };
}

/** The selected ids that are still shown, in the order shown. */
export function selectedIn(selection: Selection, order: readonly string[]): string[] {
  return order.filter((id) => selection.ids.has(id));
}

/** The neighbour of `current` in a list, staying at the ends; from nowhere, the first. Null for an empty list. */
export function stepFrom(order: readonly string[], current: string | null, by: 1 | -1): string | null {
  const at = current === null ? -1 : order.indexOf(current);
  if (at < 0) return order[0] ?? null;
  return order[Math.min(Math.max(at + by, 0), order.length - 1)] ?? null;
}
