import { beats, type Edit } from '@/core/sync/edit';
import { keysOf, parseKey } from '@/core/sync/keys';
import { toAbroad, toHome } from '@/core/sync/naming';
import { textsOf } from '@/core/sync/note';
import { fieldsOf } from '@/core/sync/paper-fields';
import type { TravellingPaper } from '@/core/sync/segment';
import { settingsOf } from '@/core/sync/travelling-settings';
import { withTravelling } from '@/core/sync/travelling-paper';
import type { Settings } from '@/core/settings';
import { db } from './db';
import { guarded } from './guard';
import { withChange } from './settings';

/** Edits that are newer than what is here, as this library keeps them. */
async function newerOf(edits: readonly Edit[], device: string): Promise<Edit[]> {
  const mine = edits.map((edit) => toHome(edit, device));
  const known = await db.edits.bulkGet(mine.map(({ key }) => key));
  return mine.filter((edit, index) => {
    const before = known[index];
    return !before || beats(toAbroad(edit, device), toAbroad(before, device));
  });
}

async function writeStar(id: string, savedAt: number | null, arrived: TravellingPaper | undefined): Promise<void> {
  const saved = savedAt !== null;
  const [paper, guide] = await Promise.all([db.papers.get(id), db.guides.get(id)]);
  const record = saved ? withTravelling(id, paper, arrived) : null;
  if (record) await db.papers.put(record);
  if (guide && guide.saved !== saved) await db.guides.put({ ...guide, saved });
  else if (!guide && saved) await db.guides.put({ paperId: id, guideVersion: 0, guides: [], saved });
}

/** Brings what is shown of a paper in line with its edits. @returns whether its note was written in two places at once. */
async function showPaper(id: string, arrived: TravellingPaper | undefined): Promise<boolean> {
  const edits = await db.edits
    .where('key')
    .between(...keysOf(id), true, true)
    .toArray();
  const { savedAt, status, tags, note, dismissedAt } = fieldsOf(edits);
  const [save, dismissal] = await Promise.all([db.saves.get(id), db.dismissals.get(id)]);
  if (save || savedAt !== null || status !== null || tags.length > 0 || note !== '') {
    await db.saves.put({ paperId: id, savedAt, tags, note, ...(status && { status }) });
  }
  await writeStar(id, savedAt, arrived);
  if (dismissedAt === null && dismissal) await db.dismissals.delete(id);
  else if (dismissedAt !== null && dismissal?.dismissedAt !== dismissedAt) {
    await db.dismissals.put({ paperId: id, dismissedAt });
  }
  return textsOf(edits.filter(({ key }) => parseKey(key)?.kind === 'note')).length > 1;
}

/**
 * Takes in edits of another device's in one transaction, as far as they are newer than what is here. `device` is what others call
 * this one.
 *
 * @returns the papers whose notes were written in two places at once.
 */
export function takeEdits(
  edits: readonly Edit[],
  papers: readonly TravellingPaper[],
  device: string,
): Promise<string[]> {
  const tables = [db.edits, db.saves, db.dismissals, db.settings, db.papers, db.guides];
  return guarded(() =>
    db.transaction('rw', tables, async () => {
      const newer = await newerOf(edits, device);
      // They stand first, so that what follows from them is no change of this reader's (stamping.ts).
      await db.edits.bulkPut(newer);
      const keys = newer.map(({ key }) => parseKey(key));
      const settings = newer.filter((_, index) => keys[index]?.kind === 'setting');
      if (settings.length > 0) {
        const row = await db.settings.get('settings');
        const before = row?.value as Partial<Settings> | undefined; // as: only changeSettings writes it
        await db.settings.put({ name: 'settings', value: withChange(before, settingsOf(settings)) });
      }
      const about = new Map(papers.map((paper) => [paper.id, paper]));
      const ids = new Set(keys.flatMap((key) => (key && key.kind !== 'setting' ? key.id : [])));
      const conflicts: string[] = [];
      for (const id of ids) if (await showPaper(id, about.get(id))) conflicts.push(id);
      return conflicts;
    }),
  );
}
