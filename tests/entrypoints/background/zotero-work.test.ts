import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { newZoteroJob, type ZoteroJob } from '@/core/jobs/job';
import { db } from '@/storage/db';
import { readSent } from '@/storage/sends';
import { addPagePaper } from '@/storage/papers';
import { editTags } from '@/storage/tags';
import { samplePage } from '../../library-samples';
import { ZoteroServer } from '../../zotero-server';

const fake = vi.hoisted(() => ({ isAllowed: true, said: [] as string[] }));
vi.mock('@/messages/permissions', () => ({ hasOrigin: async () => fake.isAllowed }));
vi.mock('@/entrypoints/background/say-on-button', () => ({
  sayOnButton: async (text: string) => void fake.said.push(text),
}));
vi.mock('@/storage/pace', async () => {
  const { PaceMemory } = await import('../../pace-memory');
  return { arxivPace: new PaceMemory() };
});
const { sendZoteroJob } = await import('@/entrypoints/background/zotero-work');

let zotero: ZoteroServer;
const asked: string[] = [];
const { fetch: realFetch } = globalThis;

beforeAll(async () => {
  zotero = await ZoteroServer.start();
});
beforeEach(() => {
  Object.assign(fake, { isAllowed: true, said: [] });
  asked.length = 0;
  zotero.items.length = 0;
  // Zotero's own port may be taken on this machine; whatever else is asked for finds no network.
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(new URL(url).origin);
    if (!url.startsWith('http://127.0.0.1:23119/')) throw new TypeError('there is no network here');
    const headers = { ...Object.fromEntries(new Headers(init.headers)), origin: 'chrome-extension://daodu' };
    return realFetch(url.replace('http://127.0.0.1:23119', zotero.origin), { ...init, headers });
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(db.tables.map((table) => table.clear()));
});
afterAll(() => zotero.close());

const { id: ID } = samplePage();

async function run(job: ZoteroJob): Promise<ZoteroJob['progress'][]> {
  const kept: ZoteroJob['progress'][] = [];
  const keep = async (progress: unknown) => void kept.push(progress as ZoteroJob['progress']); // as: of its own kind
  await sendZoteroJob(job, { signal: new AbortController().signal, keep });
  return kept;
}

test('sends a paper with its tags, and notes that it begins before it does', async () => {
  await addPagePaper(samplePage());
  await editTags(ID, { add: ['综述'], remove: [] }, 1);
  expect(await run(newZoteroJob(ID, 1, 0))).toEqual([{ begun: true, place: '我的文库' }]);
  expect(zotero.items).toMatchObject([{ title: samplePage().title, tags: [{ tag: '综述' }] }]);
  expect(await readSent([ID], 'zotero')).toEqual({ [ID]: expect.any(Number) });
  expect(fake.said).toEqual(['✓']);
});

test('does not send again what was begun: nobody knows whether it arrived', async () => {
  await addPagePaper(samplePage());
  const job = { ...newZoteroJob(ID, 1, 0), progress: { begun: true, place: null } };
  await expect(run(job)).rejects.toMatchObject({ code: 'zotero-cut' });
  expect(asked).toEqual([]);
  expect(fake.said).toEqual(['!']);
});

test('asks nobody where the browser does not allow it', async () => {
  fake.isAllowed = false;
  await addPagePaper(samplePage());
  await expect(run(newZoteroJob(ID, 1, 0))).rejects.toMatchObject({ code: 'zotero-permission' });
  expect(asked).toEqual([]);
  expect(fake.said).toEqual([]);
});

test('asks arXiv for a paper of which only the id is known, and sends nothing where arXiv is out of reach', async () => {
  await editTags(ID, { add: ['综述'], remove: [] }, 1);
  await expect(run(newZoteroJob(ID, 1, 0))).rejects.toMatchObject({ code: 'arxiv-offline' });
  expect(asked).toContain('https://export.arxiv.org');
  expect(zotero.items).toEqual([]);
  expect(await readSent([ID], 'zotero')).toEqual({});
});
