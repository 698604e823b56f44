import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { saveModel } from '@/storage/models';
import { readHostUses, readNeededHosts } from '@/storage/needed-hosts';
import { markSent } from '@/storage/sends';
import { sampleModel } from '../library-samples';

afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('needs Zotero’s address once a paper was sent there, and not before', async () => {
  await saveModel(sampleModel(), null);
  expect(await readNeededHosts()).toEqual(['http://127.0.0.1:9/v1']);
  await markSent('1706.03762', 'zotero', 1);
  expect(await readNeededHosts()).toEqual(['http://127.0.0.1:9/v1', 'http://127.0.0.1:23119']);
  expect((await readHostUses()).map(({ kind }) => kind)).toEqual(['zotero', 'model']);
});
