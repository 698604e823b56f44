import * as z from 'zod/mini';
import { keepNote } from './notes';

/*
 * What is typed stands here with every key, because the database may not come to it any more when a page closes: this storage is
 * written at once. As soon as the database has it, it goes.
 */

const PREFIX = 'note-draft|';
const draftSchema = z.object({ id: z.string(), text: z.string(), base: z.string() });

/** Names this page among those that stand open. */
const mine = crypto.randomUUID();
let isHeld = false;

const lockOf = (page: string): string => `note-drafts|${page}`;
const keyOf = (id: string): string => `${PREFIX}${mine}|${id}`;

/** A lock that ends with the page tells the others that its drafts are being written. */
function holdLock(): void {
  if (isHeld) return;
  isHeld = true;
  navigator.locks.request(lockOf(mine), () => new Promise(() => {})).catch(console.error);
}

/** Keeps what has been typed of a note and is not in the library yet; null once it is. `base` is the note it began with. */
export function keepDraft(id: string, draft: { text: string; base: string } | null): void {
  try {
    if (draft === null) return localStorage.removeItem(keyOf(id));
    holdLock();
    localStorage.setItem(keyOf(id), JSON.stringify({ id, ...draft }));
  } catch (cause) {
    console.error(cause); // full, or switched off: the library itself is written in a moment
  }
}

/** Notes that are not in the library yet, of whichever page, by their papers. */
export function readDrafts(): Map<string, string> {
  const drafts = new Map<string, string>();
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    const draft = draftSchema.safeParse(parse(localStorage.getItem(key) ?? ''));
    if (draft.success) drafts.set(draft.data.id, draft.data.text);
  }
  return drafts;
}

/** Brings notes into the library that pages had no time to. @returns how many. */
export async function recoverDrafts(now: number): Promise<number> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  if (keys.length === 0) return 0;
  const { held = [] } = await navigator.locks.query();
  const open = new Set(held.map(({ name }) => name));
  let count = 0;
  for (const key of keys) {
    const [, page = ''] = key.split('|');
    if (page === mine || open.has(lockOf(page))) continue;
    const draft = draftSchema.safeParse(parse(localStorage.getItem(key) ?? ''));
    if (draft.success) {
      const { id, text, base } = draft.data;
      await keepNote(id, text, base, now);
      count += 1;
    }
    localStorage.removeItem(key);
  }
  return count;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
