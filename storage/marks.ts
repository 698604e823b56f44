import { countEach } from '@/core/library/count-tags';
import type { Status } from '@/core/status';
import { changeMarks } from './change-marks';
import { db } from './db';
import { guarded } from './guard';
import { getKnown } from './known-rows';

export interface Marks {
  saved: boolean;
  seen: boolean;
}

export interface ListMarks extends Marks {
  /** Never true of a saved paper: what came in as saved meanwhile is wanted. */
  dismissed: boolean;
}

/** In a transaction that holds both tables. Asked for one by one, a day of thousands would take a second. */
async function marksOf(ids: readonly string[]): Promise<[string, Marks][]> {
  const [saves, visits] = await Promise.all([getKnown(db.saves, ids), getKnown(db.visits, ids)]);
  return ids.map((id) => [id, { saved: (saves.get(id)?.savedAt ?? null) !== null, seen: visits.has(id) }]);
}

/** For each paper whether it is saved and whether its page was seen. */
export function readMarks(ids: string[]): Promise<Record<string, Marks>> {
  return guarded(async () => Object.fromEntries(await db.transaction('r', db.saves, db.visits, () => marksOf(ids))));
}

/** The same with what was dismissed, for the lists that show it. */
export function readListMarks(ids: string[]): Promise<Record<string, ListMarks>> {
  return guarded(async () => {
    const [marks, dismissals] = await db.transaction('r', db.saves, db.visits, db.dismissals, () =>
      Promise.all([marksOf(ids), getKnown(db.dismissals, ids)]),
    );
    return Object.fromEntries(
      marks.map(([id, mark]) => [id, { ...mark, dismissed: !mark.saved && dismissals.has(id) }]),
    );
  });
}

/** Remembers the first visit to a paper's page; later ones change nothing. */
export function markSeen(id: string, now: number): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.visits, async () => {
      const row = await db.visits.get(id);
      if (!row || row.unopened) await db.visits.put({ paperId: id, seenAt: now });
    }),
  );
}

/**
 * Marks papers as seen that the reader has done with unopened; they do not count as opened where it is decided what is kept.
 *
 * @returns those that were not seen before, for `unmarkSeen` to take back.
 */
export function markAllSeen(ids: readonly string[], now: number): Promise<string[]> {
  return guarded(() =>
    db.transaction('rw', db.visits, async () => {
      const rows = await db.visits.bulkGet([...ids]);
      const fresh = ids.filter((_, index) => !rows[index]);
      await db.visits.bulkPut(fresh.map((paperId) => ({ paperId, seenAt: now, unopened: true as const })));
      return fresh;
    }),
  );
}

/** Takes back what `markAllSeen` did; papers that were opened since stay seen. */
export function unmarkSeen(ids: readonly string[]): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.visits, async () => {
      const rows = await db.visits.bulkGet([...ids]);
      await db.visits.bulkDelete(rows.flatMap((row) => (row?.unopened ? row.paperId : [])));
    }),
  );
}

/** Dismisses a paper, or takes that back. A saved paper is not dismissed: the star has to go first. */
export async function setDismissed(id: string, dismissed: boolean, now: number): Promise<void> {
  await changeMarks([id], { kind: 'dismissed', dismissed }, now);
}

/** Saves a paper or takes the star back; tags and note stay either way. A dismissal ends with the star. */
export async function setSaved(id: string, saved: boolean, now: number): Promise<void> {
  await changeMarks([id], { kind: 'saved', saved }, now);
}

/** Notes how far the reader has come with a paper, which saves it; null takes the note back and leaves the star. */
export async function setStatus(id: string, status: Status | null, now: number): Promise<void> {
  await changeMarks([id], { kind: 'status', status }, now);
}

/** Tags of saved papers with how many carry them, the most used first. */
export function countTags(): Promise<{ tag: string; count: number }[]> {
  return guarded(async () => {
    const [saved, tags, ids] = await Promise.all([
      db.saves.orderBy('savedAt').primaryKeys(),
      db.saves.orderBy('tags').keys(),
      db.saves.orderBy('tags').primaryKeys(),
    ]);
    const isSaved = new Set(saved);
    return countEach(
      tags.flatMap((tag, index) => (typeof tag === 'string' && isSaved.has(ids[index] ?? '') ? tag : [])),
    );
  });
}
