import type { Status } from '../status';
import { type Edit, HERE } from './edit';
import { type EditKey, parseKey, writeKey } from './keys';
import { noteOf, writeNote } from './note';
import { nextStamp } from './stamp';

/** What a reader has of a paper, beside the paper itself. */
export interface PaperFields {
  savedAt: number | null;
  status: Status | null;
  tags: string[];
  note: string;
  dismissedAt: number | null;
}

export const NO_FIELDS: PaperFields = { savedAt: null, status: null, tags: [], note: '', dismissedAt: null };

interface Sorted {
  plain: Map<string, Edit>;
  tags: Map<string, Edit>;
  notes: Edit[];
}

function sortEdits(edits: Iterable<Edit>): Sorted {
  const sorted: Sorted = { plain: new Map(), tags: new Map(), notes: [] };
  for (const edit of edits) {
    const key = parseKey(edit.key);
    if (key?.kind === 'tag') sorted.tags.set(key.tag, edit);
    else if (key?.kind === 'note') sorted.notes.push(edit);
    else if (key) sorted.plain.set(key.kind, edit);
  }
  return sorted;
}

/** Where a tag stands in its paper's row of tags; null once it was taken off. */
const placeOf = (edit: Edit | undefined): number | null => (typeof edit?.value === 'number' ? edit.value : null);

function tagsOf(tags: ReadonlyMap<string, Edit>): string[] {
  return [...tags]
    .filter(([, edit]) => placeOf(edit) !== null)
    .toSorted(([oneTag, one], [otherTag, other]) => {
      return (placeOf(one) ?? 0) - (placeOf(other) ?? 0) || one.at - other.at || (oneTag < otherTag ? -1 : 1);
    })
    .map(([tag]) => tag);
}

/** What all edits of one paper come to. */
export function fieldsOf(edits: Iterable<Edit>): PaperFields {
  const { plain, tags, notes } = sortEdits(edits);
  const value = (kind: string) => plain.get(kind)?.value ?? null;
  return {
    savedAt: value('saved') as number | null, // as: what comes from elsewhere was checked when it was read (`read-value.ts`)
    status: value('status') as Status | null, // as: see above
    dismissedAt: value('dismissed') as number | null, // as: see above
    tags: tagsOf(tags),
    note: noteOf(notes),
  };
}

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((tag, index) => tag === other[index]);

/** Stamps the tags that came, went, or have to move so that they stand in the order wanted. */
function stampTags(id: string, known: ReadonlyMap<string, Edit>, wanted: readonly string[], now: number): Edit[] {
  if (isSameList(tagsOf(known), wanted)) return [];
  const stamp = (tag: string, place: number | null): Edit => ({
    key: writeKey({ kind: 'tag', id, tag }),
    at: nextStamp(now, known.get(tag)?.at ?? 0),
    by: HERE,
    value: place,
  });
  const gone = [...known].filter(([tag, edit]) => placeOf(edit) !== null && !wanted.includes(tag));
  let last = -1;
  const placed = wanted.flatMap((tag) => {
    const place = placeOf(known.get(tag));
    if (place !== null && place > last) {
      last = place;
      return [];
    }
    last += 1;
    return stamp(tag, last);
  });
  return [...gone.map(([tag]) => stamp(tag, null)), ...placed];
}

/**
 * The edits that turn what is known of a paper's fields into what they are now; none where they are the same already. `now` is
 * epoch milliseconds.
 */
export function stampFields(id: string, known: readonly Edit[], now: Partial<PaperFields>, moment: number): Edit[] {
  const before = fieldsOf(known);
  const { plain, tags, notes } = sortEdits(known);
  const edits: Edit[] = [];
  const stamp = (kind: Extract<EditKey['kind'], 'saved' | 'status' | 'dismissed'>, value: unknown) => {
    const at = nextStamp(moment, plain.get(kind)?.at ?? 0);
    edits.push({ key: writeKey({ kind, id }), at, by: HERE, value });
  };
  if (now.savedAt !== undefined && now.savedAt !== before.savedAt) stamp('saved', now.savedAt);
  if (now.status !== undefined && now.status !== before.status) stamp('status', now.status);
  if (now.dismissedAt !== undefined && now.dismissedAt !== before.dismissedAt) stamp('dismissed', now.dismissedAt);
  if (now.tags) edits.push(...stampTags(id, tags, now.tags, moment));
  if (now.note !== undefined && now.note !== before.note) edits.push(writeNote(id, notes, now.note, moment));
  return edits;
}
