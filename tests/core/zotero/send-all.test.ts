import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '@/core/clock';
import { sendAll, type SendProgress } from '@/core/zotero/send-all';
import { ZoteroServer } from '../../zotero-server';
import { VirtualClock } from '../../virtual-clock';
import { FULL_PAPER } from '../export/hard-papers';
import { paperOf } from '../export/papers';

const IDS = ['2512.00001', '2512.00002', '2512.00003', '2512.00004', '2512.00005'];

let zotero: ZoteroServer;
beforeEach(async () => {
  zotero = await ZoteroServer.start();
});
afterEach(() => zotero.close());

interface Given {
  ids?: string[];
  signal?: AbortSignal;
  onProgress?: (progress: SendProgress) => void;
  origin?: string;
  clock?: Clock;
  newSession?: () => string;
}

async function send({ ids = IDS.slice(0, 1), ...given }: Given = {}) {
  const told: string[] = [];
  let sessions = 0;
  const outcome = await sendAll(ids, {
    fetch,
    clock: new VirtualClock(),
    origin: zotero.origin,
    language: 'zh',
    newSession: () => `session-${(sessions += 1)}`,
    read: async (id) => (id === FULL_PAPER.paper.id ? FULL_PAPER : id === 'gone' ? null : paperOf({ paper: { id } })),
    onSent: async (id) => void told.push(id),
    onProgress: () => {},
    ...given,
  });
  expect(told).toEqual(outcome.sent);
  return { ...outcome, error: outcome.error?.code ?? null };
}

const kept = () => zotero.items.map((item) => item['id']);

describe('sending to Zotero', () => {
  test('keeps to its protocol and its schema', async () => {
    expect(await send({ ids: [FULL_PAPER.paper.id, ...IDS] })).toEqual({
      place: '我的文库',
      sent: [FULL_PAPER.paper.id, ...IDS],
      failed: [],
      left: [],
      error: null,
    });
    expect(zotero.complaints).toEqual([]);
    expect(kept()).toEqual([FULL_PAPER.paper.id, ...IDS]);
    expect(zotero.items[0]?.notes).toHaveLength(3);
    const sessions = zotero.requests.filter(({ path }) => path === 'saveItems').map(({ json }) => json['sessionID']);
    expect(new Set(sessions).size).toBe(6);
  });

  test.each([true, false])(
    'makes tags the reader’s own, whether Zotero takes a page’s (%s) or not',
    async (automatic) => {
      zotero.automaticTags = automatic;
      await send({ ids: [FULL_PAPER.paper.id] });
      expect(zotero.items[0]?.tags).toEqual([
        { tag: '数论', type: 0 },
        { tag: 'to read, soon; now', type: 0 },
      ]);
    },
  );

  test('gives an older Zotero the tags as one text', async () => {
    const forms: unknown[] = [];
    zotero.instead = (path, { tags }) => {
      if (path !== 'updateSession') return null;
      forms.push(tags);
      return { status: typeof tags === 'string' ? 200 : 500 };
    };
    expect((await send({ ids: [FULL_PAPER.paper.id] })).error).toBeNull();
    expect(forms).toEqual([['数论', 'to read, soon; now'], '数论,to read  soon; now']);
  });

  test('asks for another session where one of that name is there', async () => {
    let asked = 0;
    zotero.instead = (path) => {
      if (path !== 'saveItems') return null;
      asked += 1;
      return asked === 1 ? { status: 409, body: { error: 'SESSION_EXISTS' } } : null;
    };
    expect((await send()).sent).toEqual(IDS.slice(0, 1));
    expect(zotero.requests.at(-1)?.json['sessionID']).toBe('session-2');
  });

  test('leaves out what is no longer in the library', async () =>
    expect(await send({ ids: ['gone', IDS[0] ?? ''] })).toMatchObject({ sent: IDS.slice(0, 1), left: [] }));

  test('tells how far it is', async () => {
    const steps: string[] = [];
    await send({
      ids: IDS.slice(0, 2),
      onProgress: ({ done, total, place }) => steps.push(`${done}/${total} ${place}`),
    });
    expect(steps).toEqual(['0/2 我的文库', '1/2 我的文库', '2/2 我的文库']);
  });

  test('goes on without knowing where papers go', async () => {
    zotero.instead = (path) => (path === 'getSelectedCollection' ? { status: 404 } : null);
    expect(await send({ ids: [FULL_PAPER.paper.id] })).toMatchObject({ place: null, sent: [FULL_PAPER.paper.id] });
  });

  test('goes where Zotero turns to when the chosen library is read only', async () => {
    zotero.selected = { id: 7, name: '只读群组', editable: false, others: true };
    expect(await send({ ids: [FULL_PAPER.paper.id] })).toMatchObject({ place: '我的文库', error: null });
    expect(zotero.items[0]?.collection).toBe('L1');
  });
});

describe('what goes wrong', () => {
  test.each<[string, Partial<Pick<ZoteroServer, 'version' | 'protocol' | 'selected' | 'instead'>>]>([
    ['zotero-old', { version: '5.0.96.3' }],
    ['zotero-newer', { protocol: 4 }],
    ['zotero-read-only', { selected: { id: 7, name: '只读', editable: false, others: false } }],
    [
      'zotero-read-only',
      { instead: (path) => (path === 'saveItems' ? { status: 500, body: { libraryEditable: false } } : null) },
    ],
    ['zotero-refused', { instead: () => ({ status: 403 }) }],
    ['zotero-refused', { instead: (path) => (path === 'saveItems' ? { status: 403 } : null) }],
    ['zotero-other', { instead: () => ({ status: 404, body: 'not here' }) }],
    ['zotero-other', { instead: (path) => (path === 'saveItems' ? { status: 404 } : null) }],
    ['zotero-offline', { instead: () => 'cut' }],
    ['zotero-cut', { instead: (path) => (path === 'saveItems' ? 'cut' : null) }],
  ])('is told as %s', async (code, behaviour) => {
    Object.assign(zotero, behaviour);
    expect(await send({ ids: IDS })).toMatchObject({ sent: [], left: IDS, error: code });
  });

  test('is told when Zotero does not run', async () => {
    const { origin } = zotero;
    await zotero.close();
    expect(await send({ origin })).toMatchObject({ sent: [], left: IDS.slice(0, 1), error: 'zotero-offline' });
    zotero = await ZoteroServer.start();
  });

  test('of one paper does not keep the others', async () => {
    zotero.instead = (path, json) =>
      path === 'saveItems' && JSON.stringify(json).includes('2512.00002') ? { status: 500 } : null;
    expect(await send({ ids: IDS })).toMatchObject({
      sent: IDS.filter((id) => id !== '2512.00002'),
      failed: ['2512.00002'],
      left: [],
      error: null,
    });
  });

  test('of every paper ends it soon', async () => {
    zotero.instead = (path) => (path === 'saveItems' ? { status: 500 } : null);
    expect(await send({ ids: IDS })).toMatchObject({
      sent: [],
      failed: IDS.slice(0, 2),
      left: IDS.slice(2),
      error: 'zotero-failed',
    });
  });

  test('half way is told with what arrived before', async () => {
    zotero.instead = (path) => (path === 'saveItems' && zotero.items.length === 2 ? 'cut' : null);
    expect(await send({ ids: IDS })).toMatchObject({ sent: IDS.slice(0, 2), left: IDS.slice(2), error: 'zotero-cut' });
  });

  test('is nothing when the reader stops it between two papers', async () => {
    const stop = new AbortController();
    const outcome = await send({
      ids: IDS,
      signal: stop.signal,
      onProgress: ({ done }) => done === 2 && stop.abort(),
    });
    expect(outcome).toMatchObject({ sent: IDS.slice(0, 2), failed: [], left: IDS.slice(2), error: null });
    expect(kept()).toEqual(IDS.slice(0, 2));
  });

  test('is a Zotero that never answers', async () => {
    const clock = new VirtualClock();
    const never = ((_: unknown, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
      })) as typeof fetch; // as: no more of it is used
    const outcome = sendAll(IDS, {
      fetch: never,
      clock,
      language: 'zh',
      newSession: () => 's',
      read: async () => null,
      onSent: async () => {},
      onProgress: () => {},
    });
    await clock.pass(31_000);
    expect((await outcome).error?.code).toBe('zotero-offline');
  });
});
