import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DavFolder } from '@/core/sync/dav';
import { writeSegment } from '@/core/sync/segment';
import { sync, testFolder } from '@/core/sync/sync';
import { runSteps } from '@/core/steps';
import { DAV_SERVERS, DavServer, PASSWORD, USER } from '../dav-server';
import { DavProxy } from '../dav-proxy';
import { samplePaper } from '../library-samples';
import type { Clock } from '@/core/clock';

const ID = '2512.23705';
/** A text that fills more than one packet. */
const LONG = '字'.repeat(200) + 'x'.repeat(60_000);

/** Time that goes by, and does not keep anybody waiting for their pause. */
const clock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    milliseconds < 1_000
      ? Promise.resolve()
      : new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error)); // as: the reason an abort was given
        }),
};

/** A library of its own beside others: modules of storage that nobody shares, over a database that nobody shares. */
async function openLibrary(url: string, deviceName: string) {
  vi.resetModules();
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  const { db } = await import('@/storage/db');
  const marks = await import('@/storage/marks');
  const saves = await import('../saves');
  const settings = await import('@/storage/settings');
  const storage = await import('@/storage/sync');
  const account = { url, user: USER, password: PASSWORD, deviceName };
  await storage.keepAccount(account);
  const run = async () => {
    const full = await storage.readAccount();
    if (!full) throw new Error('no account');
    const dav = new DavFolder(full, { fetch, clock });
    await sync({
      account: full,
      dav,
      store: storage.syncStore,
      clock,
      breatheThrough: (steps) => Promise.resolve(runSteps(steps)),
    });
  };
  const shown = async () => ({
    saves: await db.saves.toArray(),
    dismissals: await db.dismissals.toArray(),
    titles: Object.fromEntries((await db.papers.toArray()).map(({ id, title }) => [id, title])),
    settings: await settings
      .readSettings()
      .then(({ theme, categories, interests }) => ({ theme, categories, interests })),
  });
  return { db, ...marks, ...saves, ...settings, ...storage, account, run, shown };
}
type Library = Awaited<ReturnType<typeof openLibrary>>;

async function settle(...libraries: Library[]): Promise<void> {
  for (let round = 0; round < 2; round++) for (const { run } of libraries) await run();
}

describe.each(DAV_SERVERS)('over %s', (name) => {
  let server: DavServer;
  let proxy: DavProxy;
  let one: Library;
  let other: Library;
  beforeAll(async () => {
    server = await DavServer.start(name);
    proxy = await DavProxy.start(server.port);
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });
  beforeEach(async () => {
    for (const file of server.files().keys()) server.put(file, null);
    proxy.fault = () => null;
    one = await openLibrary(proxy.url, '办公室');
    other = await openLibrary(proxy.url, '家里');
    proxy.seen.length = 0;
  });

  test('what one reader saves, tags, notes, dismisses and sets is there on the other device', async () => {
    await one.db.papers.put(samplePaper({ id: ID, title: 'Diffusion & friends', titleChinese: '日报里的译名' }));
    await one.setSaved(ID, true, 5);
    await one.setTags(ID, ['视频', 'a|b']);
    await one.setNote(ID, '要读\n\n第二段 <b>');
    await one.setStatus(ID, 'reading', 6);
    await one.setDismissed('math/0309136', true, 7);
    await one.changeSettings({ theme: 'dark', categories: ['cs.CV'], modelId: 'a model' });
    await one.run();
    await other.run();
    expect(await other.shown()).toEqual(await one.shown());
    expect(await other.db.papers.get(ID)).toMatchObject({
      title: 'Diffusion & friends',
      titleChinese: null,
      abstract: '',
    });
    expect(await other.readSettings()).toMatchObject({ theme: 'dark', modelId: null });
    expect([...server.files().values()].join('')).not.toMatch(/日报里的译名|a model/);
  });

  test('both change at once, offline, and are equal in the end with nothing lost', async () => {
    await one.setSaved(ID, true, 5);
    await one.setTags(ID, ['x', 'y']);
    await settle(one, other);
    await one.setTags(ID, ['y', '甲']);
    await other.setTags(ID, ['x', 'y', '乙']);
    await one.setNote(ID, '一');
    await other.setNote(ID, '二');
    await one.setStatus(ID, 'read', 9);
    await other.setSaved('2512.00001', true, 9);
    await other.changeSettings({ theme: 'light' });
    await settle(one, other);
    const shown = await one.shown();
    expect(await other.shown()).toEqual(shown);
    const save = shown.saves.find(({ paperId }) => paperId === ID);
    expect(save?.tags.toSorted()).toEqual(['y', '乙', '甲'].toSorted());
    expect(save?.note.split('\n\n---\n\n').toSorted()).toEqual(['一', '二']);
    expect(save?.status).toBe('read');
    expect((await one.readSync()).state.conflicts).toEqual([ID]);
  });

  test('deletions travel, and a star that is given again', async () => {
    await one.setSaved(ID, true, 5);
    await one.setNote(ID, '要读');
    await one.setDismissed('2512.00001', true, 5);
    await settle(one, other);
    await other.setSaved(ID, false, 6);
    await other.setNote(ID, '');
    await other.setDismissed('2512.00001', false, 6);
    await settle(other, one);
    expect((await one.shown()).saves).toMatchObject([{ savedAt: null, note: '' }]);
    expect((await one.shown()).dismissals).toEqual([]);
    expect(await one.db.guides.get(ID)).toMatchObject({ saved: false });
    await one.setSaved(ID, true, 8);
    await settle(one, other);
    expect((await other.shown()).saves).toMatchObject([{ savedAt: 8 }]);
  });

  test('with nothing new a sync is one question', async () => {
    await one.setSaved(ID, true, 5);
    await settle(one, other);
    proxy.seen.length = 0;
    await one.run();
    expect(proxy.seen.map(({ method }) => method)).toEqual(['PROPFIND']);
  });

  test('many syncs leave few files, and only of the device’s own', async () => {
    for (let count = 0; count < 25; count++) {
      await one.setSaved(`2512.${10_000 + count}`, true, count);
      await one.run();
    }
    await one.run();
    expect(server.files().size).toBeLessThanOrEqual(5);
    await other.run();
    expect(await other.shown()).toEqual(await one.shown());
    const { device } = (await one.readAccount()) ?? { device: '' };
    for (const { method, path } of proxy.seen.filter((request) => request.method === 'PUT'))
      expect(method + path).toContain(device);
  });

  test.each(['cut-request', 'cut-answer', 'lose-answer'] as const)(
    '%s in every place: it goes on, and loses nothing',
    async (fault) => {
      await one.setSaved(ID, true, 5);
      await one.setNote(ID, LONG);
      await other.setNote(ID, '别处');
      for (const method of ['PROPFIND', 'MKCOL', 'PUT', 'GET', 'DELETE']) {
        for (const library of [one, other]) {
          let broken = 0;
          proxy.fault = (request) => (request.method === method && broken++ === 0 ? fault : null);
          await library.setSaved(`2512.${10_000 + Math.floor(Math.random() * 80_000)}`, true, 7);
          await library.run().catch((error: unknown) => expect(error).toMatchObject({ code: /^sync-/ }));
          proxy.fault = () => null;
        }
      }
      await settle(one, other);
      expect(await other.shown()).toEqual(await one.shown());
      const [save] = (await one.shown()).saves.filter(({ paperId }) => paperId === ID);
      expect(save?.note).toContain(LONG);
      expect(save?.note).toContain('别处');
    },
  );

  test('a full server takes nothing, and gets everything once there is room', async () => {
    await one.setSaved(ID, true, 5);
    proxy.fault = ({ method }) => (method === 'PUT' ? { status: 507 } : null);
    await expect(one.run()).rejects.toMatchObject({ code: 'sync-full' });
    expect((await one.readSync()).unsent).toBe(1);
    proxy.fault = () => null;
    await settle(one, other);
    expect(await other.shown()).toEqual(await one.shown());
  });

  test('a wrong password is refused in so many words', async () => {
    const wrong = { ...(await one.readAccount()), password: 'no' } as NonNullable<
      Awaited<ReturnType<typeof one.readAccount>>
    >;
    await expect(testFolder(new DavFolder(wrong, { fetch, clock }))).rejects.toMatchObject({ code: 'sync-password' });
  });

  test('a server that is down is offline, and back where it was afterwards', async () => {
    await one.setSaved(ID, true, 5);
    await server.down();
    await expect(one.run()).rejects.toMatchObject({ code: 'sync-offline' });
    await server.up();
    await settle(one, other);
    expect(await other.shown()).toEqual(await one.shown());
  });

  test('files that are cut, changed or foreign are left alone and named, and mended by their own device', async () => {
    await one.setSaved(ID, true, 5);
    await one.run();
    const [[file, text] = ['', '']] = server.files();
    server.put(file, text.slice(0, -20));
    server.put('daodu-0badf00d-1.jsonl', '<html>');
    server.put('notes.txt', 'mine');
    await other.run();
    expect((await other.readSync()).state.unused.map(({ reason }) => reason)).toEqual(['damaged', 'damaged']);
    expect((await other.shown()).saves).toEqual([]);
    await settle(one, other);
    expect(await other.shown()).toEqual(await one.shown());
    expect(server.files().get('notes.txt')).toBe('mine');
    expect(server.files().has(file)).toBe(false);
  });

  test('what a device wrote that is gone is kept by the others', async () => {
    await one.setSaved(ID, true, 5);
    await settle(one, other);
    for (const file of server.files().keys()) server.put(file, null);
    await other.run();
    const third = await openLibrary(proxy.url, '新电脑');
    await third.run();
    expect(await third.shown()).toEqual(await one.shown());
    await settle(one, other, third);
    expect(await third.shown()).toEqual(await one.shown());
  });

  test('a copy of a profile becomes a device of its own', async () => {
    await one.setSaved(ID, true, 5);
    await one.run();
    const account = await one.readAccount();
    const state = await one.syncStore.readState();
    await one.setNote(ID, '原来的');
    await one.run();
    await one.run();
    // The copy: the same name, and the state of before.
    await other.db.sync.bulkPut([
      { id: 'account', account },
      { id: 'state', state },
    ] as never[]); // as: read from the other library
    await other.setSaved('2512.00001', true, 9);
    await settle(other, one);
    expect((await other.readAccount())?.device).not.toBe(account?.device);
    expect(await other.shown()).toEqual(await one.shown());
  });

  test('changes that a clock put years ahead are of now, and do not win for years', async () => {
    const now = Date.now();
    const wrong = vi.spyOn(Date, 'now').mockReturnValue(now + 20 * 365 * 86_400_000);
    await one.setSaved(ID, true, 5);
    await one.setNote(ID, '二十年后');
    wrong.mockRestore();
    await one.run();
    await other.run();
    expect(await other.shown()).toEqual(await one.shown());
    expect((await other.readSync()).state.unused).toEqual([]);
    await other.setNote(ID, '今天');
    await settle(other, one);
    expect((await one.shown()).saves).toMatchObject([{ note: '今天' }]);
  });

  test('files of a device whose clock is years ahead wait, and are named', async () => {
    await one.setSaved(ID, true, 5);
    await one.run();
    const future = { key: `${ID}|saved`, at: 4e15, by: 'feedbeef', value: null };
    const bytes = writeSegment(
      { device: 'feedbeef', name: '', writtenAt: 1 },
      [future, { ...future, key: '2512.00001|saved', at: 5, value: 3 }],
      [],
    );
    server.put('daodu-feedbeef-1.jsonl', new TextDecoder().decode(bytes));
    await settle(one);
    const { state } = await one.readSync();
    expect(state.unused).toEqual([{ name: 'daodu-feedbeef-1.jsonl', reason: 'future' }]);
    expect((await one.shown()).saves.map(({ savedAt }) => savedAt)).toEqual([3, 5]);
  });

  test('a trial leaves nothing behind', async () => {
    const account = await one.readAccount();
    if (account) await testFolder(new DavFolder(account, { fetch, clock }));
    expect([...server.files()]).toEqual([]);
  });
});
