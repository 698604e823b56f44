import { mergeNotes } from '@/core/library/note-merge';
import { db } from './db';
import { guarded } from './guard';
import { setSaved } from './marks';

export interface KeptNote {
  /** The note as the library has it now. */
  note: string;
  /** What had been written elsewhere meanwhile, and stands in the note too; null where nothing had. */
  theirs: string | null;
}

/**
 * Keeps a note that was written on from `base`, and saves its paper: whoever writes about it wants to find it again. What came in
 * meanwhile from another window or device is not written over: both are kept.
 */
export function keepNote(id: string, text: string, base: string, now: number): Promise<KeptNote> {
  return guarded(() =>
    db.transaction('rw', db.papers, db.saves, db.guides, db.dismissals, async () => {
      const row = await db.saves.get(id);
      const current = row?.note ?? '';
      const theirs = current === base || current === text ? null : current;
      const note = theirs === null ? text : mergeNotes(base, theirs, text);
      if (note !== current) await db.saves.put({ paperId: id, savedAt: null, tags: [], ...row, note });
      if (note.trim() !== '' && (row?.savedAt ?? null) === null) await setSaved(id, true, now);
      return { note, theirs };
    }),
  );
}
