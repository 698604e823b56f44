import { toBeijingTime } from '../report-day';
import type { AccountWords } from '../words/account';
import { fill } from '../words/words';
import { announcedAt, announcementKind, feedReadyAt } from './calendar';

/** What is known of a day without a report. Times are epoch milliseconds. */
export interface EmptyDayFacts {
  /** YYYY-MM-DD. */
  date: string;
  now: number;
  /** Whether the reader has subscribed to anything. */
  hasFeeds: boolean;
  /** Whether the library has no room for what the feeds have. */
  isFull: boolean;
  /** A feed's host that could not be reached when it was last tried; null when all could. */
  unreachableHost: string | null;
  /** When the feeds' files of this day are usually there; null when that is not known. */
  usualAt: number | null;
}

/** Why a day is empty. `host` comes with `offline`, `expectedAt` (epoch milliseconds) with `not-yet`. */
export interface EmptyDayReason {
  kind: 'weekend' | 'holiday' | 'not-yet' | 'full' | 'feed-late' | 'offline' | 'unknown';
  host?: string;
  expectedAt?: number;
}

/** Feeds are made from what arXiv has at midnight in New York, and take a while. */
const MAKING_MILLISECONDS = 30 * 60 * 1000;

/**
 * Says why a day has no report: nothing was announced, it is too early, or else the feeds are the cause. In a year whose
 * holidays are unknown a weekday without a report stays unexplained, unless there is no room or a host is out of reach.
 */
export function emptyDayReason(facts: EmptyDayFacts): EmptyDayReason {
  const { date, now, hasFeeds, isFull, unreachableHost, usualAt } = facts;
  const kind = announcementKind(date);
  if (kind === 'weekend' || kind === 'holiday') return { kind };
  const expectedAt = Math.max(announcedAt(date), usualAt ?? feedReadyAt(date) + MAKING_MILLISECONDS);
  if (kind === 'announced' && now < expectedAt) return { kind: 'not-yet', expectedAt };
  if (isFull) return { kind: 'full' };
  if (unreachableHost !== null) return { kind: 'offline', host: unreachableHost };
  return { kind: kind === 'announced' && hasFeeds ? 'feed-late' : 'unknown' };
}

/** The reason in words; times are Beijing's. */
export function describeEmptyDay({ kind, host, expectedAt }: EmptyDayReason, words: AccountWords): string {
  switch (kind) {
    case 'weekend':
      return words.weekend;
    case 'holiday':
      return words.holiday;
    case 'not-yet':
      return fill(words.notYet, expectedAt === undefined ? {} : { time: toBeijingTime(expectedAt) });
    case 'full':
      return words.full;
    case 'feed-late':
      return words.feedLate;
    case 'offline':
      return fill(words.offline, { host: host ?? '' });
    case 'unknown':
      return words.unknownReason;
  }
}
