import { describe, expect, test } from 'vitest';
import { parseAbsPage } from '@/core/arxiv/abs-page';
import { pagePaperSchema } from '@/core/arxiv/page-paper';
import { hasShared, sharedFile } from '../../shared';
import { ofKind, parseHtml, sharedPages, tighten } from './shared-pages';

interface Sidecar {
  [field: string]: unknown;
  authors: string[];
  submittedDate: string;
  versionDate: string;
}

describe.runIf(hasShared)('parseAbsPage on the shared pages', () => {
  test.each(ofKind('abs'))(
    'reads $file as its sidecar has it, and what its tags say from elsewhere',
    { timeout: 60_000 },
    ({ file, sidecar }) => {
      const expected: Sidecar = JSON.parse(sharedFile(`pages/${sidecar}`));
      const page = parseHtml(sharedFile(`pages/${file}`));
      const paper = parseAbsPage(page);
      expect(pagePaperSchema.parse(paper)).toEqual(paper);
      const shown = {
        id: expected['id'],
        version: expected['version'],
        latestVersion: expected['latestVersion'],
        categories: expected['categoriesShown'],
        published: expected.submittedDate.slice(0, 10),
        versionDate: expected.versionDate.slice(0, 10),
        comments: expected['comments'],
        journalRef: expected['journalRef'],
        doi: expected['doi'],
        reportNumber: expected['reportNumber'],
        mscClass: expected['mscClass'],
        acmClass: expected['acmClass'],
        withdrawn: expected['withdrawn'],
      };
      expect(paper && { ...paper, authors: paper.authors.map(tighten) }).toEqual({
        ...shown,
        title: expected['title'],
        authors: expected.authors.map(tighten),
        abstract: expected['abstract'],
      });

      for (const tag of page.querySelectorAll('meta')) tag.remove();
      const untagged = parseAbsPage(page);
      expect(untagged).toMatchObject(shown);
      expect(untagged?.authors.map(tighten)).toEqual(expected.authors.map(tighten));
    },
  );

  test.each(sharedPages.filter((page) => page.kind !== 'abs' && page.file.endsWith('.html')).map((page) => page.file))(
    'finds no paper in %s',
    { timeout: 60_000 },
    (file) => expect(parseAbsPage(parseHtml(sharedFile(`pages/${file}`)))).toBeNull(),
  );

  test('has pages and error pages to read', () => {
    expect(ofKind('abs').length).toBeGreaterThan(25);
    expect(ofKind('error').length).toBeGreaterThan(3);
  });
});
