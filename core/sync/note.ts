import { type Edit, HERE } from './edit';
import { parseKey, writeKey } from './keys';
import { nextStamp } from './stamp';

/** What stands between texts that were written at the same time. */
const BETWEEN = '\n\n---\n\n';

const deviceOf = (slot: Edit): string => {
  const key = parseKey(slot.key);
  return key?.kind === 'note' ? key.device : slot.by;
};
const textOf = (slot: Edit): string => (typeof slot.value === 'string' ? slot.value : '');

/** Whether somebody wrote on with this text before their eyes. */
function isOvertaken(slot: Edit, slots: readonly Edit[]): boolean {
  const device = deviceOf(slot);
  return slots.some((other) => other !== slot && (other.seen?.[device] ?? 0) >= slot.at);
}

// Of two of one moment the text decides: a library calls itself by another name than others do.
const newestFirst = (one: Edit, other: Edit): number => other.at - one.at || (textOf(one) < textOf(other) ? 1 : -1);

/** The texts that nobody has written over, the latest first; what stands in another already is not repeated. */
export function textsOf(slots: readonly Edit[]): string[] {
  const standing = slots.filter((slot) => !isOvertaken(slot, slots)).toSorted(newestFirst);
  // Nobody can have seen what was written after their own text; a file that says so must not make the note disappear.
  const shown = standing.length > 0 ? standing : slots.toSorted(newestFirst).slice(0, 1);
  const texts: string[] = [];
  for (const text of shown.map(textOf)) {
    if (text.trim() !== '' && !texts.some((one) => one.includes(text))) texts.push(text);
  }
  return texts;
}

/** A paper's note from what each device wrote. Where two wrote without knowing of each other both texts are kept. */
export const noteOf = (slots: readonly Edit[]): string => textsOf(slots).join(BETWEEN);

/** Notes that the reader wrote a text here, in place of all that stood there. */
export function writeNote(id: string, slots: readonly Edit[], text: string, now: number): Edit {
  const mine = writeKey({ kind: 'note', id, device: HERE });
  const seen = Object.fromEntries(slots.filter(({ key }) => key !== mine).map((slot) => [deviceOf(slot), slot.at]));
  const at = nextStamp(now, Math.max(0, ...slots.map((slot) => slot.at)));
  return { key: mine, at, by: HERE, value: text, ...(Object.keys(seen).length > 0 && { seen }) };
}
