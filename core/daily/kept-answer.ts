import * as z from 'zod/mini';
import type { ArxivKind, PoliteAnswer, PoliteRequest } from '../arxiv/polite-fetch';
import type { Clock } from '../clock';
import { AppError } from '../errors';

/** Where answers are kept, under any text as key. What was written must be there after an interruption. */
export interface AnswerCache {
  /** Null where nothing was written. */
  read: (key: string) => Promise<string | null>;
  write: (key: string, text: string) => Promise<void>;
  /** Lets one asker in at a time for a key, over every context that asks: the next finds what this one wrote. */
  exclusive: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

export interface ArxivTools {
  /** What `createPoliteFetch` gives; wherever arXiv is asked, over the same store. */
  ask: (request: PoliteRequest) => Promise<PoliteAnswer>;
  clock: Pick<Clock, 'now'>;
  cache: AnswerCache;
}

/** What is asked for on a day. An answer is kept under its day and its address together. */
export interface DayQuery<T> {
  /** The day of the announcement, YYYY-MM-DD. */
  date: string;
  url: string;
  kind: ArxivKind;
  /** Reads an answer; throws AppError where it is none. */
  read: (text: string) => T;
  /** The day an answer is of, YYYY-MM-DD; null while it says nothing yet. */
  dayOf: (value: T) => string | null;
}

export interface KeptAnswer<T> {
  value: T;
  /** When it may be asked again, in epoch milliseconds; null for an answer that stands. */
  againAt: number | null;
}

/** What is not yet the day's answer, or none that can be read, is asked for again after so long. */
const AGAIN_MILLISECONDS = 3_600_000;

const keptSchema = z.object({
  /** When it came. */
  at: z.number(),
  status: z.number(),
  etag: z.nullable(z.string()),
  text: z.string(),
});
type Kept = z.infer<typeof keptSchema>;

/** A kept answer and what it says; `stands` when arXiv will not say anything else on its day. */
type Understood<T> = { kept: Kept; value: T; stands: boolean } | { kept: Kept; error: AppError };

const keyOf = (date: string, url: string) => `${date} ${url}`;

function parseKept(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return null; // broken off while it was written: as good as none
  }
}

function understand<T>(kept: Kept, { date, read, dayOf }: DayQuery<T>): Understood<T> {
  try {
    if (kept.status !== 200) throw new AppError('arxiv-answer', `arXiv answered ${kept.status}`);
    const value = read(kept.text);
    return { kept, value, stands: (dayOf(value) ?? '') >= date };
  } catch (error) {
    if (error instanceof AppError) return { kept, error };
    throw error;
  }
}

function settle<T>(understood: Understood<T>, now: number): KeptAnswer<T> {
  const againAt = understood.kept.at + AGAIN_MILLISECONDS;
  if ('value' in understood) return { value: understood.value, againAt: understood.stands ? null : againAt };
  const { code, message, cause } = understood.error;
  throw new AppError(code, message, { cause, retryAfterSeconds: Math.max(0, Math.ceil((againAt - now) / 1_000)) });
}

async function readUnderstood<T>(query: DayQuery<T>, cache: AnswerCache): Promise<Understood<T> | null> {
  const kept = parseKept(await cache.read(keyOf(query.date, query.url)));
  return kept && understand(kept, query);
}

/** The kept answer that stands, without asking; null where there is none. */
export async function findKept<T>(query: DayQuery<T>, cache: AnswerCache): Promise<T | null> {
  const known = await readUnderstood(query, cache);
  return known && 'value' in known && known.stands ? known.value : null;
}

/**
 * An answer of arXiv's, kept or new. One that stands is never asked for again on its day; one that is early, or that cannot be
 * read, hourly at most, and with its ETag where it has one. It is kept before it is used, so that whoever is interrupted goes on
 * with it; one of a later day than was asked for is that day's as well.
 *
 * @throws AppError what `read` throws, or `arxiv-answer` for a status that is no answer, with `retryAfterSeconds` until it may be
 *   asked again; what `ask` throws.
 */
export function askKept<T>(query: DayQuery<T>, tools: ArxivTools): Promise<KeptAnswer<T>> {
  return tools.cache.exclusive(keyOf(query.date, query.url), () => askAlone(query, tools));
}

async function askAlone<T>(query: DayQuery<T>, { ask, clock, cache }: ArxivTools): Promise<KeptAnswer<T>> {
  const { date, url, kind, dayOf } = query;
  const known = await readUnderstood(query, cache);
  if (known) {
    const age = clock.now() - known.kept.at;
    const isFresh = age >= 0 && age < AGAIN_MILLISECONDS; // a clock that was set back must not make us wait for hours
    if (('value' in known && known.stands) || isFresh) return settle(known, clock.now());
  }

  // What cannot be read is wanted anew even if it is the same.
  const etag = known && 'value' in known ? known.kept.etag : null;
  const answer = await ask({ url, kind, etag });
  const at = clock.now();
  const isSame = known !== null && etag !== null && answer.status === 304;
  const kept = isSame ? { ...known.kept, at } : { at, status: answer.status, etag: answer.etag, text: answer.text };
  await cache.write(keyOf(date, url), JSON.stringify(kept));
  const fresh = isSame ? { ...known, kept } : understand(kept, query);
  const day = 'value' in fresh ? dayOf(fresh.value) : null;
  if (day !== null && day > date) await cache.write(keyOf(day, url), JSON.stringify(kept));
  return settle(fresh, at);
}
