import type { Saved } from '../paper';

/** What the library keeps of a paper, as it leaves: null unless it is saved now. */
export function toSaved(kept: (Omit<Saved, 'savedAt'> & { savedAt: number | null }) | undefined): Saved | null {
  if (!kept || kept.savedAt === null) return null;
  const { savedAt, tags, note, status } = kept;
  return { savedAt, tags, note, ...(status && { status }) };
}
