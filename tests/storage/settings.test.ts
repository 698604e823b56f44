import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@/core/settings';
import { db } from '@/storage/db';
import { changeSettings, readSettings } from '@/storage/settings';

beforeEach(async () => {
  await db.delete();
  await db.open();
});

test('are the defaults in a new library', async () => expect(await readSettings()).toEqual(DEFAULT_SETTINGS));

test('change one by one', async () => {
  await changeSettings({ panelHeight: 'full' });
  await changeSettings({ categories: ['cs.CV'] });
  expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, panelHeight: 'full', categories: ['cs.CV'] });
});

test('fill in what an earlier version did not know', async () => {
  await db.settings.put({ name: 'settings', value: { language: 'en' } });
  expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
});

test('keep as keywords what the reader looks for', async () => {
  await changeSettings({ keywords: ['old'] });
  const interests = { primary: ['world model'], secondary: ['SLAM'], excluded: ['medical'], authors: ['Li Na'] };
  await changeSettings({ interests });
  expect(await readSettings()).toMatchObject({ interests, keywords: ['world model', 'SLAM'] });
});

test('take the keywords of an older library for what its reader looks for first', async () => {
  await db.settings.put({ name: 'settings', value: { keywords: ['diffusion', 'SLAM'] } });
  const { interests } = await readSettings();
  expect(interests).toEqual({ primary: ['diffusion', 'SLAM'], secondary: [], excluded: [], authors: [] });
});

test('bring no keywords back that the reader has taken out of the interests', async () => {
  await changeSettings({ keywords: ['diffusion'] });
  await changeSettings({ interests: DEFAULT_SETTINGS.interests });
  expect(await readSettings()).toMatchObject({ interests: DEFAULT_SETTINGS.interests, keywords: [] });
});
