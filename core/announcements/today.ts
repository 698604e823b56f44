import type { ErrorCode } from '../errors';
import type { Feed, FeedState } from '../feeds/feed';
import { shiftDay, toDay, toMoment } from '../report-day';
import { announcementDaysBetween } from './calendar';
import { type EmptyDayReason, emptyDayReason } from './empty-day';
import { isSilent, silentDays } from './silent';

/** What the reader has subscribed to, and how it fares. */
export interface KnownFeed {
  feed: Feed;
  state: FeedState;
}

/** A day that could be there by now and is not. */
export interface MissingDay {
  /** YYYY-MM-DD. */
  date: string;
  reason: EmptyDayReason;
}

/** A feed that left out so many announcement days. */
export interface SilentFeed {
  id: string;
  name: string;
  days: number;
}

const MINUTE_MILLISECONDS = 60 * 1000;
/** Longer than arXiv ever pauses. */
const LOOK_BACK_DAYS = 14;

/** The host did not answer, or not with what was asked for; any other error says that it did. */
const UNREACHABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'feed-offline',
  'feed-busy',
  'feed-refused',
  'feed-failed',
  'feed-permission',
]);

/** Of a feed that was never asked nothing can be said. */
function wasAsked({ state }: KnownFeed): boolean {
  return state.lastSuccessAt !== null || state.error !== null;
}

function findUnreachable(feeds: readonly KnownFeed[]): string | null {
  const errors = feeds.map(({ state }) => state.error).filter((error) => error !== null);
  return errors.find(({ code }) => UNREACHABLE.has(code))?.host ?? null;
}

/** Whether a day of a feed's could not be written for want of room. */
export function isWithoutRoom({ state }: KnownFeed): boolean {
  return state.error?.code === 'storage-full';
}

/**
 * Says which day is missing, and why: the newest one whose file should be there, else today. What should be there goes by the
 * feed that is the first to come.
 *
 * @param newest the newest day in the library, YYYY-MM-DD; null when there is none.
 * @param now epoch milliseconds.
 * @param isFull whether the library has no room.
 * @returns null when today is there, and without a feed that was asked: who imports files expects none.
 */
export function findMissingDay(
  newest: string | null,
  feeds: readonly KnownFeed[],
  now: number,
  isFull = false,
): MissingDay | null {
  // What a full library could not note was asked all the same.
  const asked = isFull ? feeds : feeds.filter(wasAsked);
  const today = toDay(now);
  if (asked.length === 0 || (newest !== null && newest >= today)) return null;
  const usualMinutes = Math.min(...asked.map(({ feed }) => feed.usualMinutes));
  const dueDay = toDay(now - usualMinutes * MINUTE_MILLISECONDS);
  const due = announcementDaysBetween(shiftDay(dueDay, -LOOK_BACK_DAYS), dueDay).at(-1);
  const date = due !== undefined && (newest === null || newest < due) ? due : today;
  const reason = emptyDayReason({
    date,
    now,
    hasFeeds: true,
    isFull: isFull || feeds.some(isWithoutRoom),
    unreachableHost: findUnreachable(asked),
    usualAt: toMoment(date, usualMinutes),
  });
  return { date, reason };
}

/** The feeds that have been silent for so long that the reader is told, in the order given. */
export function findSilentFeeds(feeds: readonly KnownFeed[], now: number): SilentFeed[] {
  return feeds
    .map(({ feed, state }) => ({
      id: feed.id,
      name: feed.name,
      days: silentDays(state.lastDate, feed.subscribedAt, feed.usualMinutes, now),
    }))
    .filter(({ days }) => isSilent(days));
}
