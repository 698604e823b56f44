import { isUnread } from '@/core/library/unread';
import { blankSave, changedFields, isSaved, type PaperChange, pieces, setGuidesSaved } from './change-marks';
import { db, type SaveRow } from './db';
import { guarded } from './guard';

/** What `undoMarks` did, in papers. */
export interface Undone {
  restored: number;
  /** Changed again since, in another tab or on arXiv's pages: that change stands. */
  kept: number;
}

const AT_ONCE = 100;
interface Restored {
  /** The row as it is to be; null: none. */
  row: SaveRow | null;
  /** True when something that the change had set is no longer as it set it. */
  isNewer: boolean;
}

/** Takes back those fields that the change set and nobody has set since. */
function restore(current: SaveRow | null, { before, after }: NonNullable<PaperChange['save']>, id: string): Restored {
  const was = before ?? blankSave(id);
  const touched = changedFields(before, after);
  const newer = new Set(changedFields(after, current));
  const mine = touched.filter((field) => !newer.has(field));
  const now = current ?? blankSave(id);
  const { status, ...row } = { ...now, ...Object.fromEntries(mine.map((field) => [field, was[field]])) };
  const restored = { ...row, ...(status && { status }) };
  const isBlank = before === null && changedFields(restored, null).length === 0;
  return { row: isBlank ? null : restored, isNewer: mine.length < touched.length };
}

/** Puts the saves back; gives their rows as they are then, and the papers that somebody changed since. */
async function restoreSaves(changes: readonly PaperChange[]) {
  const ids = changes.map(({ paperId }) => paperId);
  const rows = await db.saves.bulkGet(ids);
  const saves = new Map<string, SaveRow | null>();
  const kept = new Set<string>();
  for (const [index, { paperId, save }] of changes.entries()) {
    const current = rows[index] ?? null;
    const { row, isNewer } = save ? restore(current, save, paperId) : { row: current, isNewer: false };
    saves.set(paperId, row);
    if (isNewer) kept.add(paperId);
  }
  const touched = changes.filter(({ save }) => save);
  await db.saves.bulkPut(touched.flatMap(({ paperId }) => saves.get(paperId) ?? []));
  await db.saves.bulkDelete(touched.filter(({ paperId }) => !saves.get(paperId)).map(({ paperId }) => paperId));
  const isTurned = ({ paperId, save }: PaperChange) => isSaved(saves.get(paperId)) !== isSaved(save?.after);
  for (const saved of [true, false]) {
    const turned = touched.filter((one) => isTurned(one) && isSaved(saves.get(one.paperId)) === saved);
    await setGuidesSaved(
      turned.map(({ paperId }) => paperId),
      saved,
    );
  }
  return { saves, kept };
}

/** What was there for the star alone goes with it. */
async function dropAdded(changes: readonly PaperChange[], saves: ReadonlyMap<string, SaveRow | null>): Promise<void> {
  const unsaved = changes.filter(({ paperId }) => !isSaved(saves.get(paperId)));
  const guides = await db.guides.bulkGet(unsaved.flatMap((one) => (one.addedGuide ? one.paperId : [])));
  await db.guides.bulkDelete(guides.flatMap((row) => (row && row.guides.length === 0 && !row.job ? row.paperId : [])));
  const papers = await db.papers.bulkGet(unsaved.flatMap((one) => (one.addedPaper ? one.paperId : [])));
  await db.papers.bulkDelete(papers.flatMap((row) => (row && isUnread(row) && !saves.get(row.id) ? row.id : [])));
}

async function restoreDismissals(changes: readonly PaperChange[], saves: ReadonlyMap<string, SaveRow | null>) {
  const dismissals = changes.flatMap(({ paperId, dismissedAt }) => (dismissedAt ? [{ paperId, ...dismissedAt }] : []));
  const rows = await db.dismissals.bulkGet(dismissals.map(({ paperId }) => paperId));
  const isMine = dismissals.map(
    ({ paperId, before, after }, index) =>
      (rows[index]?.dismissedAt ?? null) === after && !(before !== null && isSaved(saves.get(paperId))),
  );
  const mine = dismissals.filter((_, index) => isMine[index]);
  await db.dismissals.bulkPut(
    mine.flatMap(({ paperId, before }) => (before === null ? [] : { paperId, dismissedAt: before })),
  );
  await db.dismissals.bulkDelete(mine.flatMap(({ paperId, before }) => (before === null ? paperId : [])));
  return dismissals.filter((_, index) => !isMine[index]).map(({ paperId }) => paperId);
}

/** A paper that was opened since stays seen. */
async function restoreVisits(changes: readonly PaperChange[]): Promise<string[]> {
  const marked = changes.filter(({ seenAt }) => seenAt !== undefined);
  const rows = await db.visits.bulkGet(marked.map(({ paperId }) => paperId));
  const isMine = marked.map(({ seenAt }, index) => rows[index]?.unopened === true && rows[index].seenAt === seenAt);
  await db.visits.bulkDelete(marked.filter((_, index) => isMine[index]).map(({ paperId }) => paperId));
  return marked.filter((_, index) => !isMine[index]).map(({ paperId }) => paperId);
}

async function undoPiece(changes: readonly PaperChange[]): Promise<Set<string>> {
  const { saves, kept } = await restoreSaves(changes);
  await dropAdded(changes, saves);
  const newer = [...(await restoreDismissals(changes, saves)), ...(await restoreVisits(changes))];
  return new Set([...kept, ...newer]);
}

/**
 * Takes back what `changeMarks` did, in one transaction: every field is as it was before, unless somebody has changed that very
 * field since. Several changes are taken back in the reverse of their order.
 */
export function undoMarks(changes: readonly PaperChange[]): Promise<Undone> {
  const tables = [db.papers, db.saves, db.guides, db.dismissals, db.visits];
  return guarded(() =>
    db.transaction('rw', tables, async () => {
      let kept = 0;
      for (const some of pieces(changes, AT_ONCE)) kept += (await undoPiece(some)).size;
      return { restored: changes.length - kept, kept };
    }),
  );
}
