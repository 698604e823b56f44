// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { countTags, readMarks, setSaved } from '@/storage/marks';
import { countLibrary } from '@/storage/papers';
import { useLive } from '@/storage/use-live';
import { setTags } from '../saves';

beforeEach(async () => {
  await db.delete();
  await db.open();
});
afterEach(cleanup);

function View({ query, restMs = 0 }: { query: () => Promise<string>; restMs?: number }) {
  return <p>{useLive(query, [], restMs) ?? 'waiting'}</p>;
}

async function readAfterAwait(): Promise<string> {
  await countLibrary();
  const marks = await readMarks(['1706.03762']);
  return marks['1706.03762']?.saved ? 'saved' : 'not saved';
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
