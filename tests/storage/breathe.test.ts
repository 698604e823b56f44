import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { breathe, breatheThrough } from '@/storage/breathe';

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
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => order.push('a question'));
  port1.start();
  port2.postMessage(null);
  await breathe();
  order.push('work');
  port1.close();
  expect(yielded).not.toHaveBeenCalled();
  expect(order).toEqual(['a question', 'work']);
});

function* count(to: number) {
  for (let at = 0; at < to; at += 1) yield;
  return to;
}

test('gives turns between the steps of long work', async () => {
  vi.stubGlobal('document', {});
  expect(await breatheThrough(count(3))).toBe(3);
  expect(yielded).toHaveBeenCalledTimes(3);
});

test('ends long work when it is told to stop', async () => {
  vi.stubGlobal('document', {});
  const stopping = new AbortController();
  yielded.mockImplementationOnce(() => Promise.resolve(stopping.abort(new Error('enough'))));
  await expect(breatheThrough(count(3), stopping.signal)).rejects.toThrow('enough');
  expect(yielded).toHaveBeenCalledOnce();
});
