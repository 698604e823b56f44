import type { Status } from '@/core/status';
import { db } from './db';
import { guarded } from './guard';

/** How many papers stand in the lists that the reader's marks make. */
export interface ListCounts {
  saved: number;
  dismissed: number;
  status: Record<Status, number>;
}

function withStatus(status: Status): Promise<string[]> {
  return db.saves.where('status').equals(status).primaryKeys();
}

/** Keys alone are read: rows hold notes. */
export function countLists(): Promise<ListCounts> {
  return guarded(async () => {
    const [saved, dismissed, toRead, reading, read] = await Promise.all([
      db.saves.orderBy('savedAt').primaryKeys(),
      db.dismissals.toCollection().primaryKeys(),
      withStatus('to-read'),
      withStatus('reading'),
      withStatus('read'),
    ]);
    const isSaved = new Set(saved);
    const savedIn = (ids: string[]) => ids.filter((id) => isSaved.has(id)).length;
    return {
      saved: saved.length,
      dismissed: dismissed.length - savedIn(dismissed),
      status: { 'to-read': savedIn(toRead), reading: savedIn(reading), read: savedIn(read) },
    };
  });
}
