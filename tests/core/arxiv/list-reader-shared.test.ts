import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { listedTextSchema } from '@/core/arxiv/list-paper';
import { createListReader, readListedText } from '@/core/arxiv/list-reader';
import { parseListingPage } from '@/core/arxiv/listing-page';
import { parseSearchPage } from '@/core/arxiv/search-page';
import { hasShared, sharedFile } from '../../shared';
import { ofKind, parseHtml } from './shared-pages';

function readAll(file: string) {
  const page = parseHtml(sharedFile(`pages/${file}`)) as Document; // of happy-dom
  const places = createListReader(page)();
  return { page, papers: places.map((place) => z.parse(listedTextSchema, readListedText(place))) };
}

const essence = (paper: {
  id: string;
  title: string;
  authors: string[];
  categories: string[];
  comments: string | null;
}) => {
  const { id, title, authors, categories, comments } = paper;
  return { id, title, authors, categories, comments };
};

describe.runIf(hasShared)('createListReader on the shared pages', () => {
  test.each(ofKind('listing'))('reads $file as the whole reader does', { timeout: 60_000 }, ({ file }) => {
    const { page, papers } = readAll(file);
    const entries = parseListingPage(page)?.sections.flatMap((section) => section.entries) ?? [];
    expect(papers.length).toBeGreaterThan(0);
    expect(papers.map(essence)).toEqual(entries.map(essence));
    expect(papers.map(({ abstract }) => abstract)).toEqual(entries.map(({ abstract }) => abstract ?? ''));
  });

  test.each(ofKind('search'))('reads $file as the whole reader does', { timeout: 60_000 }, ({ file }) => {
    const { page, papers } = readAll(file);
    const results = parseSearchPage(page)?.results ?? [];
    expect(papers.length).toBeGreaterThan(0);
    expect(
      papers.map(({ id, title, authors, categories, abstract }) => ({ id, title, authors, categories, abstract })),
    ).toEqual(
      results.map(({ id, title, authors, categories, abstract }) => ({ id, title, authors, categories, abstract })),
    );
  });

  test.each(ofKind('abs'))('finds none on $file', { timeout: 60_000 }, ({ file }) => {
    expect(readAll(file).papers).toEqual([]);
  });
});
