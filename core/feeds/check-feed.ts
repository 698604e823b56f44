import { AppError, type ErrorCode } from '../errors';
import type { FeedInput, FeedProgress } from '../jobs/job';
import type { KnownFile } from './ask';
import { type Feed, type FeedDay, feedDayKey, type FeedState } from './feed';
import { type FetchedDay, fetchDay } from './fetch-day';
import { nextCheckAt } from './plan';
import { findProvenBranch } from './proven-branch';
import type { FeedTools } from './watch';

/** A feed and how it fares. */
interface Subscribed {
  feed: Feed;
  state: FeedState;
}

/** What checking a feed needs of its surroundings. */
export interface CheckTools extends FeedTools {
  signal: AbortSignal;
  random: () => number;
  /** Null once it is given up. */
  readFeed: () => Promise<Subscribed | null>;
  readDay: (key: string) => Promise<FeedDay | null>;
  /**
   * Takes a day's file into the library and notes the day in the same transaction, or throws an AppError: one about the file,
   * and nothing was written, or a storage code.
   */
  takeDay: (feed: Feed, day: FeedDay, file: Extract<FetchedDay, { kind: 'there' }>) => Promise<void>;
  keepDay: (day: FeedDay) => Promise<void>;
  keepState: (state: FeedState) => Promise<void>;
  /** Keeps how far the job is. */
  keep: (progress: FeedProgress) => Promise<void>;
}

const isStorage = (error: AppError) => error.code.startsWith('storage-');

function blankDay(feedId: string, date: string): FeedDay {
  return {
    key: feedDayKey(feedId, date),
    feedId,
    date,
    state: 'absent',
    url: null,
    etag: null,
    lastModified: null,
    checkedAt: 0,
    reportId: null,
    error: null,
    papers: 0,
    analyses: 0,
  };
}

/** What was fetched of a day; nothing of one that could not be used, so that it comes again whole. */
function toFile(day: FeedDay | null): KnownFile | null {
  return day?.state === 'there' && day.url !== null
    ? { url: day.url, etag: day.etag, lastModified: day.lastModified }
    : null;
}

type Found = 'there' | 'absent' | 'bad';

interface CheckedDay {
  found: Found;
  host: string;
  /** Whether a file came in: a day that is there already and has not changed is `there` and brings none. */
  isNew: boolean;
}

/** Asks for one day and takes it in. */
async function checkDay(
  { feed, state }: Subscribed,
  date: string,
  isFill: boolean,
  tools: CheckTools,
): Promise<CheckedDay> {
  const known = await tools.readDay(feedDayKey(feed.id, date));
  const before = known ?? blankDay(feed.id, date);
  const keepBad = async ({ code, host }: AppError): Promise<CheckedDay> => {
    // What came in before stays, and so does its mark; the file is asked for again, since it may be mended.
    const bad = { ...before, error: code, checkedAt: tools.clock.now() };
    await tools.keepDay(before.state === 'there' ? bad : { ...bad, state: 'bad', etag: null, lastModified: null });
    return { found: 'bad', host: host ?? '', isNew: false };
  };
  let answer: FetchedDay;
  try {
    const proven = await findProvenBranch(feed, state, tools.readDay, tools.clock.now());
    answer = await fetchDay(feed, date, toFile(known), tools, proven);
  } catch (cause) {
    // What is known of a file before it is read. A web page may stand in the place of all of them, as where a network wants a
    // login first; in the place of one it must not keep out the older days for which a reader waits.
    const isOfDay = (code: ErrorCode) => code === 'too-large' || (code === 'feed-page' && isFill);
    if (cause instanceof AppError && isOfDay(cause.code)) return keepBad(cause);
    throw cause;
  }
  tools.signal.throwIfAborted();
  const checkedAt = tools.clock.now();
  const { host } = answer;
  if (answer.kind === 'absent') {
    // A file that came once is not unmade by its feed's losing it.
    if (before.state !== 'there') await tools.keepDay({ ...before, state: 'absent', error: null, checkedAt });
    return { found: before.state === 'there' ? 'there' : 'absent', host, isNew: false };
  }
  if (answer.kind === 'unchanged') {
    await tools.keepDay({ ...before, checkedAt });
    return { found: before.state, host, isNew: false };
  }
  const { url, etag, lastModified } = answer;
  const day: FeedDay = { ...before, state: 'there', url, etag, lastModified, error: null, checkedAt };
  try {
    await tools.takeDay(feed, day, answer);
    return { found: 'there', host, isNew: true };
  } catch (cause) {
    tools.signal.throwIfAborted(); // stopped: that is no fault of the file
    if (!(cause instanceof AppError) || isStorage(cause)) throw cause;
    return { ...(await keepBad(cause)), host };
  }
}

function later(one: string | null, other: string): string {
  return one !== null && one > other ? one : other;
}

/**
 * Asks a feed for the days that are left, one after the other. A bad day never stops the others; a feed that cannot be reached
 * is left alone until its next turn, except where a reader waits for days to be filled in: then the error is thrown, for
 * another attempt.
 *
 * @throws AppError a storage code, whatever the feed's own state; what stopped a `fill`.
 */
export async function checkFeed(input: FeedInput, progress: FeedProgress, tools: CheckTools): Promise<void> {
  let done = progress;
  let missed: AppError | null = null;
  while (done.left.length > 0 && !missed) {
    const subscribed = await tools.readFeed();
    const [date, ...left] = done.left;
    if (!subscribed || date === undefined) return;
    const { state } = subscribed;
    try {
      const { found, host, isNew } = await checkDay(subscribed, date, input.mode === 'fill', tools);
      done = { ...done, left: input.mode === 'newest' && found === 'there' ? [] : left, [found]: done[found] + 1 };
      const lastDate = found === 'there' ? later(state.lastDate, date) : state.lastDate;
      const now = tools.clock.now();
      await tools.keepState({
        ...state,
        lastHost: host,
        lastDate,
        lastSuccessAt: now,
        ...(isNew && { lastNewAt: now }),
        error: null,
        failures: 0,
      });
      await tools.keep(done);
    } catch (cause) {
      tools.signal.throwIfAborted();
      missed = cause instanceof AppError ? cause : new AppError('unknown', 'a day could not be asked for', { cause });
      const at = tools.clock.now();
      await tools.keepState({
        ...state,
        error: { code: missed.code, host: missed.host ?? '', at },
        failures: state.failures + 1,
      });
    }
  }
  await planNext(missed, tools);
  if (missed && (input.mode === 'fill' || isStorage(missed))) throw missed;
}

async function planNext(missed: AppError | null, { clock, random, readFeed, keepState }: CheckTools): Promise<void> {
  const subscribed = await readFeed();
  if (!subscribed) return;
  const { feed, state } = subscribed;
  const outcome = missed
    ? { kind: 'failed' as const, retryAfterSeconds: missed.retryAfterSeconds }
    : { kind: 'answered' as const };
  const nextAt = nextCheckAt(feed, state, outcome, clock.now(), random);
  await keepState({ ...state, nextAt });
}
