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

/** Changes some settings and leaves the others as they are. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.settings, async () => {
      const row = await db.settings.get('settings');
      const before = row?.value as Partial<Settings> | undefined; // as: see above
      const glossaryVersion = (before?.glossaryVersion ?? 0) + 1;
      const isNewGlossary = change.glossary !== undefined && change.glossary !== (before?.glossary ?? '');
      const { interests } = change;
      const value = {
        ...before,
        ...change,
        ...(isNewGlossary && { glossaryVersion }),
        // What a reader looks for stands first in a long day as well.
        ...(interests && { keywords: [...interests.primary, ...interests.secondary] }),
      };
      await db.settings.put({ name: 'settings', value });
    }),
  );
}
