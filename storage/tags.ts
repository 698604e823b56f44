import { renamedIn, type TagEdit } from '@/core/library/tags';
import { db } from './db';
import { guarded } from './guard';
import { setSaved } from './marks';

/** Adds tags to a paper behind those it has, and takes others off; who tags a paper saves it. */
export function editTags(id: string, { add, remove }: TagEdit, now: number): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.papers, db.saves, db.guides, db.dismissals, async () => {
      if (add.length > 0) await setSaved(id, true, now);
      const row = await db.saves.get(id);
      if (!row) return;
      const kept = row.tags.filter((tag) => !remove.includes(tag));
      await db.saves.put({ ...row, tags: [...new Set([...kept, ...add])] });
    }),
  );
}

/** What became of the tags of papers, to be taken back. */
export interface TagChange {
  papers: { id: string; before: string[]; after: string[] }[];
}

/** Renames a tag on every paper, saved or not; where it gets the name of another, the two become one. `to` null takes it off. */
export function changeTag(from: string, to: string | null): Promise<TagChange> {
  return guarded(() =>
    db.transaction('rw', db.saves, async () => {
      const rows = await db.saves.where('tags').equals(from).toArray();
      const papers = rows.map(({ paperId: id, tags }) => ({ id, before: tags, after: renamedIn(tags, from, to) }));
      await db.saves.bulkPut(rows.map((row, index) => ({ ...row, tags: papers[index]?.after ?? row.tags })));
      return { papers };
    }),
  );
}

/** Takes a change of tags back; what the reader did to them since stays. */
export function undoTagChange({ papers }: TagChange): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.saves, async () => {
      const rows = await db.saves.bulkGet(papers.map(({ id }) => id));
      const undone = rows.flatMap((row, index) => {
        const paper = papers[index];
        if (!row || !paper) return [];
        const { before, after } = paper;
        const isSame = row.tags.length === after.length && row.tags.every((tag, place) => tag === after[place]);
        const kept = row.tags.filter((tag) => before.includes(tag) || !after.includes(tag));
        const back = before.filter((tag) => !after.includes(tag));
        return [{ ...row, tags: isSame ? before : [...new Set([...kept, ...back])] }];
      });
      await db.saves.bulkPut(undone);
    }),
  );
}
