import { describe, expect, test } from 'vitest';
import { askAnnounced } from '@/core/daily/ask-announced';
import { hasShared, sharedFile } from '../../shared';
import { GivenArxiv } from './asked';

const DATE = '2025-12-30';
interface Listed {
  id: string;
  section?: string;
  type?: string;
  title: string;
  comments?: string | null;
}

function arxivAt(now: string): GivenArxiv {
  const arxiv = new GivenArxiv().at(now);
  arxiv.answers['/rss/cs.CV'] = sharedFile('pages/rss/cs.CV.xml');
  arxiv.answers['/list/cs.CV/new'] = sharedFile('pages/list/cs.CV_new.html');
  arxiv.answers['/api'] = sharedFile('pages/api/query_ten_papers.xml');
  return arxiv;
}

async function news(arxiv: GivenArxiv, crossLists = false) {
  const found = await askAnnounced({ date: DATE, categories: ['cs.CV'], crossLists }, arxiv.tools);
  if (found.kind !== 'announced') throw new Error(JSON.stringify(found));
  return found;
}

const onList = () => (JSON.parse(sharedFile('pages/list/cs.CV_new.json')) as { entries: Listed[] }).entries; // as: a sample
const inFeed = () => (JSON.parse(sharedFile('pages/rss/cs.CV.json')) as { items: Listed[] }).items; // as: a sample
const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);

describe.runIf(hasShared)('the shared day', () => {
  test.each([
    [false, 44],
    [true, 55],
  ])('is read from its list, cross-lists wanted: %j', { timeout: 60_000 }, async (crossLists, count) => {
    const { papers, from } = await news(arxivAt('2025-12-30 09:20'), crossLists);
    expect([from, papers.length]).toEqual(['list', count]);
    const wanted = onList().filter(({ section }) => section === 'new' || (crossLists && section === 'cross'));
    const told = papers.map(({ id, title, comments, announced }) => ({ id, title, comments, section: announced }));
    const expected = wanted.map(({ id, title, comments = null, section }) => ({ id, title, comments, section }));
    expect(told.toSorted(byId)).toEqual(expected.toSorted(byId));
    expect(papers.filter(({ abstract }) => abstract.length < 100)).toEqual([]);
  });

  test('is read from its feed, with the records that there are', { timeout: 60_000 }, async () => {
    const arxiv = arxivAt('2025-12-30 13:30');
    const { papers, from, missing } = await news(arxiv, true);
    expect(from).toBe('rss');
    const wanted = inFeed().filter(({ type }) => type === 'new' || type === 'cross');
    expect(papers.map(({ id, announced }) => [id, announced])).toEqual(wanted.map(({ id, type }) => [id, type]));
    const records = JSON.parse(sharedFile('pages/api/query_ten_papers.json')) as unknown; // as: only its text is looked into
    const known = papers.filter(({ id }) => !missing.includes(id));
    expect(known.length).toBeGreaterThan(5);
    for (const { id, published } of known) {
      expect(JSON.stringify(records)).toContain(id);
      expect(published).toMatch(/^2025-12-\d\d$/);
    }
    expect(arxiv.paths.map((path) => path.slice(0, 10))).toEqual(['/rss/cs.CV', '/api/query']);
  });

  test('keeps its papers when the API answers with its error', async () => {
    const arxiv = arxivAt('2025-12-30 13:30');
    arxiv.answers['/api'] = sharedFile('pages/api/query_error.xml');
    const { papers, missing } = await news(arxiv);
    expect(missing).toEqual(papers.map(({ id }) => id));
    expect(papers).toHaveLength(44);
  });
});
