import type { AnnouncedDay } from '@/core/announcements/announced-day';
import type { Feed, FeedState } from '@/core/feeds/feed';
import { newFeedState } from '@/core/feeds/new-state';
import { mergeDay } from '@/core/library/day';
import { idsOfDay, toDayKey } from '@/core/library/day-key';
import type { GuideRecord, ReportRecord } from '@/core/library/records';
import type { ListMarks } from './marks';
import type { PopupLook } from './popup-look';
import { openLibrary, read, readSettings } from './raw-library';

// Whatever is not as expected here is left to `readPopupLook`.

const DAY_STORES = ['settings', 'reports', 'saves', 'visits', 'dismissals', 'feeds', 'feedStates', 'announcements'];
const HERE_STORES = ['saves', 'guides'];
const UNMARKED: ListMarks = { saved: false, seen: false, dismissed: false };
/** Rows that are read at once for a day's marks, at the least; see `readRows`. */
const MOST_ROWS = 200;

interface SaveRow {
  paperId: string;
  savedAt: number | null;
  tags: string[];
}

/** A first look on its way. */
export interface FirstLook {
  /** Null when the library is not there yet, is not of this version, or does not answer. */
  newest: Promise<Omit<PopupLook, 'here'> | null>;
  /** What the library has of a tab's paper (null stands for none), read after the rest; ends the look. */
  end: (paperId: string | null) => Promise<PopupLook['here']>;
}

function rangeOf(ids: readonly string[]): IDBKeyRange | null {
  let [first] = ids;
  let last = first;
  if (first === undefined || last === undefined) return null;
  // Sorting a long day would take longer than reading it.
  for (const id of ids) {
    if (id < first) first = id;
    if (id > last) last = id;
  }
  return IDBKeyRange.bound(first, last);
}

/** Rows of a store for these ids, in one request where they lie close together, as a day's do; else paper by paper. */
async function readRows<T>(store: IDBObjectStore, ids: readonly string[], range: IDBKeyRange): Promise<T[]> {
  const most = Math.max(MOST_ROWS, ids.length);
  const rows = await read<T[]>(store.getAll(range, most));
  if (rows.length < most) return rows;
  const each = await Promise.all(ids.map((id) => read<T | undefined>(store.get(id))));
  return each.filter((row) => row !== undefined);
}

async function readMarks(transaction: IDBTransaction, ids: readonly string[]): Promise<Record<string, ListMarks>> {
  const range = rangeOf(ids);
  if (!range) return {};
  const [saves, visits, dismissals] = await Promise.all([
    readRows<SaveRow>(transaction.objectStore('saves'), ids, range),
    readRows<{ paperId: string }>(transaction.objectStore('visits'), ids, range),
    readRows<{ paperId: string }>(transaction.objectStore('dismissals'), ids, range),
  ]);
  if (saves.length + visits.length + dismissals.length === 0) return {};
  const wanted = new Set(ids);
  const marks = new Map<string, ListMarks>();
  const add = (paperId: string, mark: Partial<ListMarks>) => {
    if (wanted.has(paperId)) marks.set(paperId, { ...(marks.get(paperId) ?? UNMARKED), ...mark });
  };
  for (const { paperId, savedAt } of saves) if ((savedAt ?? null) !== null) add(paperId, { saved: true });
  for (const { paperId } of visits) add(paperId, { seen: true });
  for (const { paperId } of dismissals) if (!marks.get(paperId)?.saved) add(paperId, { dismissed: true });
  return Object.fromEntries(marks);
}

function idsOf({ entries }: ReportRecord): string[] {
  return entries.map((entry) => entry.id);
}

async function readNewestDay(transaction: IDBTransaction): Promise<PopupLook['day']> {
  const reports = transaction.objectStore('reports');
  const newest = await read(reports.openCursor(null, 'prev'));
  if (!newest) return null;
  const report: ReportRecord = newest.value; // written by us under this version of the library
  const { from } = idsOfDay(toDayKey(report.id));
  // A day has one report as a rule: what belongs to this one is asked for while we look for others.
  const [others, before, announced, marks] = await Promise.all([
    from < report.id ? read<ReportRecord[]>(reports.getAll(IDBKeyRange.bound(from, report.id, false, true))) : [],
    read(reports.openKeyCursor(IDBKeyRange.upperBound(from, true), 'prev')),
    report.date === null
      ? null
      : read<AnnouncedDay | undefined>(transaction.objectStore('announcements').get(report.date)),
    readMarks(transaction, idsOf(report)),
  ]);
  const otherMarks = others.length > 0 ? await readMarks(transaction, others.flatMap(idsOf)) : null;
  return {
    ...mergeDay([...others, report]),
    marks: { ...marks, ...otherMarks },
    previous: typeof before?.key === 'string' ? toDayKey(before.key) : null,
    next: null,
    announced: announced ?? null,
  };
}

async function readFeeds(transaction: IDBTransaction): Promise<PopupLook['feeds']> {
  const [feeds, states] = await Promise.all([
    read<Feed[]>(transaction.objectStore('feeds').getAll()),
    read<FeedState[]>(transaction.objectStore('feedStates').getAll()),
  ]);
  return feeds
    .toSorted((one, other) => one.subscribedAt - other.subscribedAt)
    .map((feed) => ({ feed, state: states.find(({ feedId }) => feedId === feed.id) ?? newFeedState(feed) }));
}

async function readHere(library: IDBDatabase, id: string): Promise<PopupLook['here']> {
  const transaction = library.transaction(HERE_STORES, 'readonly');
  const [guide, save] = await Promise.all([
    read<GuideRecord | undefined>(transaction.objectStore('guides').get(id)),
    read<SaveRow | undefined>(transaction.objectStore('saves').get(id)),
  ]);
  const saved = (save?.savedAt ?? null) !== null;
  return { id, gist: guide?.guides[0]?.gist ?? '', saved, tags: save?.tags ?? [] };
}

/** Begins the popup's first look at the library: the newest day, as `readPopupLook` gives it. */
export function beginFirstLook(): FirstLook {
  // What goes wrong here goes wrong again in `readPopupLook`, which says it in words.
  const opening = openLibrary().catch(() => null);
  const newest = opening.then(async (library) => {
    if (!library) return null;
    const transaction = library.transaction(DAY_STORES, 'readonly');
    const [day, settings, feeds] = await Promise.all([
      readNewestDay(transaction),
      readSettings(transaction),
      readFeeds(transaction),
    ]);
    return { settings, day, feeds };
  });
  return {
    newest: newest.catch(() => null),
    async end(paperId) {
      const library = await opening;
      if (!library) return null;
      try {
        return paperId === null ? null : await readHere(library, paperId);
      } finally {
        library.close(); // after the transactions that are under way
      }
    },
  };
}

/** The whole of it; null leaves the popup to `readPopupLook`. */
export async function finishFirstLook(begun: FirstLook, paperId: Promise<string | null>): Promise<PopupLook | null> {
  const here = paperId.then((id) => begun.end(id));
  try {
    const newest = await begun.newest;
    return newest && { ...newest, here: await here };
  } catch {
    return null;
  }
}
