import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { JobView } from '@/core/jobs/view';
import { type ShelfArea, Shelf, takeFromShelf } from '@/messages/shelf';
import { GUIDE } from '../components/panel/fixtures';
import { sampleReply } from '../guide-reply';

const ID = '2512.23705';
const reply = (id = ID, change = {}) => sampleReply({ id, guides: [GUIDE], ...change });

/** What a browser gives as `storage.local`, and what was asked of it. */
function makeArea() {
  const items = new Map<string, unknown>();
  const area = {
    items,
    get: vi.fn<ShelfArea['get']>(async (key) => (items.has(key) ? { [key]: items.get(key) } : {})),
    set: vi.fn<ShelfArea['set']>(async (changed) => {
      for (const [key, value] of Object.entries(changed)) items.set(key, value);
    }),
    remove: vi.fn<ShelfArea['remove']>(async (keys) => {
      for (const key of keys) items.delete(key);
    }),
    clear: vi.fn<ShelfArea['clear']>(async () => items.clear()),
  };
  return area;
}

let area: ReturnType<typeof makeArea>;
let shelf: Shelf;
const take = (id = ID, version = '1.0') => takeFromShelf(area, id, version);

beforeEach(() => {
  area = makeArea();
  shelf = new Shelf(area, '1.0');
});

describe('a guide', () => {
  test('is taken from the shelf as its page was told', async () => {
    await shelf.put(reply());
    expect(JSON.parse(await take())).toEqual(reply());
  });

  test('is written once, and again when it has changed', async () => {
    await shelf.put(reply());
    await shelf.put(reply());
    expect(area.set).toHaveBeenCalledOnce();
    await shelf.put(reply(ID, { saved: true }));
    expect(JSON.parse(await take())).toMatchObject({ saved: true });
  });

  test.each([
    ['of another paper in its place', '2512.23705', `${512 + 251_223_705}`, '1.0'],
    ['of another version', ID, ID, '1.1'],
  ])('%s is not taken', async (_, put, wanted, version) => {
    await shelf.put(reply(put));
    expect(await take(wanted, version)).toBe('');
  });

  test.each([
    ['there is no analysis', { guides: [] }],
    ['it is being written', { job: { state: 'waiting', line: '', guide: null } satisfies JobView }],
  ])('does not stand there while %s', async (_, change) => {
    await shelf.put(reply());
    await shelf.put(reply(ID, change));
    expect(await take()).toBe('');
    await shelf.put(reply(ID, change));
    expect(area.remove).toHaveBeenCalledOnce();
    await shelf.putDay('a day', [reply(ID, change)]);
    expect(await take()).toBe('');
  });

  test('leaves the one alone that has its place', async () => {
    await shelf.put(reply());
    await shelf.put(reply(`${512 + 251_223_705}`, { guides: [] }));
    expect(await take()).not.toBe('');
  });

  test('of an old id stands there too', async () => {
    await shelf.put(reply('hep-th/9901001'));
    expect(await take('hep-th/9901001')).not.toBe('');
    expect(await take('math/9901001')).toBe('');
  });

  test.each([
    ['refuses', () => Promise.reject(new Error('no'))],
    ['has something else there', () => Promise.resolve({ [`${251_223_705 % 512}`]: { id: ID } })],
    ['has nothing there', () => Promise.resolve({})],
  ])('is none where the browser %s', async (_, get) => {
    expect(await takeFromShelf({ get }, ID, '1.0')).toBe('');
  });
});

describe('a day', () => {
  test('stands there whole, and is known to', async () => {
    expect(await shelf.hasDay('2025-12-30|a')).toBe(false);
    await shelf.putDay('2025-12-30|a', [reply('2512.00001'), reply('2512.00002')]);
    expect(await shelf.hasDay('2025-12-30|a')).toBe(true);
    expect(await shelf.hasDay('2025-12-31|a')).toBe(false);
    expect(await new Shelf(area, '1.1').hasDay('2025-12-30|a')).toBe(false);
    expect([await take('2512.00001'), await take('2512.00002')]).not.toContain('');
    expect(area.set).toHaveBeenCalledOnce();
  });
});

describe('what changes in the library', () => {
  test('is taken away, and nothing else', async () => {
    await shelf.putDay('d', [reply('2512.00001'), reply('2512.00002')]);
    shelf.drop(['2512.00001']);
    await expect.poll(() => take('2512.00001')).toBe('');
    expect(await take('2512.00002')).not.toBe('');
  });

  test('goes together while the browser is still taking away what went before', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `2512.000${10 + at}`);
    await shelf.putDay(
      'd',
      ids.map((id) => reply(id)),
    );
    for (const id of ids) shelf.drop([id]);
    await expect.poll(() => area.items.size).toBe(1);
    expect(area.remove).toHaveBeenCalledTimes(2);
  });

  test('may be anything: then all goes, the day too', async () => {
    await shelf.putDay('d', [reply()]);
    shelf.drop(null);
    await expect.poll(() => area.items.size).toBe(0);
    expect(await shelf.hasDay('d')).toBe(false);
  });

  test('goes though the browser failed once', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await shelf.put(reply());
    area.remove.mockRejectedValueOnce(new Error('no'));
    shelf.drop([ID]);
    await expect.poll(() => area.remove.mock.calls.length).toBe(1);
    await Promise.resolve();
    shelf.drop([ID]);
    await expect.poll(() => take()).toBe('');
  });
});
