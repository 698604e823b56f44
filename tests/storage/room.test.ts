import { afterEach, expect, test, vi } from 'vitest';
import { askToPersist, readRoom } from '@/storage/room';

afterEach(() => vi.unstubAllGlobals());

const browserWith = (storage: object | undefined) => vi.stubGlobal('navigator', { storage });

test('tells how much room the library takes, and whether it is kept for good', async () => {
  browserWith({ estimate: () => Promise.resolve({ usage: 5, quota: 100 }), persisted: () => Promise.resolve(true) });
  expect(await readRoom()).toEqual({ usage: 5, quota: 100, isPersisted: true });
});

test.each([
  ['that has no such thing', undefined],
  [
    'that refuses, as in a private window',
    { estimate: () => Promise.reject(new Error('no')), persisted: () => Promise.reject(new Error('no')) },
  ],
])('tells nothing in a browser %s', async (_, storage) => {
  browserWith(storage);
  expect(await readRoom()).toEqual({ usage: null, quota: null, isPersisted: false });
  expect(await askToPersist()).toBe(false);
});

test('asks the browser to keep the library, once', async () => {
  const persist = vi.fn(() => Promise.resolve(true));
  browserWith({ persisted: () => Promise.resolve(false), persist });
  expect(await askToPersist()).toBe(true);
  browserWith({ persisted: () => Promise.resolve(true), persist });
  expect(await askToPersist()).toBe(true);
  expect(persist).toHaveBeenCalledTimes(1);
});
