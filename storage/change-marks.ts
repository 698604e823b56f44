import { toUnreadPaper } from '@/core/library/unread';
import type { Status } from '@/core/status';
import { presentIds } from './by-paper';
import { db, type SaveRow } from './db';
import { guarded } from './guard';
import { same } from './write-papers';

/** What a reader does to papers in a list. A status and a tag save the paper they are put on. */
export type MarkChange =
  | { kind: 'saved'; saved: boolean }
  | { kind: 'status'; status: Status | null }
  | { kind: 'tag'; tag: string; on: boolean }
  | { kind: 'dismissed'; dismissed: boolean }
  | { kind: 'seen' };

/** A value before and after a change. */
interface Step<T> {
  before: T;
  after: T;
}

/** What a change did to one paper; a part that it left alone is absent. */
export interface PaperChange {
  paperId: string;
  /** Null: no row. */
  save?: Step<SaveRow | null>;
  /** Epoch milliseconds; null: not dismissed. */
  dismissedAt?: Step<number | null>;
  /** When it was marked as seen, which it was not before. */
  seenAt?: number;
  /** The library had no record of it before. */
  addedPaper?: true;
  /** It had no row of guides before. */
  addedGuide?: true;
}

/** How many papers are changed at a time; the page draws and answers in between. */
const AT_ONCE = 100;
/** Rows of guides are large. */
const GUIDES_AT_ONCE = 20;

const SAVE_TABLES = [db.papers, db.saves, db.guides, db.dismissals];

export function* pieces<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

const FIELDS = ['savedAt', 'tags', 'note', 'status'] as const;

/** A row as it is taken for one that is not there. */
export function blankSave(paperId: string): SaveRow {
  return { paperId, savedAt: null, tags: [], note: '' };
}

/** The fields in which two rows differ. */
export function changedFields(one: SaveRow | null, other: SaveRow | null) {
  const [a, b] = [one ?? blankSave(''), other ?? blankSave('')];
  return FIELDS.filter((field) => !same(a[field], b[field]));
}

function starred(paperId: string, row: SaveRow | null, now: number): SaveRow {
  return { paperId, tags: [], note: '', ...row, savedAt: row?.savedAt ?? now };
}

function withStatus(row: SaveRow, status: Status | null): SaveRow {
  const { status: _, ...plain } = row;
  return status ? { ...plain, status } : plain;
}

type SaveChange = Exclude<MarkChange, { kind: 'dismissed' | 'seen' }>;

function changed(paperId: string, row: SaveRow | null, change: SaveChange, now: number): SaveRow | null {
  if (change.kind === 'saved') {
    return change.saved ? starred(paperId, row, now) : row && { ...row, savedAt: null };
  }
  if (change.kind === 'status') {
    return change.status ? withStatus(starred(paperId, row, now), change.status) : row && withStatus(row, null);
  }
  const { tag, on } = change;
  if (!on) return row && { ...row, tags: row.tags.filter((each) => each !== tag) };
  const save = starred(paperId, row, now);
  return save.tags.includes(tag) ? save : { ...save, tags: [...save.tags, tag] };
}

export const isSaved = (row: SaveRow | null | undefined) => (row?.savedAt ?? null) !== null;

/** Notes in the row that a visit reads whether a paper is saved; gives the papers that had no such row. */
export async function setGuidesSaved(ids: readonly string[], saved: boolean): Promise<string[]> {
  const added: string[] = [];
  for (const some of pieces(ids, GUIDES_AT_ONCE)) {
    const rows = await db.guides.bulkGet(some);
    const fresh = saved ? some.filter((_, index) => !rows[index]) : [];
    const changedRows = rows.flatMap((row) => (row && row.saved !== saved ? { ...row, saved } : []));
    const newRows = fresh.map((paperId) => ({ paperId, guideVersion: 0, guides: [], saved }));
    if (changedRows.length + newRows.length > 0) await db.guides.bulkPut([...changedRows, ...newRows]);
    added.push(...fresh);
  }
  return added;
}

/** Every saved paper has a record; gives those that had none. */
async function addPapers(ids: readonly string[]): Promise<string[]> {
  const known = new Set(await presentIds(ids));
  const missing = ids.filter((id) => !known.has(id));
  await db.papers.bulkAdd(missing.map(toUnreadPaper));
  return missing;
}

async function changeSaves(ids: string[], change: SaveChange, now: number): Promise<PaperChange[]> {
  const [saves, dismissals] = await Promise.all([db.saves.bulkGet(ids), db.dismissals.bulkGet(ids)]);
  const changes = ids.flatMap((paperId, index): PaperChange[] => {
    const before = saves[index] ?? null;
    const after = changed(paperId, before, change, now);
    const dismissedAt = dismissals[index]?.dismissedAt;
    // A dismissal ends with the star.
    const isWanted = dismissedAt !== undefined && isSaved(after);
    if (changedFields(before, after).length === 0 && !isWanted) return [];
    return [
      { paperId, save: { before, after }, ...(isWanted && { dismissedAt: { before: dismissedAt, after: null } }) },
    ];
  });
  const turned = (saved: boolean) =>
    changes
      .filter(({ save }) => isSaved(save?.after) === saved && isSaved(save?.before) !== saved)
      .map(({ paperId }) => paperId);
  const newlySaved = turned(true);
  await db.saves.bulkPut(changes.flatMap(({ save }) => save?.after ?? []));
  await db.dismissals.bulkDelete(changes.flatMap(({ paperId, dismissedAt }) => (dismissedAt ? paperId : [])));
  const addedPapers = new Set(await addPapers(newlySaved));
  const addedGuides = new Set(await setGuidesSaved(newlySaved, true));
  await setGuidesSaved(turned(false), false);
  return changes.map((one) => ({
    ...one,
    ...(addedPapers.has(one.paperId) && { addedPaper: true as const }),
    ...(addedGuides.has(one.paperId) && { addedGuide: true as const }),
  }));
}

/** A saved paper is not dismissed: the star has to go first. */
async function changeDismissals(ids: string[], dismissed: boolean, now: number): Promise<PaperChange[]> {
  const [saves, rows] = await Promise.all([db.saves.bulkGet(ids), db.dismissals.bulkGet(ids)]);
  const changes = ids.flatMap((paperId, index): PaperChange[] => {
    const before = rows[index]?.dismissedAt ?? null;
    if ((before !== null) === dismissed || (dismissed && isSaved(saves[index]))) return [];
    return [{ paperId, dismissedAt: { before, after: dismissed ? now : null } }];
  });
  const changedIds = changes.map(({ paperId }) => paperId);
  if (dismissed) await db.dismissals.bulkPut(changedIds.map((paperId) => ({ paperId, dismissedAt: now })));
  else await db.dismissals.bulkDelete(changedIds);
  return changes;
}

/** As `markAllSeen`: they do not count as opened where it is decided what is kept. */
async function changeSeen(ids: string[], now: number): Promise<PaperChange[]> {
  const rows = await db.visits.bulkGet(ids);
  const fresh = ids.filter((_, index) => !rows[index]);
  await db.visits.bulkPut(fresh.map((paperId) => ({ paperId, seenAt: now, unopened: true as const })));
  return fresh.map((paperId) => ({ paperId, seenAt: now }));
}

function changePiece(ids: string[], change: MarkChange, now: number): Promise<PaperChange[]> {
  if (change.kind === 'dismissed') return changeDismissals(ids, change.dismissed, now);
  return change.kind === 'seen' ? changeSeen(ids, now) : changeSaves(ids, change, now);
}

function tablesOf({ kind }: MarkChange) {
  if (kind === 'seen') return [db.visits];
  return kind === 'dismissed' ? [db.saves, db.dismissals] : SAVE_TABLES;
}

/**
 * Changes the marks of any number of papers, in one transaction.
 *
 * @param now epoch milliseconds
 * @returns what it did, for `undoMarks`: one for each paper that it changed.
 */
export function changeMarks(ids: readonly string[], change: MarkChange, now: number): Promise<PaperChange[]> {
  return guarded(() =>
    db.transaction('rw', tablesOf(change), async () => {
      const changes: PaperChange[] = [];
      for (const some of pieces([...new Set(ids)], AT_ONCE)) changes.push(...(await changePiece(some, change, now)));
      return changes;
    }),
  );
}
