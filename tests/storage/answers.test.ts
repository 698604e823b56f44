import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type DayQuery, askKept } from '@/core/daily/kept-answer';
import { openAnswers } from '@/storage/answers';
import { db } from '@/storage/db';
import { pruneLibrary } from '@/storage/prune';
import { changeSettings } from '@/storage/settings';

const DAY = 24 * 3_600_000;
const query: DayQuery<string> = {
  date: '2026-12-03',
  url: 'https://rss.arxiv.org/rss/cs.CV',
  kind: 'api',
  read: (text) => text,
  dayOf: (text) => text,
};

/** One at a time for a name, as browsers have it. */
function fakeLocks() {
  const turns = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, work: () => Promise<unknown>) => {
      const mine = (turns.get(name) ?? Promise.resolve()).then(work, work);
      turns.set(name, mine);
      return mine;
    },
  };
}

describe('arXiv’s answers', () => {
  let now = 0;
  const asked: string[] = [];
  const tools = () => ({
    clock: { now: () => now },
    cache: openAnswers({ now: () => now }),
    ask: async ({ url }: { url: string }) => {
      asked.push(url);
      return { status: 200, text: query.date, bytes: new Uint8Array(), etag: null };
    },
  });

  beforeEach(() => {
    now = 30 * DAY;
    asked.length = 0;
    vi.stubGlobal('navigator', { locks: fakeLocks() });
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    await Promise.all(db.tables.map((table) => table.clear()));
  });

  test('are there for whoever asks next, also after the worker has gone', async () => {
    await Promise.all([askKept(query, tools()), askKept(query, tools())]);
    db.close({ disableAutoOpen: false });
    expect(await askKept(query, tools())).toEqual({ value: query.date, againAt: null });
    expect(asked).toHaveLength(1);
  });

  test('are null where nothing was written', async () => expect(await tools().cache.read('x')).toBeNull());

  test('are forgotten after some days, whatever the reader keeps of papers', async () => {
    await changeSettings({ keepDays: 0 });
    const { cache } = tools();
    await cache.write('old', 'a');
    now += 3 * DAY;
    await cache.write('new', 'b');
    await pruneLibrary(now);
    expect(await cache.read('old')).toBe('a');
    now += 1.5 * DAY;
    await pruneLibrary(now);
    expect([await cache.read('old'), await cache.read('new')]).toEqual([null, 'b']);
  });
});
