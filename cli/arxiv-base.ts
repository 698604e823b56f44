import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { ARXIV_PACE, type Pace, type PaceState, type PaceStore, createPoliteFetch } from '@/core/arxiv/polite-fetch';
import type { Clock } from '@/core/clock';
import type { AnswerCache, ArxivTools } from '@/core/daily/kept-answer';
import { readWhole, writeWhole } from './whole-file';

/** Where arXiv is, and how often it is asked. */
export interface ArxivOptions {
  /** One origin in the place of all of arXiv's hosts; null for arXiv itself. */
  base: string | null;
  pace: Pace;
}

/** The folder, within that of the results, of what must outlive a run: arXiv's answers and pace, and what a model wrote so far. */
export const STATE_FOLDER = '.daodu';
/** So that arXiv can tell whom it serves. */
const USER_AGENT = 'daodu/0.1';

const paceSchema = z.object({ lastAt: z.number(), lastPageAt: z.number(), restUntil: z.number() });
const NEVER: PaceState = { lastAt: 0, lastPageAt: 0, restUntil: 0 };

/**
 * Reads where arXiv is and the seconds between two requests.
 *
 * @param address the value of `DAODU_ARXIV`.
 * @param seconds the value of `--pace`; less than arXiv's own rules holds only where the address lies on this machine.
 * @returns a sentence when one of them is no such thing.
 */
export function readArxivOptions(address: string | undefined, seconds: string | undefined): ArxivOptions | string {
  const base = address?.trim() || null;
  if (base !== null && !isOrigin(base)) return `DAODU_ARXIV 不是网址：${base}`;
  if (seconds === undefined) return { base, pace: ARXIV_PACE };
  if (!/^\d+(?:\.\d+)?$/.test(seconds)) return `--pace 要写两次请求之间隔几秒：${seconds}`;
  return { base, pace: { page: Number(seconds), api: Number(seconds) } };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** What cannot be read may have been written just now. */
function parsePace(text: string): PaceState {
  try {
    return paceSchema.parse(JSON.parse(text));
  } catch {
    return { lastAt: clock.now(), lastPageAt: clock.now(), restUntil: 0 };
  }
}

const clock: Clock = {
  now: () => Date.now(),
  wait: async (milliseconds, signal) => {
    try {
      await sleep(milliseconds, undefined, signal && { signal });
    } catch (error) {
      signal?.throwIfAborted(); // Node has an error of its own in the place of the reason
      throw error;
    }
  },
};

/** One run at a time: two that share a folder do not wait for each other. */
function fileStore(path: string): PaceStore {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    exclusive: (work) => {
      const mine = turn.then(work, work);
      turn = mine.catch(() => undefined);
      return mine;
    },
    read: () => {
      const text = readWhole(path);
      return Promise.resolve(text === null ? NEVER : parsePace(text));
    },
    write: (state) => Promise.resolve(writeWhole(path, JSON.stringify(state))),
  };
}

function fileCache(folder: string): AnswerCache {
  const pathOf = (key: string) => join(folder, createHash('sha256').update(key).digest('hex').slice(0, 32));
  return {
    read: (key) => Promise.resolve(readWhole(pathOf(key))),
    write: (key, text) => Promise.resolve(writeWhole(pathOf(key), text)),
    exclusive: (_, work) => work(), // a run asks one after the other
  };
}

const namedFetch: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('user-agent', USER_AGENT);
  return fetch(input, { ...init, headers });
};

/** What to ask arXiv with, from Node. In the same folder the next run keeps the pace of the last and has its answers. */
export function openArxiv(folder: string, { base, pace }: ArxivOptions): ArxivTools & { clock: Clock } {
  mkdirSync(join(folder, STATE_FOLDER), { recursive: true });
  const store = fileStore(join(folder, STATE_FOLDER, 'pace.json'));
  return {
    ask: createPoliteFetch({ fetch: namedFetch, clock, store, base, pace }),
    clock,
    cache: fileCache(join(folder, STATE_FOLDER, 'answers')),
  };
}
