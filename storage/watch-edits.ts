import { liveQuery } from 'dexie';
import { db } from './db';
import { guarded } from './guard';

/** Tells, while a page or the background stands, when something has been changed that is to be synced. */
export function watchEdits(onEdit: () => void): void {
  let known = 0;
  liveQuery(async () =>
    guarded(async () => {
      const [isOn, unsent] = await Promise.all([
        db.sync.where('id').equals('account').count(),
        db.edits.where('segment').equals(0).count(),
      ]);
      return isOn > 0 ? unsent : 0;
    }),
  ).subscribe({
    next(unsent) {
      if (unsent > known) onEdit();
      known = unsent;
    },
    error: (cause: unknown) => console.error('[Daodu] changes are not watched', cause),
  });
}
