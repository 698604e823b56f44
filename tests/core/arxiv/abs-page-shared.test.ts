import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { parseAbsPage } from '@/core/arxiv/abs-page';
import { pagePaperSchema } from '@/core/arxiv/page-paper';
import { hasShared, sharedFile } from '../../shared';

interface Page {
  file: string;
  kind: string;
  sidecar?: string;
}
interface Sidecar {
  [field: string]: unknown;
  authors: string[];
  submittedDate: string;
  versionDate: string;
}

function parseHtml(html: string): ParentNode {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(html);
  return document as unknown as ParentNode; // happy-dom's nodes have types of their own
}

const manifest: Page[] = hasShared ? JSON.parse(sharedFile('pages/manifest.json')) : [];
const ofKind = (kind: string) => manifest.filter((page) => page.kind === kind).map((page) => page.file);

/** `J. G. Donath` and `J.G. Donath` are the same name. */
const tighten = (name: string) => name.replaceAll('. ', '.');

describe.runIf(hasShared)('parseAbsPage on the shared pages', () => {
  test.each(manifest.filter((page) => page.kind === 'abs'))(
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

  test.each(manifest.filter((page) => page.kind !== 'abs' && page.file.endsWith('.html')).map((page) => page.file))(
    'finds no paper in %s',
    { timeout: 60_000 },
    (file) => expect(parseAbsPage(parseHtml(sharedFile(`pages/${file}`)))).toBeNull(),
  );

  test('has pages and error pages to read', () => {
    expect(ofKind('abs').length).toBeGreaterThan(25);
    expect(ofKind('error').length).toBeGreaterThan(3);
  });
});
