import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { LastRead } from '@/entrypoints/library/last-read';

const fail = (code: 'storage-lost' | 'storage-gone' | 'storage-failed') => () =>
  Promise.reject(new AppError(code, 'no'));

describe('what was read last', () => {
  test.each(['storage-lost', 'storage-gone'] as const)('is given once more after %s', async (code) => {
    const last = new LastRead<string>(2);
    await last.read('a', () => Promise.resolve('one'));
    await last.read('a', () => Promise.resolve('two'));
    expect(await last.read('a', fail(code))).toBe('two');
    await expect(last.read('b', fail(code))).rejects.toMatchObject({ code });
  });

  test('stands for nothing that failed otherwise', async () => {
    const last = new LastRead<string>(2);
    await last.read('a', () => Promise.resolve('one'));
    await expect(last.read('a', fail('storage-failed'))).rejects.toMatchObject({ code: 'storage-failed' });
  });

  test('is forgotten for what was read later', async () => {
    const last = new LastRead<string>(2);
    for (const key of ['a', 'b', 'a', 'c']) await last.read(key, () => Promise.resolve(key));
    expect(await last.read('a', fail('storage-lost'))).toBe('a');
    await expect(last.read('b', fail('storage-lost'))).rejects.toMatchObject({ code: 'storage-lost' });
  });
});
