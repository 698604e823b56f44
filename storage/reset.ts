import { db } from './db';
import { guarded } from './guard';

/**
 * Empties the library, all of it in one transaction: papers, notes, settings, feeds, models and their keys. Whoever asks for it has a
 * backup made and saved before.
 *
 * @throws AppError a storage code; nothing is gone then.
 */
export function emptyLibrary(): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.tables, async () => {
      await Promise.all(db.tables.map((table) => table.clear()));
    }),
  );
}
