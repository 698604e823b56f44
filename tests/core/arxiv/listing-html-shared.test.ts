import { describe, expect, test } from 'vitest';
import { parseListingHtml } from '@/core/arxiv/listing-html';
import { parseListingPage } from '@/core/arxiv/listing-page';
import { hasShared, sharedFile } from '../../shared';
import { ofKind, parseHtml } from './shared-pages';

describe.runIf(hasShared)('parseListingHtml on the shared pages', () => {
  // That reader is held to the sidecars by its own test.
  test.each(ofKind('listing'))('reads $file as the reader for pages does', { timeout: 60_000 }, ({ file }) => {
    const html = sharedFile(`pages/${file}`);
    const listing = parseListingHtml(html);
    expect(listing).toMatchObject({
      ...parseListingPage(parseHtml(html)),
      date: file.includes('_new') ? '2025-12-30' : null,
    });
    expect(listing?.sections.flatMap(({ entries }) => entries)).not.toHaveLength(0);
  });

  test.each(['abs', 'error', 'search', 'html'])('finds no list on pages of the kind %s', (kind) => {
    expect(ofKind(kind)).not.toHaveLength(0);
    for (const { file } of ofKind(kind)) expect(parseListingHtml(sharedFile(`pages/${file}`)), file).toBeNull();
  });
});
