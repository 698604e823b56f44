import { describe, expect, test } from 'vitest';
import { findSearchResults, parseSearchPage } from '@/core/arxiv/search-page';
import { hasShared, sharedFile } from '../../shared';
import { ofKind, parseHtml, tighten } from './shared-pages';

interface Result {
  id: string;
  version: number;
  latestVersion: number;
  title: string;
  authors: string[];
  categories: string[];
  primaryCategory: string;
  abstract: string;
  submittedDate: string;
}

describe.runIf(hasShared)('parseSearchPage on the shared pages', () => {
  test.each(ofKind('search'))('reads $file as its sidecar has it', { timeout: 60_000 }, ({ file, sidecar }) => {
    const expected: Result[] = JSON.parse(sharedFile(`pages/${sidecar}`)).results;
    const page = parseHtml(sharedFile(`pages/${file}`));
    const found = parseSearchPage(page);
    expect(found).toMatchObject({
      first: 1,
      last: expected.length,
      total: expected.length === 25 ? 4183 : expected.length,
    });
    expect(
      found?.results.map((result) => ({
        id: result.id,
        version: result.version,
        latestVersion: result.latestVersion,
        title: result.title,
        authors: result.authors.map(tighten),
        categories: result.categories,
        primaryCategory: result.categories[0],
        abstract: result.abstract,
        submittedDate: result.published,
      })),
    ).toEqual(
      expected.map((result) => ({
        ...result,
        authors: result.authors.map(tighten),
        submittedDate: result.submittedDate.slice(0, 10),
      })),
    );
    expect(findSearchResults(page).map(({ id }) => id.base)).toEqual(expected.map(({ id }) => id));
  });

  test('reads comments where there are some', { timeout: 60_000 }, () => {
    const page = parseSearchPage(parseHtml(sharedFile('pages/search/video_diffusion.html')));
    expect(page?.results.slice(0, 4).map(({ comments }) => comments?.slice(0, 12) ?? null)).toEqual([
      'Project page',
      'Project Page',
      '10 pages 4 f',
      null,
    ]);
  });
});
