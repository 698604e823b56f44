import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { countTags, setSaved } from '@/storage/marks';
import { changeTag, editTags, undoTagChange } from '@/storage/tags';
import { setTags } from '../saves';

const TAGS: Record<string, string[]> = { a: ['三维', '视频'], b: ['视频'], c: ['视频', '扩散'], d: ['扩散'] };

beforeEach(async () => {
  await Promise.all([db.saves.clear(), db.papers.clear(), db.guides.clear()]);
  for (const [id, tags] of Object.entries(TAGS)) {
    await setSaved(id, id !== 'b', 1);
    await setTags(id, tags);
  }
});

const tagsOf = async () => Object.fromEntries((await db.saves.toArray()).map(({ paperId, tags }) => [paperId, tags]));

describe('a tag over the whole library', () => {
  test('is renamed, also on papers whose star is gone, and the rename is taken back', async () => {
    const change = await changeTag('视频', 'video');
    expect(change.papers).toHaveLength(3);
    expect(await tagsOf()).toEqual({ a: ['三维', 'video'], b: ['video'], c: ['video', '扩散'], d: ['扩散'] });
    expect(await countTags()).toContainEqual({ tag: 'video', count: 2 });
    await undoTagChange(change);
    expect(await tagsOf()).toEqual(TAGS);
  });

  test('becomes one with another, and both come back', async () => {
    const change = await changeTag('视频', '扩散');
    expect(await tagsOf()).toEqual({ a: ['三维', '扩散'], b: ['扩散'], c: ['扩散'], d: ['扩散'] });
    await undoTagChange(change);
    expect(await tagsOf()).toEqual(TAGS);
  });

  test('is deleted and comes back, but for what the reader did since', async () => {
    const change = await changeTag('视频', null);
    expect(await tagsOf()).toEqual({ a: ['三维'], b: [], c: ['扩散'], d: ['扩散'] });
    await setTags('a', ['新']);
    await db.saves.delete('c');
    await undoTagChange(change);
    expect(await tagsOf()).toEqual({ a: ['新', '视频'], b: ['视频'], d: ['扩散'] });
  });

  test('that nobody has changes nothing', async () => {
    expect(await changeTag('没有', 'x')).toEqual({ papers: [] });
    expect(await tagsOf()).toEqual(TAGS);
  });
});

describe('the tags of one paper', () => {
  test('are added behind those it has, by whomever and at once, and save it', async () => {
    await Promise.all([
      editTags('b', { add: ['一'], remove: [] }, 9),
      editTags('b', { add: ['二', '一'], remove: [] }, 9),
      editTags('b', { add: [], remove: ['视频'] }, 9),
    ]);
    expect(await db.saves.get('b')).toMatchObject({ tags: ['一', '二'], savedAt: 9 });
  });

  test('are taken off without touching the star', async () => {
    await editTags('b', { add: [], remove: ['视频', '没有'] }, 9);
    expect(await db.saves.get('b')).toMatchObject({ tags: [], savedAt: null });
    await editTags('new', { add: [], remove: ['视频'] }, 9);
    expect(await db.saves.get('new')).toBeUndefined();
  });
});
