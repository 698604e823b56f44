import { type Announcement, type AnnouncedQuery, askAnnounced } from '@/core/daily/ask-announced';
import type { AnswerCache } from '@/core/daily/kept-answer';
import { type DailyState, nextTryAt } from '@/core/daily/schedule';
import { createPoliteFetch } from '@/core/arxiv/polite-fetch';
import { AppError } from '@/core/errors';
import { shiftDay, toMoment } from '@/core/report-day';
import { type ArxivDay, ArxivDays } from '../../arxiv-days';
import { PaceMemory } from '../../pace-memory';
import { VirtualClock } from '../../virtual-clock';

export interface Request {
  url: string;
  at: number;
  etag: string | null;
  status: number;
  isGood: boolean;
}

/** How asking for a day ended: what came of it, or the code of the last error. */
export type Ending = Announcement | { kind: 'failed'; code: string };

export interface Simulation {
  endings: Map<string, Ending>;
  requests: Request[];
  kills: number;
}

export class CacheMemory implements AnswerCache {
  readonly texts = new Map<string, string>();
  private readonly turns = new Map<string, Promise<unknown>>();
  read = (key: string) => Promise.resolve(this.texts.get(key) ?? null);
  write = (key: string, text: string) => {
    this.texts.set(key, text);
    return Promise.resolve();
  };
  exclusive = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (this.turns.get(key) ?? Promise.resolve()).then(work, work);
    this.turns.set(
      key,
      mine.catch(() => undefined),
    );
    return mine;
  };
}

/** The same numbers from 0 up to 1 in each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Lives through days as the schedule has it, over real HTTP, stopped now and then between two requests. */
export async function simulate(options: {
  firstDay: string;
  days: number;
  readerMinutes: number;
  query: Omit<AnnouncedQuery, 'date'>;
  arxiv: ReadonlyMap<string, ArxivDay>;
  seed: number;
}): Promise<Simulation> {
  const start = toMoment(options.firstDay, 0);
  const clock = new VirtualClock(start);
  const server = new ArxivDays(clock.now, options.arxiv);
  const base = await server.start();
  const store = new PaceMemory();
  const cache = new CacheMemory();
  const random = randomFrom(options.seed);
  const asked: { at: number }[] = [];
  const endings = new Map<string, Ending>();
  let [inFlight, kills] = [0, 0];

  const countedFetch = (async (url: string, init: RequestInit) => {
    asked.push({ at: clock.now() });
    inFlight++;
    try {
      const response = await fetch(url, init);
      const { status, headers } = response;
      const bytes = await response.arrayBuffer();
      return new Response(status === 304 ? null : bytes, { status, headers });
    } finally {
      inFlight--;
    }
  }) as typeof fetch; // as: called with an address alone

  async function attempt(date: string): Promise<Announcement> {
    for (;;) {
      const ask = createPoliteFetch({ fetch: countedFetch, clock, store, base });
      let left = random() < 0.5 ? Math.floor(random() * 3) : Infinity;
      const killed = new Error('killed');
      try {
        return await askAnnounced(
          { ...options.query, date },
          { clock, cache, ask: (request) => (left-- > 0 ? ask(request) : Promise.reject(killed)) },
        );
      } catch (error) {
        if (error !== killed) throw error;
        kills++;
      }
    }
  }

  /** Time stands still while arXiv answers. */
  async function live<T>(work: Promise<T>): Promise<T> {
    const progress = { isDone: false };
    const end = () => {
      progress.isDone = true;
    };
    work.then(end, end);
    while (!progress.isDone) {
      if (inFlight === 0) await clock.pass(1_000);
      else {
        await new Promise((next) => {
          setImmediate(next);
        });
      }
    }
    return work;
  }

  const state: DailyState = { settledDay: shiftDay(options.firstDay, -1), triedAt: null, notBefore: 0, jitter: 0.4 };
  const end = start + options.days * 24 * 3_600_000;
  try {
    for (;;) {
      const next = nextTryAt(clock.now(), state, options.readerMinutes);
      if (next.at >= end) break;
      await clock.pass(next.at - clock.now());
      state.triedAt = clock.now();
      try {
        const found = await live(attempt(next.date));
        endings.set(next.date, found);
        state.notBefore = found.kind === 'not-yet' ? found.at : 0;
        // In the morning there are no records yet; later they are worth another try.
        const isWhole = found.kind !== 'announced' || found.from === 'list' || found.missing.length === 0;
        if (found.kind !== 'not-yet' && isWhole) state.settledDay = next.date;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        endings.set(next.date, { kind: 'failed', code: error.code });
      }
      state.notBefore = Math.max(state.notBefore, store.state.restUntil);
    }
  } finally {
    await server.close();
  }
  const requests = server.answers.map((answer, index) => ({ ...answer, at: asked[index]?.at ?? NaN }));
  if (requests.length !== asked.length) throw new Error(`${asked.length} requests, ${requests.length} arrived`);
  return { endings, requests, kills };
}
