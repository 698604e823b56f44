import { describe, expect, test } from 'vitest';
import { parseRss, rssUrl } from '@/core/arxiv/rss';
import { AppError } from '@/core/errors';

/** After rss.arxiv.org/rss/cs.CV of 2025-12. */
const feed = (items: string) => `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
  <channel>
    <title>cs.RO, stat.ML updates on arXiv.org</title>
    <atom:link href="http://rss.arxiv.org/rss/cs.RO+stat.ML" rel="self"/>
    <lastBuildDate>Wed, 04 Feb 2026 05:00:03 +0000</lastBuildDate>
    <pubDate>Wed, 04 Feb 2026 00:00:00 -0500</pubDate>
    <skipDays>
      <day>Sunday</day>
      <day>Saturday</day>
    </skipDays>${items}
  </channel>
</rss>`;
interface Parts {
  id?: string;
  description?: string;
  type?: string;
  creator?: string;
  extra?: string;
}
const item = ({
  id = '2602.00007',
  description = `arXiv:${id}v1 Announce Type: new \nAbstract: We build\nErd\\H{o}s's robot.`,
  type = '<arxiv:announce_type>new</arxiv:announce_type>',
  creator = 'Ana Roe',
  extra = '',
}: Parts = {}) => `
    <item><title>A robot
  that walks</title><link>https://arxiv.org/abs/${id}</link><description>${description}</description>
    <guid isPermaLink="false">oai:arXiv.org:${id}v1</guid><category>cs.RO</category><category>stat.ML</category>
    <pubDate>Wed, 04 Feb 2026 00:00:00 -0500</pubDate>${type}
    <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights><dc:creator>${creator}</dc:creator>${extra}</item>`;

describe('parseRss', () => {
  test('reads everything that a day’s feed says', () => {
    const extra = '<arxiv:DOI>10.1000/x</arxiv:DOI><arxiv:journal_reference>Acta 1 (2026)</arxiv:journal_reference>';
    expect(parseRss(feed(item({ extra })))).toEqual({
      title: 'cs.RO, stat.ML updates on arXiv.org',
      date: '2026-02-04',
      skipDays: ['Sunday', 'Saturday'],
      skipped: [],
      items: [
        {
          id: '2602.00007',
          version: 1,
          title: 'A robot that walks',
          authors: ['Ana Roe'],
          abstract: "We build Erdős's robot.",
          categories: ['cs.RO', 'stat.ML'],
          announced: 'new',
          rights: 'http://creativecommons.org/licenses/by/4.0/',
          doi: '10.1000/x',
          journalRef: 'Acta 1 (2026)',
        },
      ],
    });
  });

  test('reads a day without papers', () =>
    expect(parseRss(feed(''))).toMatchObject({ date: '2026-02-04', items: [], skipped: [] }));

  test.each(['new', 'cross', 'replace', 'replace-cross', 'absonly'])(
    'reads the announcement %s, also from the description',
    (type) => {
      const description = `arXiv:2602.00007v3 Announce Type: ${type} \nAbstract: A`;
      expect(parseRss(feed(item({ description, type: '' }))).items).toMatchObject([
        { announced: type, version: 3, abstract: 'A' },
      ]);
      const tagged = item({ type: `<arxiv:announce_type>${type}</arxiv:announce_type>` });
      expect(parseRss(feed(tagged)).items).toMatchObject([{ announced: type }]);
    },
  );

  test.each([
    ['Ana Roe, Bo Li', ['Ana Roe', 'Bo Li']],
    ['Ana Roe (1, 2), Bo Li (Inst. (A, B), C), Cy Poe', ['Ana Roe', 'Bo Li', 'Cy Poe']],
    [String.raw`N\'uria Li, Fran\c{c}ois Roe`, ['Núria Li', 'François Roe']],
    ['The LHCx Collaboration, Ana Roe Jr.', ['The LHCx Collaboration', 'Ana Roe Jr.']],
    ['Ana Roe (unclosed, Bo Li', ['Ana Roe']],
    ['Ana Roe), Bo Li', ['Ana Roe', 'Bo Li']],
    ['', []],
  ])('reads the names %j', (creator, authors) =>
    expect(parseRss(feed(item({ creator }))).items[0]?.authors).toEqual(authors),
  );

  test.each([
    ['the guid', 'Abstract: A', 'hep-th/9901001', 'A'],
    ['the guid, the description being bare', 'A sentence.', '2602.00007', 'A sentence.'],
  ])('reads the id from %s', (_, description, id, abstract) =>
    expect(parseRss(feed(item({ id, description }))).items).toMatchObject([{ id, version: 1, abstract }]),
  );

  test('names what it cannot use, with its line', () => {
    const read = parseRss(
      feed(
        item({ id: 'none' }) +
          item({ type: '<arxiv:announce_type>praise</arxiv:announce_type>' }) +
          item() +
          item({ id: '2602.00008' }).replace(/<title>.*<\/title>/s, ''),
      ),
    );
    expect(read.items.map(({ id }) => id)).toEqual(['2602.00007']);
    expect(read.skipped).toEqual([
      { line: 12, reason: 'no paper’s id: nonev1' },
      { line: 19, reason: '2602.00007: announced as praise' },
      { line: 33, reason: '2602.00008: no title' },
    ]);
  });

  test.each([
    ['nothing', '', 'arxiv-answer'],
    ['a feed without a channel', '<rss version="2.0"></rss>', 'arxiv-answer'],
    ['an Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'arxiv-answer'],
    ['a wrong query', feed('').replace('cs.RO, stat.ML updates', 'Feed error for query: cs.XX'), 'arxiv-answer'],
    ['a feed that was cut short', feed(item()).slice(0, -20), 'arxiv-answer'],
    ['a refusal in plain words', 'Rate exceeded.', 'arxiv-busy'],
  ])('answers %s with a code of ours', (_, text, code) => {
    expect(() => parseRss(text)).toThrow(AppError);
    expect(() => parseRss(text)).toThrow(expect.objectContaining({ code }));
  });
});

test.each([
  [['cs.LG', 'cs.CL'], 'https://rss.arxiv.org/rss/cs.LG+cs.CL'],
  [['astro-ph'], 'https://rss.arxiv.org/rss/astro-ph'],
  [['cs/../x?y'], 'https://rss.arxiv.org/rss/cs%2F..%2Fx%3Fy'],
])('rssUrl asks for %j', (categories, url) => expect(rssUrl(categories)).toBe(url));
