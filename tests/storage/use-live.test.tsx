// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/preact';
import { Dexie, RangeSet } from 'dexie';
import { useErrorBoundary } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db, type SaveRow } from '@/storage/db';
import { countTags, readMarks, setSaved } from '@/storage/marks';
import { countLibrary } from '@/storage/papers';
import { useLive } from '@/storage/use-live';
import { lookForLibrary } from '@/storage/watch-connection';
import { setTags } from '../saves';

beforeEach(async () => {
  await db.delete();
  await db.open();
});
afterEach(cleanup);

function View({ query, restMs = 0 }: { query: () => Promise<string>; restMs?: number }) {
  return <p>{useLive(query, [], restMs) ?? 'waiting'}</p>;
}

/** Saves a paper as no script of ours does, so that nobody hears of it. */
function putUnheard(row: SaveRow): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('library');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('saves', 'readwrite');
      transaction.objectStore('saves').put(row);
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

async function readAfterAwait(): Promise<string> {
  await countLibrary();
  const marks = await readMarks(['1706.03762']);
  return marks['1706.03762']?.saved ? 'saved' : 'not saved';
}

async function countSlowly(): Promise<string> {
  for (let round = 0; round < 10; round += 1) await countTags();
  return `${(await countLibrary()).saved} saved`;
}

function Failing() {
  const [error] = useErrorBoundary();
  return error ? <p>failed</p> : <View query={readAfterAwait} />;
}

describe('useLive', () => {
  test('sees changes of what a query reads after its first await', async () => {
    // Given as an arrow that is not async itself, as pages give theirs.
    render(<View query={() => readAfterAwait()} />);
    await screen.findByText('not saved');
    await setSaved('1706.03762', true, 1);
    expect(await screen.findByText('saved')).toBeTruthy();
  });

  test('rests between many changes, and sees the last of them', async () => {
    let reads = 0;
    const countSaved = async () => {
      reads += 1;
      return `${(await countLibrary()).saved} saved`;
    };
    render(<View query={countSaved} restMs={400} />);
    await screen.findByText('0 saved');
    for (let number = 1; number <= 60; number += 1) await setSaved(`2512.${10_000 + number}`, true, number);
    expect(await screen.findByText('60 saved', {}, { timeout: 5_000 })).toBeTruthy();
    expect(reads).toBeLessThan(30);
    await setSaved('2512.20000', true, 61);
    expect(await screen.findByText('61 saved', {}, { timeout: 5_000 })).toBeTruthy();
  });

  test('tells what a query gives though changes come faster than it reads', async ({ signal }) => {
    render(<View query={countSlowly} restMs={50} />);
    await screen.findByText('0 saved');
    for (let number = 1; screen.queryByText('0 saved') !== null; number += 1) {
      signal.throwIfAborted();
      await setSaved(`2512.${10_000 + number}`, true, number);
    }
  });

  test('keeps what was read while the library is lost, and reads it anew when it answers', async () => {
    render(<View query={async () => (await readMarks(['1706.03762']), `${(await countLibrary()).saved} saved`)} />);
    await screen.findByText('0 saved');
    db.close({ disableAutoOpen: false });
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    await expect(setSaved('1706.03762', true, 1)).rejects.toMatchObject({ code: 'storage-lost' });
    Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, Infinity) }); // whoever reads, reads anew
    await expect(countLibrary()).rejects.toMatchObject({ code: 'storage-lost' });
    expect(screen.getByText('0 saved')).toBeTruthy();
    open.mockRestore();
    await putUnheard({ paperId: '1706.03762', savedAt: 1, tags: [], note: '' });
    await lookForLibrary();
    expect(await screen.findByText('1 saved')).toBeTruthy();
  });

  test('has nothing to keep of a library that was lost before', async () => {
    db.close({ disableAutoOpen: false });
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    render(<Failing />);
    await screen.findByText('failed');
    open.mockRestore();
    await lookForLibrary();
  });

  test('follows the tags of saved papers, and forgets those of papers no longer saved', async () => {
    render(<View query={async () => (await countTags()).map(({ tag, count }) => `${tag} ${count}`).join(', ')} />);
    await setSaved('1706.03762', true, 1);
    await setSaved('2512.23705', true, 2);
    await setTags('1706.03762', ['三维', '注意力']);
    await setTags('2512.23705', ['注意力']);
    await screen.findByText('注意力 2, 三维 1');
    await setSaved('1706.03762', false, 3);
    expect(await screen.findByText('注意力 1')).toBeTruthy();
  });
});
