import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { setDismissed, setSaved, setStatus } from '@/storage/marks';
import { changeSettings } from '@/storage/settings';
import { fieldsOf } from '@/core/sync/paper-fields';
import { settingsOf } from '@/core/sync/travelling-settings';
import { setNote, setTags } from '../saves';

const ID = '2512.23705';
beforeEach(async () => {
  for (const table of [db.saves, db.dismissals, db.settings, db.edits]) await table.clear();
});

const noted = async () => Object.fromEntries((await db.edits.toArray()).map(({ key, value }) => [key, value]));

test('stars, tags, notes and states are noted as they are written', async () => {
  await setSaved(ID, true, 5);
  await setTags(ID, ['视频', '扩散|模型']);
  await setNote(ID, '要读');
  await setStatus(ID, 'reading', 6);
  expect(await noted()).toEqual({
    [`${ID}|saved`]: 5,
    [`${ID}|tag|视频`]: 0,
    [`${ID}|tag|扩散|模型`]: 1,
    [`${ID}|note|`]: '要读',
    [`${ID}|status`]: 'reading',
  });
});

test('what is taken back is noted as taken back', async () => {
  await setSaved(ID, true, 5);
  await setTags(ID, ['视频']);
  await setNote(ID, '要读');
  const before = await db.edits.toArray();
  await setSaved(ID, false, 6);
  await setTags(ID, []);
  await setNote(ID, '');
  expect(await noted()).toEqual({ [`${ID}|saved`]: null, [`${ID}|tag|视频`]: null, [`${ID}|note|`]: '' });
  const after = new Map((await db.edits.toArray()).map((edit) => [edit.key, edit]));
  for (const { key, at } of before) expect(after.get(key)?.at).toBeGreaterThan(at);
});

test('a dismissal is noted, and that a star ended it', async () => {
  await setDismissed(ID, true, 5);
  expect(await noted()).toEqual({ [`${ID}|dismissed`]: 5 });
  await setSaved(ID, true, 6);
  expect(await noted()).toEqual({ [`${ID}|dismissed`]: null, [`${ID}|saved`]: 6 });
});

test('settings that travel are noted, those of this device are not', async () => {
  await changeSettings({ theme: 'dark', modelId: 'a', daily: true });
  expect(await noted()).toEqual({ 'settings|theme': 'dark' });
  await changeSettings({ theme: 'system' });
  expect(await noted()).toEqual({ 'settings|theme': 'system' });
});

test('what is written again as it was is not noted again', async () => {
  await setSaved(ID, true, 5);
  await setTags(ID, ['a', 'b']);
  const before = await db.edits.toArray();
  await setTags(ID, ['a', 'b']);
  await setSaved(ID, true, 9);
  await changeSettings({ theme: 'system' });
  expect(await db.edits.toArray()).toEqual(before);
});

test('a write that fails notes nothing', async () => {
  const failed = db.transaction('rw', db.saves, async () => {
    await db.saves.put({ paperId: ID, savedAt: 5, tags: [], note: '' });
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await db.edits.count()).toBe(0);
});

test('emptying the tables of this library deletes nothing elsewhere', async () => {
  await setSaved(ID, true, 5);
  await db.saves.clear();
  expect(await noted()).toEqual({ [`${ID}|saved`]: 5 });
});

test('other rows among the settings are no settings', async () => {
  await db.settings.put({ name: 'arxiv-pace', value: { theme: 'dark' } });
  expect(await db.edits.count()).toBe(0);
});

describe('whichever way the tables are written', () => {
  const row = { paperId: ID, savedAt: 5, tags: ['a'], note: 'n' };
  test.each<[string, () => Promise<unknown>]>([
    ['add', () => db.saves.add(row)],
    ['put', () => db.saves.put(row)],
    ['bulkPut', () => db.saves.bulkPut([row, { ...row, paperId: '2512.00001' }])],
    ['update', async () => (await db.saves.add(row), db.saves.update(ID, { note: 'm', status: 'read' }))],
    ['modify', async () => (await db.saves.add(row), db.saves.toCollection().modify({ tags: ['b', 'a'] }))],
    ['delete', async () => (await db.saves.add(row), db.saves.delete(ID))],
    ['where delete', async () => (await db.saves.add(row), db.saves.where('savedAt').above(1).delete())],
    [
      'delete of a range of papers',
      async () => (await db.saves.add(row), db.saves.where('paperId').startsWith('25').delete()),
    ],
    ['bulkDelete', async () => (await db.saves.add(row), db.saves.bulkDelete([ID]))],
    [
      'a transaction without the notes',
      () =>
        db.transaction('rw', db.saves, db.dismissals, () =>
          Promise.all([db.saves.put(row), db.dismissals.put({ paperId: 'x', dismissedAt: 1 })]),
        ),
    ],
  ])('by %s, the notes come to what stands there', async (_, write) => {
    await write();
    const { savedAt, status, tags, note } = fieldsOf(await db.edits.where('key').startsWith(`${ID}|`).toArray());
    const there = await db.saves.get(ID);
    expect({ savedAt, status, tags, note }).toEqual({
      savedAt: there?.savedAt ?? null,
      status: there?.status ?? null,
      tags: there?.tags ?? [],
      note: there?.note ?? '',
    });
    expect(await db.edits.where('segment').equals(0).count()).toBe(await db.edits.count());
  });

  test('the settings too', async () => {
    await db.settings.put({
      name: 'settings',
      value: { categories: ['cs.CV'], interests: { primary: ['x'], secondary: [], excluded: [], authors: [] } },
    });
    expect(settingsOf(await db.edits.toArray())).toMatchObject({
      categories: ['cs.CV'],
      interests: { primary: ['x'] },
    });
  });
});
