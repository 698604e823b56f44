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
