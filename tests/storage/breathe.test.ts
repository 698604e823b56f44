import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { breathe } from '@/storage/breathe';

// Every look at the clock finds that a frame's time has passed.
let now = 0;
const yielded = vi.fn(() => Promise.resolve());

beforeEach(() => {
  yielded.mockClear();
  vi.stubGlobal('scheduler', { yield: yielded });
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000_000));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('gives a page its turn by the page’s own scheduler', async () => {
  vi.stubGlobal('document', {});
  await breathe();
  expect(yielded).toHaveBeenCalledOnce();
});

test('lets what waits in a worker go first, which its scheduler would not', async () => {
  const order: string[] = [];
  setTimeout(() => order.push('a question'));
  await breathe();
  order.push('work');
  expect(yielded).not.toHaveBeenCalled();
  expect(order).toEqual(['a question', 'work']);
});
