import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';
import { setSaved } from '@/storage/marks';
import { keepDraft, recoverDrafts } from '@/storage/note-drafts';
import { keepNote } from '@/storage/notes';
import { setNote } from '../saves';

const ID = '2512.23705';
const store = new Map<string, string>();
const held = new Set<string>();
vi.stubGlobal(
  'localStorage',
  new Proxy(
    {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => void store.set(key, value),
      removeItem: (key: string) => void store.delete(key),
    },
    {
      ownKeys: () => [...store.keys()],
      getOwnPropertyDescriptor: (_, key) => ({ value: store.get(String(key)), enumerable: true, configurable: true }),
    },
  ),
);
vi.stubGlobal('navigator', {
  locks: {
    request: async (name: string) => void held.add(name),
    query: async () => ({ held: [...held].map((name) => ({ name })) }),
  },
});

beforeEach(async () => {
  await Promise.all([db.saves.clear(), db.papers.clear(), db.guides.clear()]);
  store.clear();
  held.clear();
});

const noteOf = async () => (await db.saves.get(ID))?.note;

describe('a note', () => {
  test('saves its paper, and an empty one does not', async () => {
    expect(await keepNote(ID, '', '', 5)).toEqual({ note: '', theirs: null });
    expect(await db.saves.get(ID)).toBeUndefined();
    expect(await keepNote(ID, '先读', '', 5)).toEqual({ note: '先读', theirs: null });
    expect(await db.saves.get(ID)).toMatchObject({ savedAt: 5, note: '先读', tags: [] });
  });

  test('changes nothing else', async () => {
    await setSaved(ID, true, 1);
    await db.saves.update(ID, { tags: ['三维'], status: 'read' });
    await keepNote(ID, '先读', '', 5);
    expect(await db.saves.get(ID)).toEqual({ paperId: ID, savedAt: 1, tags: ['三维'], status: 'read', note: '先读' });
  });

  test('is never written over by one that does not know it', async () => {
    await setNote(ID, '头');
    await setNote(ID, '头甲');
    expect(await keepNote(ID, '头乙', '头', 5)).toEqual({ note: '头甲\n\n---\n\n乙', theirs: '头甲' });
    expect(await noteOf()).toBe('头甲\n\n---\n\n乙');
  });

  test('that was kept twice stands once', async () => {
    await keepNote(ID, '先读', '', 5);
    expect(await keepNote(ID, '先读', '', 6)).toEqual({ note: '先读', theirs: null });
    expect(await noteOf()).toBe('先读');
  });
});

const leave = (page: string, draft: object) => store.set(`note-draft|${page}|${ID}`, JSON.stringify(draft));

describe('what a page had no time to save', () => {
  test('comes into the library with the next page, once', async () => {
    leave('gone', { id: ID, text: '最后一句', base: '' });
    expect(await recoverDrafts(7)).toBe(1);
    expect(await noteOf()).toBe('最后一句');
    expect(await recoverDrafts(8)).toBe(0);
  });

  test('is kept beside what came in since', async () => {
    await setNote(ID, '别处写的');
    leave('gone', { id: ID, text: '最后一句', base: '' });
    await recoverDrafts(7);
    expect(await noteOf()).toBe('别处写的\n\n---\n\n最后一句');
  });

  test('is left to a page that still stands', async () => {
    held.add('note-drafts|open');
    leave('open', { id: ID, text: '还在写', base: '' });
    keepDraft(ID, { text: '我也在写', base: '' });
    expect(await recoverDrafts(7)).toBe(0);
    expect(store.size).toBe(2);
    keepDraft(ID, null);
    expect(store.size).toBe(1);
  });

  test.each(['', '{', '[]', '{"id":1}'])('is nothing where it cannot be read: %j', async (text) => {
    store.set(`note-draft|gone|${ID}`, text);
    expect(await recoverDrafts(7)).toBe(0);
    expect(store.size).toBe(0);
  });
});
