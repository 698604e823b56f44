import { db } from '@/storage/db';
import { searchLibrary } from '@/storage/search';

// What the library page asks when something is typed, without the page: the bench builds it and calls it by these names.
const asked = new URLSearchParams(location.search).get('typed');
const search = (typed: string, order: 'best' | 'newest' = 'best') =>
  searchLibrary({ typed, order, limit: 50, offset: 0 });

async function first(typed: string): Promise<void> {
  const { ids, total } = await search(typed);
  for (const paper of await db.papers.bulkGet(ids)) {
    const row = document.createElement('p');
    row.textContent = paper?.title ?? '';
    document.body.append(row);
  }
  Object.assign(window, { first: performance.now(), total });
}

Object.assign(window, {
  search,
  async time(typed: string, order?: 'best' | 'newest') {
    const start = performance.now();
    const { total } = await search(typed, order);
    return { ms: performance.now() - start, total };
  },
  async pending() {
    const [state, queued, papers] = await Promise.all([
      db.searchState.get('index'),
      db.searchQueue.count(),
      db.papers.count(),
    ]);
    return {
      done: queued === 0 && state?.compared === null && state.merge === null && state.alive === papers,
      queued,
      state,
      papers,
    };
  },
});
if (asked !== null) void first(asked);
