import { liveQuery } from 'dexie';
import type { AnnouncedDay } from '@/core/announcements/announced-day';
import type { Feed, FeedState } from '@/core/feeds/feed';
import { type Day, mergeDay } from '@/core/library/day';
import { toDayKey } from '@/core/library/day-key';
import type { Settings } from '@/core/settings';
import { readAnnounced } from './announcements';
import { db } from './db';
import { listFeeds } from './feeds';
import { guarded } from './guard';
import { readGuide } from './guides';
import { type ListMarks, readListMarks } from './marks';
import { neighbourDays, reportsOfDay } from './reports';
import { readSettings } from './settings';

/** A day as the popup shows it. */
export interface DayLook extends Day {
  /** Of the day's papers that are saved, dismissed or were seen; the others are left out. */
  marks: Record<string, ListMarks>;
  /** The days around it, as `toDayKey` names them; null where there is none. */
  previous: string | null;
  next: string | null;
  /** What arXiv announced on the day; null when that is not known. */
  announced: AnnouncedDay | null;
}

/** All that the popup draws of the library. */
export interface PopupLook {
  settings: Settings;
  /** Null in an empty library. */
  day: DayLook | null;
  /** What the reader has subscribed to, in that order, and how each fares. */
  feeds: { feed: Feed; state: FeedState }[];
  /** The current tab's paper, known to the library or not; `gist` is '' without an analysis. */
  here: { id: string; gist: string; saved: boolean; tags: string[] } | null;
}

async function readDay(dayKey: string | null): Promise<DayLook | null> {
  const reports = await reportsOfDay(dayKey);
  const [first] = reports;
  if (!first) return null;
  const day = mergeDay(reports);
  const [marks, around, announced] = await Promise.all([
    readListMarks(day.entries.map((entry) => entry.id)),
    neighbourDays(toDayKey(first.id)),
    day.date === null ? null : readAnnounced(day.date),
  ]);
  const marked = Object.entries(marks).filter(([, { saved, seen, dismissed }]) => saved || seen || dismissed);
  return { ...day, marks: Object.fromEntries(marked), ...around, announced };
}

async function readHere(paperId: string | null): Promise<PopupLook['here']> {
  if (paperId === null) return null;
  const guide = await readGuide(paperId);
  const save = await guarded(() => db.saves.get(paperId));
  const saved = (save?.savedAt ?? null) !== null;
  return { id: paperId, gist: guide?.guides[0]?.gist ?? '', saved, tags: save?.tags ?? [] };
}

/** `dayKey` null is the newest day; `paperId` null stands for a tab without a paper. */
export async function readPopupLook(dayKey: string | null, paperId: string | null): Promise<PopupLook> {
  const settings = await readSettings();
  const day = await readDay(dayKey);
  const feeds = (await listFeeds()).map(({ feed, state }) => ({ feed, state }));
  return { settings, day, feeds, here: await readHere(paperId) };
}

/** Reads the same now and whenever it changes, until what it returns is called. */
export function watchPopupLook(
  dayKey: string | null,
  paperId: string | null,
  on: { look: (look: PopupLook) => void; error: (error: unknown) => void },
): () => void {
  // Dexie keeps watch across `await` only in a function that is itself declared async.
  const subscription = liveQuery(async () => readPopupLook(dayKey, paperId)).subscribe(on.look, on.error);
  return () => subscription.unsubscribe();
}
