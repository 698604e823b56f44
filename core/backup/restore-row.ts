import { mergePaper } from '../library/merge';
import { takeSettings } from './merge-settings';
import type { BackupRows } from './schemas';
import type { BackupTable } from './tables';

/** When a field was last changed, in the library and in the backup; null where that was not noted. */
export interface FieldTimes {
  known: number | null;
  incoming: number | null;
}

/** What a merge is decided by beside the two rows. */
export interface RestoreContext {
  /** Whether the backup's settings take the place of the library's. */
  takesSettings: boolean;
  /** When a field of a row was changed; of saved papers only. */
  timesOf: (paperId: string, field: 'note' | 'status') => FieldTimes;
}

function isLater({ known, incoming }: FieldTimes): boolean {
  return incoming !== null && (known === null || incoming > known);
}

/** Both notes: the longer where one holds the other, else one under the other, the newer first. */
function joinNotes(known: string, incoming: string, times: FieldTimes): string {
  if (known.includes(incoming)) return known;
  if (incoming.includes(known)) return incoming;
  return (isLater(times) ? [incoming, known] : [known, incoming]).join('\n\n');
}

function earlier<T extends number | null>(one: T, other: T): T {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

type Save = BackupRows['saves'];

function mergeSave(known: Save, incoming: Save, { timesOf }: RestoreContext): Save {
  const { paperId } = known;
  const takes = known.status === undefined || isLater(timesOf(paperId, 'status'));
  const status = takes ? (incoming.status ?? known.status) : known.status;
  return {
    ...known,
    savedAt: earlier(known.savedAt, incoming.savedAt),
    tags: [...new Set([...known.tags, ...incoming.tags])],
    note: joinNotes(known.note, incoming.note, timesOf(paperId, 'note')),
    ...(status && { status }),
  };
}

type Visit = BackupRows['visits'];

function mergeVisit(known: Visit, incoming: Visit): Visit {
  // A page that was opened outweighs a mark in a list.
  if (known.unopened !== incoming.unopened) return known.unopened ? incoming : known;
  return known.seenAt <= incoming.seenAt ? known : incoming;
}

type Send = BackupRows['sends'];

/** The last time of each program. */
function mergeSend(known: Send, incoming: Send): Send {
  const later = (to: 'zotero' | 'obsidian') => {
    const times = [known[to], incoming[to]].filter((time) => time !== undefined);
    return times.length === 0 ? {} : { [to]: Math.max(...times) };
  };
  return { ...known, ...later('zotero'), ...later('obsidian') };
}

type Mergers = {
  [T in BackupTable]: (known: BackupRows[T], incoming: BackupRows[T], context: RestoreContext) => BackupRows[T];
};

/** Settings for a library that has none: those that this version knows. */
function toNewSettings(row: BackupRows['settings']): BackupRows['settings'] {
  return row.name === 'settings' ? { ...row, value: takeSettings({}, row.value) } : row;
}

const keep = <T>(known: T): T => known;

/** What becomes of a row that both have. Nothing is lost by it: what only the backup has is added, what differs stays or is joined. */
const MERGERS: Mergers = {
  settings(known, incoming, { takesSettings }) {
    if (!takesSettings || known.name !== 'settings' || incoming.name !== 'settings') return known;
    return { ...known, value: takeSettings(known.value, incoming.value) };
  },
  models: keep,
  feeds: keep,
  feedDays: keep,
  saves: mergeSave,
  edits: (known, incoming) => (known.at >= incoming.at ? known : incoming),
  dismissals: (known, incoming) => (known.dismissedAt <= incoming.dismissedAt ? known : incoming),
  visits: mergeVisit,
  sends: mergeSend,
  news: keep,
  announcements: keep,
  // Papers that had been taken out come back with the backup.
  reports(known, incoming) {
    if (known.prunedAt === undefined || incoming.prunedAt !== undefined) return known;
    const { prunedAt: _, ...whole } = known;
    return whole;
  },
  reportTexts: keep,
  analyses: (known, incoming) =>
    (incoming.writing?.writtenAt ?? 0) > (known.writing?.writtenAt ?? 0) ? incoming : known,
  papers: (known, incoming) => mergePaper(known, incoming),
};

/**
 * The row that a restore leaves where the library has `known` (undefined: none) and the backup `incoming`. Merging once more what
 * came of it changes nothing, so a restore that was broken off may begin a batch again.
 */
export function restoreRow<T extends BackupTable>(
  table: T,
  known: BackupRows[T] | undefined,
  incoming: BackupRows[T],
  context: RestoreContext,
): BackupRows[T] {
  if (known !== undefined) return MERGERS[table](known, incoming, context);
  // as: the table says what its rows are
  return table === 'settings' ? (toNewSettings(incoming as BackupRows['settings']) as BackupRows[T]) : incoming;
}
