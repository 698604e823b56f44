import { describe, expect, test } from 'vitest';
import { mergeGuides, mergePaper, mergeSaved } from '@/core/library/merge';
import { sampleGuide, samplePaper } from '../../library-samples';

describe('mergePaper', () => {
  const known = samplePaper({ version: 2, title: 'Second', published: '2017-06-12' });

  test('takes a paper that is new as it is', () => expect(mergePaper(undefined, known)).toBe(known));

  test('changes nothing for the same paper again', () => expect(mergePaper(known, { ...known })).toEqual(known));

  test('takes the words of a newer version and keeps the first day', () => {
    const merged = mergePaper(known, samplePaper({ version: 3, title: 'Third', published: '2018-01-01' }));
    expect(merged).toMatchObject({ version: 3, title: 'Third', published: '2017-06-12' });
  });

  test('keeps the words of the newer version when an older one comes', () => {
    const merged = mergePaper(known, samplePaper({ version: 1, title: 'First' }));
    expect(merged).toMatchObject({ version: 2, title: 'Second' });
  });

  test('lets a page fill gaps and overwrite nothing that a report said', () => {
    const page = samplePaper({ from: 'page', version: 5, title: 'Forged', comments: '8 pages', authors: ['Nobody'] });
    expect(mergePaper(known, page)).toMatchObject({
      version: 5,
      title: 'Second',
      authors: known.authors,
      comments: '8 pages',
      from: 'report',
    });
  });

  test('lets a report overwrite what only a page said', () => {
    const page = samplePaper({ from: 'page', version: 5, title: 'Page' });
    expect(mergePaper(page, known)).toMatchObject({ title: 'Second', version: 5, from: 'report' });
  });

  test('keeps a list that the other source does not have', () => {
    const bare = samplePaper({ version: 3, authors: [], categories: [], abstract: '', links: [] });
    const merged = mergePaper(known, bare);
    expect(merged).toMatchObject({ authors: known.authors, categories: known.categories, abstract: known.abstract });
    expect(merged.links).toEqual(known.links);
  });
});

describe('mergeGuides', () => {
  const old = sampleGuide({ key: 'old', basis: 'abstract' });
  const fresh = sampleGuide({ key: 'fresh' });

  test('keeps those of other sources, best first', () =>
    expect(mergeGuides([old], new Set(), [fresh])).toEqual([fresh, old]));
  test('replaces the one with the same key', () => {
    const again = sampleGuide({ key: 'old', gist: '新' });
    expect(mergeGuides([old], new Set(), [again])).toEqual([again]);
  });
  test('drops those that are gone', () => expect(mergeGuides([old, fresh], new Set(['old']), [])).toEqual([fresh]));
});

describe('mergeSaved', () => {
  const known = { savedAt: 20, tags: ['a'], note: '一' };

  test.each([
    ['the same again', { savedAt: 20, tags: ['a'], note: '一' }, known],
    ['an earlier star', { savedAt: 10, tags: [], note: '' }, { savedAt: 10, tags: ['a'], note: '一' }],
    ['further tags', { savedAt: 30, tags: ['b', 'a'], note: '' }, { savedAt: 20, tags: ['a', 'b'], note: '一' }],
    ['a longer note', { savedAt: 20, tags: [], note: '一二' }, { savedAt: 20, tags: ['a'], note: '一二' }],
    ['another note', { savedAt: 20, tags: [], note: '三' }, { savedAt: 20, tags: ['a'], note: '一\n\n三' }],
  ])('loses nothing for %s', (_name, incoming, expected) => expect(mergeSaved(known, incoming)).toEqual(expected));
});
