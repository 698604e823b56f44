import { db } from '@/storage/db';

async function change(paperId: string, fields: { note: string } | { tags: string[] }): Promise<void> {
  await db.transaction('rw', db.saves, async () => {
    const row = await db.saves.get(paperId);
    await db.saves.put({ paperId, savedAt: null, tags: [], note: '', ...row, ...fields });
  });
}

/** Writes a note on a paper, saved or not. */
export const setNote = (paperId: string, note: string) => change(paperId, { note });

/** Gives a paper its tags, saved or not. */
export const setTags = (paperId: string, tags: string[]) => change(paperId, { tags });
