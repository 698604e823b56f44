import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { ModelConfig } from '@/core/model/config';
import { writeLibraryJson } from '@/core/library/json';
import { db } from '@/storage/db';
import { listModels, readModel, removeModel, saveModel, setDefaultModel } from '@/storage/models';
import { addPagePaper, librarySelection } from '@/storage/papers';
import { readSettings } from '@/storage/settings';
import { samplePage } from '../library-samples';

afterEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

const model = (change: Partial<ModelConfig> = {}): ModelConfig => ({
  id: 'm1',
  name: '我的模型',
  provider: 'deepseek',
  protocol: 'openai',
  baseUrl: 'https://api.one.example/v1',
  model: 'one-chat',
  contextTokens: 64_000,
  price: { input: 2, output: 8 },
  json: 'object',
  readsPdf: false,
  ...change,
});
const KEY = 'sk-planted-0123456789';

describe('models', () => {
  test('are listed without their keys', async () => {
    await saveModel(model(), KEY);
    const listed = await listModels();
    expect(listed).toEqual([{ ...model(), hasKey: true, isDefault: true }]);
    expect(JSON.stringify(listed)).not.toContain(KEY);
  });

  test('keep their key when nothing is said of it', async () => {
    await saveModel(model(), KEY);
    await saveModel(model({ name: 'neu', baseUrl: 'https://api.one.example/v2' }), null);
    expect(await readModel('m1')).toMatchObject({ config: { name: 'neu' }, key: KEY });
  });

  test.each([
    ['another host', 'https://api.two.example/v1'],
    ['another port', 'https://api.one.example:8443/v1'],
    ['another scheme', 'http://api.one.example/v1'],
  ])('forget their key when the address moves to %s', async (_, baseUrl) => {
    await saveModel(model(), KEY);
    await saveModel(model({ baseUrl }), null);
    expect(await db.keys.count()).toBe(0);
    expect((await readModel('m1'))?.key).toBeNull();
  });

  test('never give a key to an origin that it was not saved for', async () => {
    await saveModel(model(), KEY);
    await db.models.put(model({ baseUrl: 'https://elsewhere.example' }));
    expect((await readModel('m1'))?.key).toBeNull();
  });

  test('forget an emptied key, and a removed model’s', async () => {
    await saveModel(model(), KEY);
    await saveModel(model(), '');
    expect(await db.keys.count()).toBe(0);
    await saveModel(model(), KEY);
    await removeModel('m1');
    expect([await db.models.count(), await db.keys.count()]).toEqual([0, 0]);
  });

  test('the default one is the first until another is chosen, or the chosen one is gone', async () => {
    expect(await readModel(null)).toBeNull();
    await saveModel(model(), null);
    await saveModel(model({ id: 'm2' }), null);
    expect((await readModel(null))?.config.id).toBe('m1');
    await setDefaultModel('m2');
    expect((await readModel(null))?.config.id).toBe('m2');
    await removeModel('m2');
    expect((await readModel(null))?.config.id).toBe('m1');
  });

  test('one that is gone is not another', async () => {
    await saveModel(model(), null);
    expect(await readModel('gone')).toBeNull();
    await expect(setDefaultModel('gone')).rejects.toMatchObject({ code: 'unknown' });
  });
});

describe('the cost of a guide', () => {
  test.each([
    ['a price', { input: 2, output: 8 }, 0.052],
    ['no price', null, null],
  ])('is kept for every visit where the default model has %s', async (_, price, cost) => {
    await saveModel(model({ price }), null);
    expect((await readSettings()).guideCost).toBe(cost);
    await removeModel('m1');
    expect((await readSettings()).guideCost).toBeNull();
  });
});

test('a backup of everything holds no key', async () => {
  await saveModel(model(), KEY);
  await addPagePaper(samplePage());
  const file = writeLibraryJson(await librarySelection('all'), '2026-11-25T00:00:00Z');
  expect(file).toContain('1706.03762');
  expect(file).not.toContain(KEY);
});
