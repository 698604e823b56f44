import type { Page } from 'playwright';
import type { Vocabulary } from './words';

/**
 * Fills an empty library with so many papers of several years, as reports would have brought them: titles and abstracts in words
 * that are as often as in reports, a Chinese gist and analysis, names that many share. Through raw puts from one of our own pages.
 */
export async function fillYears(
  page: Page,
  count: number,
  vocabulary: Vocabulary,
  analysisSentences = 12,
): Promise<void> {
  await page.evaluate(putYears, { count, vocabulary, analysisSentences });
}

/** Runs in the page, and so brings along all that it needs. */
async function putYears({
  count,
  vocabulary,
  analysisSentences,
}: {
  count: number;
  vocabulary: Vocabulary;
  analysisSentences: number;
}): Promise<void> {
  let seed = 1;
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // The second half of each list is made rarer words of syllables, as names of methods are.
  const zipf = <T>(all: readonly T[]): T => all[Math.floor(all.length ** random()) - 1] as T; // as: the place is in the list
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T; // as: see above
  const syllables = 'ba co di fu ge hi jo ka li mo ne pu qi ra si tu ve wo xi yu zen lon tar vis net'.split(' ');
  const coined = Array.from({ length: 40_000 }, () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => any(syllables)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
  const surnames = Array.from({ length: 4_000 }, () => any(syllables) + any(syllables));
  const title = () => `${any(coined)}: ${Array.from({ length: 8 }, () => zipf(vocabulary.latin)).join(' ')}`;
  const sentence = () =>
    `${Array.from({ length: 5 }, () => zipf(vocabulary.han)).join('')}，${zipf(vocabulary.latin)} ${any(vocabulary.han)}。`;
  const library = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('library');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('the library did not open')));
  });
  for (let start = 0; start < count; start += 1_000) {
    const writing = library.transaction(['papers', 'analyses', 'guides'], 'readwrite', { durability: 'relaxed' });
    for (let at = start; at < Math.min(start + 1_000, count); at += 1) {
      const month = Math.floor((at / count) * 48);
      const published = new Date(Date.UTC(2022, month, 1 + (at % 28))).toISOString().slice(0, 10);
      const id = `${published.slice(2, 4)}${published.slice(5, 7)}.${String(10_000 + (at % 90_000))}`;
      const gist = sentence();
      const markdown = Array.from({ length: analysisSentences }, sentence).join('\n');
      writing.objectStore('papers').put({
        id,
        version: 1,
        title: title(),
        titleChinese: `${any(vocabulary.han)}${any(vocabulary.han)}`,
        authors: Array.from({ length: 4 }, () => `${any(coined)} ${zipf(surnames)}`),
        published,
        categories: [any(['cs.CV', 'cs.LG', 'cs.CL', 'cs.RO'])],
        abstract: '',
        links: [],
        comments: null,
        journalRef: null,
        doi: null,
        from: 'report',
      });
      writing.objectStore('analyses').put({
        key: `${id}|filled|1`,
        paperId: id,
        reportId: 'filled',
        source: '',
        date: published,
        basis: 'full',
        basisStated: true,
        version: 1,
        model: null,
        markdown,
        sections: [],
        keyFindings: [],
        extra: {},
      });
      writing
        .objectStore('guides')
        .put({ paperId: id, guideVersion: 0, guides: [{ gist, basis: 'full', basisStated: true }], saved: false });
    }
    await new Promise<void>((resolve, reject) => {
      writing.addEventListener('complete', () => resolve());
      writing.addEventListener('error', () => reject(writing.error ?? new Error('the library was not filled')));
    });
  }
  library.close();
}
