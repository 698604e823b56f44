import type { StoredText } from '@/core/arxiv/stored-text';
import { db } from './db';
import { guarded } from './guard';

/** How many full texts are kept; they are large, and rarely asked for again after some weeks. */
const MOST_TEXTS = 200;

/** A full text that was fetched before; null when it was not. */
export function readText(id: string): Promise<StoredText | null> {
  return guarded(async () => (await db.texts.get(id)) ?? null);
}

/** Keeps a full text and forgets the oldest beyond the number kept. */
export function keepText(text: StoredText): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.texts, async () => {
      await db.texts.put(text);
      const over = (await db.texts.count()) - MOST_TEXTS;
      if (over > 0) await db.texts.bulkDelete(await db.texts.orderBy('fetchedAt').limit(over).primaryKeys());
    }),
  );
}
