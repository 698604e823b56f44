import { db } from './db';
import { guarded } from './guard';
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
      await Promise.all(db.tables.map((table) => table.clear()));
    }),
  );
  await Promise.all([dropStaged(), dropSnapshots()]);
}
