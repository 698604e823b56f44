// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { countTags, readMarks, setSaved, setTags } from '@/storage/marks';
import { countLibrary } from '@/storage/papers';
import { useLive } from '@/storage/use-live';

beforeEach(async () => {
  await db.delete();
  await db.open();
});
afterEach(cleanup);

function View({ query }: { query: () => Promise<string> }) {
  return <p>{useLive(query, []) ?? 'waiting'}</p>;
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
