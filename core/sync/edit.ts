/**
 * The newest that is known of one field of the reader's own, as a library keeps it and as it travels. `key` says what it is a
 * field of (`keys.ts`), `at` is a stamp (`stamp.ts`), `by` the device that set it.
 */
export interface Edit {
  key: string;
  at: number;
  by: string;
  value: unknown;
  /** Of a note: the newest of each other device's text that the writer saw. */
  seen?: Record<string, number>;
}

/** How a library names its own device before it has a name that others know: libraries without company never need one. */
export const HERE = '';

/** Which of two edits of the same key counts: the later one, and of two at the same moment always the same. */
export function beats(one: Edit, other: Edit): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.by !== other.by) return one.by > other.by;
  return JSON.stringify(one.value) > JSON.stringify(other.value);
}

/** Takes edits into others by their keys. Taken in any order, in parts or again, the result is the same. */
export function mergeEdits(known: ReadonlyMap<string, Edit>, incoming: Iterable<Edit>): Map<string, Edit> {
  const merged = new Map(known);
  for (const edit of incoming) {
    const before = merged.get(edit.key);
    if (!before || beats(edit, before)) merged.set(edit.key, edit);
  }
  return merged;
}
