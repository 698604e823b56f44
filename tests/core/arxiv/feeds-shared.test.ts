import { describe, expect, test } from 'vitest';
import { parseFeed } from '@/core/arxiv/feed';
import { parseRss } from '@/core/arxiv/rss';
import { AppError } from '@/core/errors';
import { hasShared, sharedFile } from '../../shared';
import { ofKind, sharedPages } from './shared-pages';

type Fields = Record<string, unknown>;

describe.runIf(hasShared)('the readers of arXiv’s feeds', () => {
  test.each(ofKind('atom').filter(({ sidecar }) => sidecar))(
    'read $file as its sidecar has it',
    ({ file, sidecar }) => {
      const expected: Fields[] = JSON.parse(sharedFile(`pages/${sidecar}`)).entries;
      const feed = parseFeed(sharedFile(`pages/${file}`));
      expect(feed).toMatchObject({ total: expected.length, start: 0, skipped: [] });
      const read = feed.entries.map(({ published, updated, ...entry }) => ({
        ...entry,
        submittedDate: published,
        versionDate: updated,
        primaryCategory: entry.categories[0],
      }));
      // The API tells neither licence, classes, report number and submitter, nor whether a version is withdrawn or the last.
      const fields = Object.keys(read[0] ?? {});
      expect(read).toEqual(expected.map((entry) => Object.fromEntries(fields.map((field) => [field, entry[field]]))));
    },
  );

  test('read an answer without results', () =>
    expect(parseFeed(sharedFile('pages/api/query_no_result.xml'))).toEqual({
      total: 0,
      start: 0,
      entries: [],
      skipped: [],
    }));

  test('tell an error from a paper', () =>
    expect(() => parseFeed(sharedFile('pages/api/query_error.xml'))).toThrow(
      expect.objectContaining({ code: 'arxiv-answer', message: 'incorrect id format for notanid' }),
    ));

  test.each(ofKind('rss'))('read $file as its sidecar has it', ({ file, sidecar }) => {
    const expected: Fields[] = JSON.parse(sharedFile(`pages/${sidecar}`)).items;
    const feed = parseRss(sharedFile(`pages/${file}`));
    expect(feed).toMatchObject({
      title: 'cs.CV updates on arXiv.org',
      date: '2025-12-30',
      skipDays: ['Sunday', 'Saturday'],
      skipped: [],
    });
    expect(
      feed.items.map(({ id, version, announced, title, categories, authors }) => ({
        id,
        v: version,
        type: announced,
        title,
        categories,
        authors,
      })),
    ).toEqual(expected);
    for (const { abstract, rights } of feed.items) {
      expect(abstract.length).toBeGreaterThan(300);
      expect(abstract).not.toMatch(/Announce Type|^Abstract/);
      expect(rights).toMatch(/^http/);
    }
  });

  test.each(sharedPages.filter(({ file }) => file.endsWith('.html')))('refuse $file', ({ file }) => {
    const text = sharedFile(`pages/${file}`);
    expect(() => parseFeed(text)).toThrow(AppError);
    expect(() => parseRss(text)).toThrow(AppError);
  });

  test('refuse each other’s feeds', () => {
    expect(() => parseRss(sharedFile('pages/api/query_one_paper.xml'))).toThrow(AppError);
    expect(() => parseFeed(sharedFile('pages/rss/cs.CV.xml'))).toThrow(AppError);
  });
});
