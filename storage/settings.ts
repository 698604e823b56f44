import { fillSettings, type Settings } from '@/core/settings';
import { db } from './db';
import { guarded } from './guard';

/** The settings, defaults filled in. */
export function readSettings(): Promise<Settings> {
  return guarded(async () => {
    const row = await db.settings.get('settings');
    // A stored value has the shape that an earlier version wrote; fields it lacks come from the defaults.
    return fillSettings(row?.value as Partial<Settings> | undefined); // as: only changeSettings writes it
  });
}

/** Settings as they are stored after a change, with what follows from it. */
export function withChange(before: Partial<Settings> | undefined, change: Partial<Settings>): Partial<Settings> {
  const glossaryVersion = (before?.glossaryVersion ?? 0) + 1;
  const isNewGlossary = change.glossary !== undefined && change.glossary !== (before?.glossary ?? '');
  const { interests } = change;
  return {
    ...before,
    ...change,
    ...(isNewGlossary && { glossaryVersion }),
    // What a reader looks for stands first in a long day as well.
    ...(interests && { keywords: [...interests.primary, ...interests.secondary] }),
  };
}

/** Changes some settings and leaves the others as they are. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.settings, async () => {
      const row = await db.settings.get('settings');
      const before = row?.value as Partial<Settings> | undefined; // as: see above
      const value = withChange(before, change);
      await db.settings.put({ name: 'settings', value });
    }),
  );
}
