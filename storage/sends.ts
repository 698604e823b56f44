import { db } from './db';
import { guarded } from './guard';
import { getKnown } from './known-rows';

/** Programs that papers are sent to. */
export type SendTarget = 'zotero' | 'obsidian';

/** When papers were last sent to a program, in epoch milliseconds; those that never were are left out. */
export function readSent(ids: readonly string[], to: SendTarget): Promise<Record<string, number>> {
  return guarded(async () => {
    const rows = await getKnown(db.sends, ids);
    return Object.fromEntries([...rows].flatMap(([id, row]) => (row[to] === undefined ? [] : [[id, row[to]]])));
  });
}

/** Whether any paper was ever sent to Zotero, so that its address is the reader's wish. */
export function hasSent(): Promise<boolean> {
  return guarded(async () => (await db.sends.limit(1).count()) > 0);
}

/** Remembers that a paper was sent. */
export function markSent(id: string, to: SendTarget, now: number): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.sends, async () => {
      await db.sends.put({ ...(await db.sends.get(id)), paperId: id, [to]: now });
    }),
  );
}
