import { describe, expect, test } from 'vitest';
import { createReadAhead } from '@/entrypoints/background/read-ahead';
import type { GuideReply } from '@/messages/protocol';
import { sampleReply } from '../../guide-reply';

const ONE = '2512.23705';
const OTHER = '2512.00001';

/** A library whose guides say in `style` which reading they come from. */
function createLibrary() {
  let readings = 0;
  const library = { now: 0, fails: false, readings: () => readings };
  const read = (id: string): Promise<GuideReply> => {
    readings += 1;
    if (library.fails) return Promise.reject(new Error('the library did not answer'));
    return Promise.resolve(sampleReply({ id, style: `${readings}` }));
  };
  return Object.assign(library, { ahead: createReadAhead(read, () => library.now) });
}

describe('a guide read ahead', () => {
  test('is what the page of that tab and paper is told, without another reading', async () => {
    const library = createLibrary();
    library.ahead.begin(7, ONE);
    library.now = 1_000;
    expect(await library.ahead.take(7, ONE)).toMatchObject({ id: ONE, style: '1' });
    expect(library.readings()).toBe(1);
  });

  test.each<[string, number | null, string, number]>([
    ['another tab', 8, ONE, 0],
    ['no tab', null, ONE, 0],
    ['another paper', 7, OTHER, 0],
    ['a page that took more than a second', 7, ONE, 1_001],
  ])('is not for %s', async (_, tabId, id, now) => {
    const library = createLibrary();
    library.ahead.begin(7, ONE);
    library.now = now;
    expect(await library.ahead.take(tabId, id)).toMatchObject({ id, style: '2' });
  });

  test('is given out once, and what asks again hears of what changed since', async () => {
    const library = createLibrary();
    library.ahead.begin(7, ONE);
    await library.ahead.take(7, ONE);
    expect(await library.ahead.take(7, ONE)).toMatchObject({ style: '2' });
  });

  test('is that of the page asked for last, each tab by itself', async () => {
    const library = createLibrary();
    library.ahead.begin(7, OTHER);
    library.ahead.begin(7, ONE);
    library.ahead.begin(8, ONE);
    expect(await library.ahead.take(8, ONE)).toMatchObject({ style: '3' });
    expect(await library.ahead.take(7, ONE)).toMatchObject({ style: '2' });
  });

  test('that failed is read again, and a failure of that is told', async () => {
    const library = createLibrary();
    library.fails = true;
    library.ahead.begin(7, ONE);
    library.ahead.begin(8, ONE);
    library.fails = false;
    expect(await library.ahead.take(7, ONE)).toMatchObject({ style: '3' });
    library.fails = true;
    await expect(library.ahead.take(8, ONE)).rejects.toThrow('did not answer');
  });
});
