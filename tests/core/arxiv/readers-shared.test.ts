import { describe, expect, test } from 'vitest';
import { parseAbsPage } from '@/core/arxiv/abs-page';
import { parseFullText } from '@/core/arxiv/full-text';
import { findListedPapers, parseListingPage } from '@/core/arxiv/listing-page';
import { findSearchResults, parseSearchPage } from '@/core/arxiv/search-page';
import { hasShared, sharedFile } from '../../shared';
import { parseHtml, sharedPages } from './shared-pages';

/** The kinds of page whose reader reads it; a 404 has none. */
function readersOf(html: string): string[] {
  const page = parseHtml(html);
  const read: [kind: string, value: unknown][] = [
    ['abs', parseAbsPage(page)],
    ['listing', parseListingPage(page)],
    ['listing', findListedPapers(page)[0] ?? null],
    ['search', parseSearchPage(page)],
    ['search', findSearchResults(page)[0] ?? null],
    ['html', parseFullText(html)],
  ];
  return [...new Set(read.filter(([, value]) => value !== null).map(([kind]) => kind))];
}

describe.runIf(hasShared)('the readers of arXiv’s pages', () => {
  const pages = sharedPages.filter(({ file }) => file.endsWith('.html'));

  test.each(pages)('read $file by its own reader only', { timeout: 60_000 }, ({ file, kind }) =>
    expect(readersOf(sharedFile(`pages/${file}`))).toEqual(kind === 'error' ? [] : [kind]),
  );

  test('are tried on pages of every kind', () =>
    expect([...new Set(pages.map(({ kind }) => kind))].toSorted()).toEqual([
      'abs',
      'error',
      'html',
      'listing',
      'search',
    ]));
});
