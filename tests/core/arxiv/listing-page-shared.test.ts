import { describe, expect, test } from 'vitest';
import { findListedPapers, parseListingPage } from '@/core/arxiv/listing-page';
import { hasShared, sharedFile } from '../../shared';
import { ofKind, parseHtml, tighten } from './shared-pages';

interface Entry {
  [field: string]: unknown;
  id: string;
  section: string | null;
  authors: string[];
  categoriesShown: string[];
}

const byId = (left: { id: string }, right: { id: string }) => left.id.localeCompare(right.id);

describe.runIf(hasShared)('parseListingPage on the shared pages', () => {
  test.each(ofKind('listing'))('reads $file as its sidecar has it', { timeout: 60_000 }, ({ file, sidecar }) => {
    const expected = JSON.parse(sharedFile(`pages/${sidecar}`));
    const expectedEntries: Entry[] = expected.entries;
    const page = parseHtml(sharedFile(`pages/${file}`));
    const listing = parseListingPage(page);
    const isNew = expected.subcontext === 'new';

    expect(listing?.category).toBe(expected.category);
    const sections = listing?.sections ?? [];
    for (const { entries, shown } of sections) expect(shown ?? 0).toBe(entries.length);
    const entries = sections.flatMap((section) => section.entries);
    const inOrder = entries.map(({ id }) => id);
    expect(entries).toHaveLength(expected.entriesOnPage);
    expect(findListedPapers(page).map(({ id }) => id.base)).toEqual(inOrder);
    // Only of lists of days the sidecar has the page's order.
    if (isNew) for (const list of [entries, expectedEntries]) list.sort(byId);
    else expect(inOrder).toEqual(expectedEntries.map(({ id }) => id));

    const kinds: Record<string, string> = { new: 'new', cross: 'cross', replacement: 'replace' };
    expect(
      entries.map(({ id, title, authors, categories, comments, abstract, announced }) => ({
        id,
        title,
        authors: authors.map(tighten),
        categories,
        comments,
        section: isNew ? announced?.replace('-cross', '') : null,
        hasAbstract: abstract !== null,
      })),
    ).toEqual(
      expectedEntries.map(({ id, title, authors, categoriesShown, comments, section }) => ({
        id,
        title,
        authors: authors.map(tighten),
        categories: categoriesShown,
        comments,
        section: section && kinds[section],
        hasAbstract: isNew,
      })),
    );
    expect(entries.map(({ categories }) => categories[0])).toEqual(
      expectedEntries.map((entry) => entry['primaryCategory']),
    );
    const versions = new Map(expectedEntries.map((entry) => [entry.id, entry['version']]));
    const withVersion = entries.filter(({ version }) => version !== null);
    expect(withVersion.length).toBeGreaterThan(entries.length * 0.85);
    for (const { id, version } of withVersion) expect(version).toBe(versions.get(id));
  });

  test('reads dates, counts and the kinds of announcement of a day', { timeout: 60_000 }, () => {
    const listing = parseListingPage(parseHtml(sharedFile('pages/list/cs.CV_new.html')));
    expect(listing).toMatchObject({ title: 'Computer Vision and Pattern Recognition', total: 75, perPage: 2000 });
    expect(listing?.sections.map(({ date, shown, total }) => [date, shown, total])).toEqual([
      ['2025-12-30', 44, 44],
      ['2025-12-30', 11, 11],
      ['2025-12-30', 20, 20],
    ]);
    const feed: { items: { id: string; type: string }[] } = JSON.parse(sharedFile('pages/rss/cs.CV.json'));
    const announced = listing?.sections
      .flatMap(({ entries }) => entries)
      .map((entry) => ({ id: entry.id, type: entry.announced }));
    expect(announced?.toSorted(byId)).toEqual(feed.items.map(({ id, type }) => ({ id, type })).toSorted(byId));
  });

  test.each(['list', 'list-2025'])('reads what %s shows of a longer list', { timeout: 60_000 }, (folder) => {
    const listing = parseListingPage(parseHtml(sharedFile(`pages/${folder}/cs.CV_recent.html`)));
    expect(listing).toMatchObject({
      total: 122,
      perPage: 50,
      sections: [{ date: '2025-12-30', shown: 50, total: 55 }],
    });
  });

  test('reads days without papers', { timeout: 60_000 }, () => {
    const listing = parseListingPage(parseHtml(sharedFile('pages/list/cs.RO_recent.html')));
    expect(listing?.sections.map(({ date, entries }) => [date, entries.length])).toEqual([
      ['2025-12-30', 3],
      ['2025-12-29', 0],
      ['2025-12-25', 0],
      ['2025-12-24', 1],
      ['2025-12-22', 0],
    ]);
  });
});
