import { type Columns, joinBlocks } from '@/core/search/columns';
import { db } from './db';
import { guarded } from './guard';

/** What is known of all papers by their numbers in the index. */
export function readColumns(size: number): Promise<Columns> {
  return guarded(async () => joinBlocks(await db.searchColumns.toArray(), size));
}
