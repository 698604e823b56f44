import type { Clock } from '../clock';
import { AppError } from '../errors';

/** Full texts and lists have a crawl delay of their own (robots.txt); the API and RSS have arXiv's general one. */
export type ArxivKind = 'page' | 'api';

/** Seconds between requests to arXiv, over all its hosts together. */
export interface Pace {
  page: number;
  api: number;
}

/** arXiv's terms of use for the API, and the crawl delay of its robots.txt (2026-11). */
export const ARXIV_PACE: Pace = { page: 15, api: 3 };

/** When arXiv was last asked, in epoch milliseconds; 0: never. Kept where it outlives the worker. */
export interface PaceState {
  lastAt: number;
  lastPageAt: number;
  /** Not to be asked before this: it has refused us. */
  restUntil: number;
}

/** Where the state is kept. `exclusive` lets one caller in at a time, over every context that asks arXiv. */
export interface PaceStore {
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  read: () => Promise<PaceState>;
  write: (state: PaceState) => Promise<void>;
}

export interface PoliteOptions {
  fetch: typeof fetch;
  clock: Clock;
  store: PaceStore;
  /** One origin in the place of all of arXiv's hosts, such as `http://127.0.0.1:8080`; null for arXiv itself. */
  base?: string | null;
  pace?: Pace;
}

export interface PoliteRequest {
  /** On arxiv.org, or on the host that `url` names. */
  url: string;
  kind: ArxivKind;
  /** The reader has just clicked for it: the crawl delay of pages does not hold, the general interval does. */
  clicked?: boolean;
  signal?: AbortSignal;
  /** Its bytes are wanted, not its text. */
  binary?: boolean;
  /** What was answered before, so that an unchanged answer need not travel again. */
  etag?: string | null;
}

export interface PoliteAnswer {
  status: number;
  bytes: Uint8Array;
  /** The bytes as UTF-8; '' for a binary answer. */
  text: string;
  etag: string | null;
}

const TIMEOUT_MILLISECONDS = 60_000;
const MOST_BYTES = 20_000_000;
/** After a refusal: asking on after a 403 is taken for an attack. */
const REST_MILLISECONDS = 3_600_000;
const LONGEST_REST_MILLISECONDS = 24 * 3_600_000;

const isLoopback = (base: string): boolean => /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(new URL(base).hostname);

/** The pace, never below arXiv's own unless the base lies on this machine, where a mirror or a test stands for arXiv. */
function allowedPace(pace: Pace, base: string | null): Pace {
  if (base !== null && isLoopback(base)) return pace;
  return { page: Math.max(pace.page, ARXIV_PACE.page), api: Math.max(pace.api, ARXIV_PACE.api) };
}

/** Where an arXiv address leads when one origin stands for all of arXiv's hosts. */
export function rebase(url: string, base: string | null): string {
  if (base === null) return url;
  const { pathname, search } = new URL(url);
  return base.replace(/\/+$/, '') + pathname + search;
}

/** Reads at most so many bytes of an answer. @throws AppError `too-large` */
async function readBounded(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  if (!reader) return new Uint8Array();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return join(pieces, length);
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new AppError('too-large', 'arXiv answered with more than we read');
    }
    pieces.push(value);
  }
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function restAfter(response: Response, now: number): number {
  const value = response.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1_000;
  const asked = Number.isFinite(seconds) ? seconds * 1_000 : 0;
  return Math.min(Math.max(asked, REST_MILLISECONDS), LONGEST_REST_MILLISECONDS);
}

/**
 * Asks arXiv, one request at a time over all its hosts and all callers, at its pace.
 *
 * @returns a function that gives any answer but a refusal, also a 404 or a 304.
 * @throws (that function) AppError `arxiv-busy` for a refusal (403, 429) and while we rest after one, and for 5xx;
 *   `arxiv-offline` when there was no answer in time; the signal's reason when it was aborted.
 */
export function createPoliteFetch({ fetch: request, clock, store, base = null, pace = ARXIV_PACE }: PoliteOptions) {
  const allowed = allowedPace(pace, base);

  async function waitForTurn({ kind, clicked = false, signal }: PoliteRequest): Promise<PaceState> {
    const state = await store.read();
    if (state.restUntil > clock.now()) throw new AppError('arxiv-busy', 'arXiv asked us to rest');
    const isPage = kind === 'page';
    const turn = Math.max(
      state.lastAt + allowed.api * 1_000,
      isPage && !clicked ? state.lastPageAt + allowed.page * 1_000 : 0,
    );
    // A clock that was set back must not make us wait for hours.
    const wait = Math.min(turn - clock.now(), Math.max(allowed.page, allowed.api) * 1_000);
    if (wait > 0) await clock.wait(wait, signal);
    signal?.throwIfAborted();
    const now = clock.now();
    return { ...state, lastAt: now, lastPageAt: isPage ? now : state.lastPageAt };
  }

  async function send({ url, etag }: PoliteRequest, signal: AbortSignal): Promise<Response> {
    return request(rebase(url, base), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
      ...(etag && { headers: { 'if-none-match': etag } }),
    });
  }

  async function ask(wanted: PoliteRequest): Promise<PoliteAnswer> {
    const state = await waitForTurn(wanted);
    await store.write(state); // before the request, so that a worker that dies in it does not ask again at once
    const timeout = new AbortController();
    const ended = new AbortController();
    clock.wait(TIMEOUT_MILLISECONDS, ended.signal).then(
      () => timeout.abort(new AppError('arxiv-offline', 'arXiv did not answer in time')),
      () => undefined,
    );
    const signal = wanted.signal ? AbortSignal.any([wanted.signal, timeout.signal]) : timeout.signal;
    try {
      const response = await send(wanted, signal);
      if (response.status === 403 || response.status === 429) {
        await store.write({ ...state, restUntil: clock.now() + restAfter(response, clock.now()) });
        throw new AppError('arxiv-busy', `arXiv answered ${response.status}`);
      }
      if (response.status >= 500) throw new AppError('arxiv-busy', `arXiv answered ${response.status}`);
      const bytes = await readBounded(response);
      const text = wanted.binary ? '' : new TextDecoder().decode(bytes);
      return { status: response.status, bytes, text, etag: response.headers.get('etag') };
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      wanted.signal?.throwIfAborted();
      throw new AppError('arxiv-offline', 'arXiv could not be reached', { cause });
    } finally {
      ended.abort();
    }
  }

  return (wanted: PoliteRequest): Promise<PoliteAnswer> => store.exclusive(() => ask(wanted));
}
