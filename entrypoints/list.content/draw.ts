import type { Row, RowKit } from '@/components/triage/row';
import type { TriageList } from '@/components/triage/triage-list';
import type { TriageRow } from '@/core/triage/row';
import { AppError } from '@/core/errors';
import { ask } from '@/messages/ask';

/** What a window shows of a list at the most, and what is drawn in one go after that: a few milliseconds. */
const FIRST_SLICE = 16;
const SLICE = 50;

/** Lets the page paint and answer the reader. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Whether the page opens at its top, where the first slice is all that a reader sees. Asked for the place itself, the browser would
 * lay the page out for the answer.
 */
function opensAtTop(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const { type } = (navigation ?? { type: '' }) as PerformanceNavigationTiming; // as: entries of this type are of it
  return type === 'navigate' && location.hash === '';
}

function readRows(rows: readonly Row[]): Promise<TriageRow[]> {
  const known = ask('list/read', { ids: [...new Set(rows.map(({ id }) => id))] });
  known.catch(() => undefined); // told where it is awaited
  return known;
}

/** Gives rows that have come their buttons, and shows what the library knows: the first screen before all else. */
export async function drawRows(
  list: TriageList,
  rows: readonly Row[],
  kit: RowKit,
  signal: AbortSignal,
): Promise<void> {
  const first = rows.slice(0, FIRST_SLICE);
  const rest = rows.slice(FIRST_SLICE);
  const asked = [readRows(first), ...(rest.length > 0 ? [readRows(rest)] : [])];
  for (const [index, known] of asked.entries()) {
    const part = index === 0 ? first : rest;
    for (let at = 0; at < part.length; at += SLICE) {
      if (signal.aborted) return;
      const slice = part.slice(at, at + SLICE);
      await showRows(list, slice, known, kit);
      await breathe();
    }
    if (opensAtTop()) list.release();
  }
  list.release();
}

/** Shows what the library knows of rows; what goes wrong is said above the list. */
async function showRows(
  list: TriageList,
  rows: readonly Row[],
  asked: Promise<TriageRow[]>,
  kit: RowKit,
): Promise<void> {
  try {
    list.show(kit, rows, await asked);
  } catch (cause) {
    list.show(kit, rows, []);
    console.error('[Daodu] not read', cause);
    // What the background refuses comes with a sentence for the reader; a message that got lost does not.
    list.bar.fail(cause instanceof AppError && cause.code !== 'unknown' ? cause.message : kit.words.readFailed);
  }
}

/** Asks again for all rows: papers may have been saved or analysed meanwhile. */
export async function refreshRows(list: TriageList, kit: RowKit): Promise<void> {
  if (list.rows.length > 0) await showRows(list, list.rows, readRows(list.rows), kit);
}
