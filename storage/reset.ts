import { db } from './db';
import { guarded } from './guard';
import { LIBRARY_ID } from './library-id';
import { dropSnapshots } from './snapshots';
import { dropStaged } from './staging';

/**
 * Empties the library, all of it in one transaction: papers, notes, settings, feeds, models and their keys; then what lies beside it,
 * the snapshots and a backup that was being restored. Whoever asks for it has a backup made and saved before.
 *
 * @throws AppError a storage code; nothing is gone then.
 */
export async function emptyLibrary(): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.tables, async () => {
      const id = await db.settings.get(LIBRARY_ID);
      await Promise.all(db.tables.map((table) => table.clear()));
      if (id) await db.settings.put(id); // pages that stand open know it by that
    }),
  );
  await Promise.all([dropStaged(), dropSnapshots()]);
}
