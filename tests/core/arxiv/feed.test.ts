import { describe, expect, test } from 'vitest';
import { idListUrls, parseFeed, searchUrl } from '@/core/arxiv/feed';
import { AppError } from '@/core/errors';

/** After answers of arXiv's query API of 2025-12. */
const feed = (inside: string) => `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <title>arXiv Query</title>
  <opensearch:itemsPerPage>2</opensearch:itemsPerPage>
  <opensearch:totalResults>812</opensearch:totalResults>
  <opensearch:startIndex>100</opensearch:startIndex>
  ${inside}
</feed>`;
const FULL = String.raw`<entry>
    <id>http://arxiv.org/abs/math.GT/0309136v2</id>
    <title>On Erd\H{o}s &amp; M&#252;ller's
  problem in $\mathbb{R}^3$</title>
    <updated>2004-01-02T03:04:05Z</updated>
    <link href="https://arxiv.org/abs/math/0309136v2" rel="alternate"/>
    <summary>  First line
of the <![CDATA[abstract, with a < b]]>.
</summary>
    <category term="math.MG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="math.GT" scheme="http://arxiv.org/schemas/atom"/>
    <published>2003-09-09T10:11:12Z</published>
    <arxiv:comment>8 pages</arxiv:comment>
    <arxiv:primary_category term="math.GT"/>
    <arxiv:journal_ref>Acta 1 (2004)</arxiv:journal_ref>
    <author><name>Ana Roe</name><arxiv:affiliation>Somewhere, Elsewhere</arxiv:affiliation></author>
    <author><name>N\'uria Li</name></author>
    <arxiv:doi>10.1000/x</arxiv:doi>
  </entry>`;
const SHORT = '<entry><id>http://arxiv.org/abs/2401.00007</id><title>A title</title></entry>';

function codeOf(text: string): string {
  try {
    parseFeed(text);
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe('parseFeed', () => {
  test('reads everything that an entry says', () =>
    expect(parseFeed(feed(FULL))).toEqual({
      total: 812,
      start: 100,
      skipped: [],
      entries: [
        {
          id: 'math/0309136',
          version: 2,
          title: String.raw`On Erdős & Müller's problem in $\mathbb{R}^3$`,
          authors: ['Ana Roe', 'Núria Li'],
          abstract: 'First line of the abstract, with a < b.',
          categories: ['math.GT', 'math.MG'],
          published: '2003-09-09T10:11:12Z',
          updated: '2004-01-02T03:04:05Z',
          comments: '8 pages',
          journalRef: 'Acta 1 (2004)',
          doi: '10.1000/x',
        },
      ],
    }));

  test('reads an entry that says little', () =>
    expect(parseFeed(feed(SHORT)).entries).toEqual([
      {
        id: '2401.00007',
        version: null,
        title: 'A title',
        authors: [],
        abstract: '',
        categories: [],
        published: '',
        updated: '',
        comments: null,
        journalRef: null,
        doi: null,
      },
    ]));

  test('reads an answer without results, with what may stand before and in it', () => {
    expect(parseFeed(feed('').replace('812', '0'))).toMatchObject({ total: 0, entries: [], skipped: [] });
    expect(parseFeed(`\ufeff\n ${feed(SHORT.replace('title>', 'title>\u0003\u000b'))}\n`).entries).toMatchObject([
      { title: 'A title' },
    ]);
  });

  test('names what it cannot use, with its line', () => {
    const strange = `<entry><id>http://example.org/abs/2401.00007</id><title>A</title></entry>
  <entry><title>B</title></entry>
  ${SHORT}
  <entry><id>http://arxiv.org/abs/2401.00008v1</id><title> </title></entry>`;
    const read = parseFeed(`\n${feed(strange)}`);
    expect(read.entries).toHaveLength(1);
    expect(read.skipped).toEqual([
      { line: 8, reason: 'no paper’s id: http://example.org/abs/2401.00007' },
      { line: 9, reason: 'no paper’s id: ' },
      { line: 11, reason: '2401.00008: no title' },
    ]);
  });

  test.each(['http://arxiv.org/api/errors', 'http://arxiv.org/api/errors#incorrect_id_format_for_x'])(
    'tells of the error %s, which comes as a result',
    (id) => {
      const error = `<entry><id>${id}</id><title>Error</title><summary>incorrect id format for x</summary></entry>`;
      expect(() => parseFeed(feed(error))).toThrow('incorrect id format for x');
      expect(codeOf(feed(error))).toBe('arxiv-answer');
    },
  );

  test.each([
    ['nothing', '', 'arxiv-answer'],
    ['plain words', 'Service unavailable', 'arxiv-answer'],
    ['a page', '<html><head><title>503</title></head><body><p>Later</body></html>', 'arxiv-answer'],
    ['a feed of another kind', '<rss version="2.0"><channel/></rss>', 'arxiv-answer'],
    ['a feed that was cut short', feed(FULL).slice(0, -20), 'arxiv-answer'],
    ['an unknown entity', feed('&bomb;'), 'arxiv-answer'],
    [
      'entities that multiply',
      `<!DOCTYPE feed [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${feed('&b;').slice(39)}`,
      'arxiv-answer',
    ],
    ['fifty thousand nested tags', feed('<a>'.repeat(50_000) + '</a>'.repeat(50_000)), 'arxiv-answer'],
    ['a refusal in plain words', 'Rate exceeded.', 'arxiv-busy'],
    ['a whole feed', feed(FULL), 'read'],
  ])('answers %s with a code of ours', (_, text, code) => expect(codeOf(text)).toBe(code));
});

describe('the addresses of the API', () => {
  test('ask for papers in slices, and for all of a slice', () => {
    const ids = [
      'hep-th/9901001v2',
      ...Array.from({ length: 149 }, (_, index) => `2401.${String(index + 1).padStart(5, '0')}`),
    ];
    const urls = idListUrls(ids).map((url) => new URL(url));
    expect(urls.map((url) => url.searchParams.get('max_results'))).toEqual(['100', '50']);
    expect(urls.map((url) => url.searchParams.get('id_list')).join(',')).toBe(ids.join(','));
    for (const url of urls) expect(url.origin + url.pathname).toBe('https://export.arxiv.org/api/query');
    expect(idListUrls([])).toEqual([]);
  });

  test.each([
    [{ search: 'cat:cs.RO AND ti:"a+b"' }, { search_query: 'cat:cs.RO AND ti:"a+b"', start: '0', max_results: '100' }],
    [
      { search: 'a', start: 200, maxResults: 5_000 },
      { search_query: 'a', start: '200', max_results: '2000' },
    ],
    [
      { search: 'a', start: 29_500, maxResults: 1_000 },
      { search_query: 'a', start: '29500', max_results: '500' },
    ],
    [
      { search: 'a', sortBy: 'submittedDate', sortOrder: 'descending' },
      { search_query: 'a', start: '0', max_results: '100', sortBy: 'submittedDate', sortOrder: 'descending' },
    ],
  ] as const)('ask for the search %o', (query, parameters) =>
    expect(Object.fromEntries(new URL(searchUrl(query)).searchParams)).toEqual(parameters),
  );
});
