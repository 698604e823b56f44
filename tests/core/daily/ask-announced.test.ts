import { describe, expect, test } from 'vitest';
import { type Announcement, askAnnounced } from '@/core/daily/ask-announced';
import { AppError } from '@/core/errors';
import { apiError, listOf, papersOf, recentOf, recordsOf, rssOf } from '../../arxiv-days';
import { GivenArxiv } from './asked';

const DATE = '2026-12-03';
const BOTH = ['cs.CV', 'cs.RO'];
const RSS = '/rss/cs.CV+cs.RO';
const NOON = '2026-12-03 13:30';
const MORNING = '2026-12-03 09:30';

function ask(arxiv: GivenArxiv, { date = DATE, categories = BOTH, crossLists = false } = {}): Promise<Announcement> {
  return askAnnounced({ date, categories, crossLists }, arxiv.tools);
}

async function news(arxiv: GivenArxiv, query: Parameters<typeof ask>[1] = {}) {
  const found = await ask(arxiv, query);
  if (found.kind !== 'announced') throw new Error(JSON.stringify(found));
  return found;
}

const idsIn = (path: string) => new URLSearchParams(path.split('?')[1]).get('id_list')?.split(',') ?? [];

/** arXiv at noon or in the morning of a day, and whole. */
function arxivAt(now: string, date = DATE): GivenArxiv {
  const arxiv = new GivenArxiv().at(now);
  arxiv.answers[RSS] = rssOf(date, BOTH);
  for (const category of BOTH) arxiv.answers[`/list/${category}/new`] = listOf(date, category);
  arxiv.answers['/api'] = (path) => recordsOf(idsIn(path), Date.parse(`${DATE}T23:00:00Z`));
  return arxiv;
}

const idsOf = (date: string, ...types: string[]) =>
  papersOf(date)
    .filter(({ type }) => types.includes(type))
    .map(({ id }) => id);

const item = (id: string, type: string, version = 1) =>
  `<item><title>T</title><guid>oai:arXiv.org:${id}v${version}</guid><description>Abstract: A</description>
  <category>cs.CV</category><arxiv:announce_type>${type}</arxiv:announce_type></item>`;
const feed = (day: string, ...items: string[]) =>
  `<rss xmlns:arxiv="a" version="2.0"><channel><title>x</title>${day && `<pubDate>${day} 00:00:00 -0500</pubDate>`}${items.join('')}</channel></rss>`;

describe('what is announced', () => {
  test.each([
    ['a Saturday', '2026-12-05', 'weekend'],
    ['a holiday', '2026-11-27', 'holiday'],
  ])('is nothing on %s, as nobody need be asked for', async (_, date, reason) => {
    const arxiv = arxivAt('2026-12-05 14:00');
    expect(await ask(arxiv, { date })).toEqual({ kind: 'none', reason });
    expect(arxiv.paths).toEqual([]);
  });

  test.each(['2026-12-02 20:00', '2026-12-03 09:14'])(
    'is not known before the lists have changed, at %s',
    async (now) => {
      const arxiv = arxivAt(now);
      expect(await ask(arxiv)).toEqual({ kind: 'not-yet', at: Date.parse('2026-12-03T01:15:00Z') });
      expect(arxiv.paths).toEqual([]);
    },
  );

  test.each([
    ['no day', { date: '2026-02-30' }],
    ['no category', { categories: [] }],
  ])('is not asked for %s', async (_, query) => {
    const arxiv = arxivAt(NOON);
    await expect(ask(arxiv, query)).rejects.toMatchObject({ code: 'bad-request' });
    expect(arxiv.paths).toEqual([]);
  });
});

describe('in the morning', () => {
  test('it is on the lists, and the API is left alone', async () => {
    const arxiv = arxivAt(MORNING);
    const found = await news(arxiv);
    expect(found).toMatchObject({ date: DATE, from: 'list' });
    expect(found.papers.map(({ id }) => id)).toEqual(idsOf(DATE, 'new'));
    expect(found.missing).toEqual(idsOf(DATE, 'new'));
    expect(found.papers[0]).toEqual({
      id: idsOf(DATE, 'new')[0],
      version: 1,
      title: expect.stringContaining('Title of'),
      authors: ['Ana Roe', 'Li Na'],
      abstract: expect.stringContaining('About'),
      categories: ['cs.CV', 'cs.RO'],
      announced: 'new',
      comments: expect.stringContaining('Comment on'),
      published: null,
    });
    expect(arxiv.asked.map(({ url, kind }) => [url, kind])).toEqual([
      ['https://arxiv.org/list/cs.CV/new', 'page'],
      ['https://arxiv.org/list/cs.RO/new', 'page'],
    ]);
  });

  test('a list that has not changed ends it, until an hour later or the feeds have the day', async () => {
    const arxiv = arxivAt(MORNING, '2026-12-02');
    expect(await ask(arxiv)).toEqual({ kind: 'not-yet', at: arxiv.now + 3_600_000 });
    arxiv.at('2026-12-03 12:40');
    expect(await ask(arxiv)).toEqual({ kind: 'not-yet', at: Date.parse('2026-12-03T13:00:00+08:00') });
    expect(arxiv.paths).toEqual(['/list/cs.CV/new', '/list/cs.CV/new']);
  });

  test('a changed list is kept while the other is waited for', async () => {
    const arxiv = arxivAt(MORNING);
    arxiv.answers['/list/cs.RO/new'] = listOf('2026-12-02', 'cs.RO');
    expect(await ask(arxiv)).toMatchObject({ kind: 'not-yet' });
    arxiv.at('2026-12-03 10:31').answers['/list/cs.RO/new'] = listOf(DATE, 'cs.RO');
    expect(await ask(arxiv)).toMatchObject({ kind: 'announced' });
    expect(arxiv.paths).toEqual(['/list/cs.CV/new', '/list/cs.RO/new', '/list/cs.RO/new']);
  });

  test('what the lists told needs no feed at noon, but records', async () => {
    const arxiv = arxivAt(MORNING);
    await news(arxiv);
    const found = await news(arxiv.at(NOON));
    expect(found).toMatchObject({ from: 'list', missing: [] });
    expect(found.papers[0]?.published).toBe('2026-12-01');
    expect(arxiv.paths.slice(2).map((path) => path.slice(0, 11))).toEqual(['/api/query?', '/api/query?']);
  });

  test.each([
    ['breaks off', listOf(DATE, 'cs.CV').slice(0, 5_000)],
    ['is another page', '<html><body>Maintenance</body></html>'],
    ['is not there', { status: 404 }],
  ])('a list that %s is an error', async (_, answer) => {
    const arxiv = arxivAt(MORNING);
    arxiv.answers['/list/cs.CV/new'] = answer;
    await expect(ask(arxiv)).rejects.toMatchObject({ code: 'arxiv-answer' });
  });

  test('a list without papers is a day without announcement', async () => {
    const arxiv = arxivAt(MORNING);
    arxiv.answers['/list/cs.CV/new'] =
      '<div id="dlpage"><h1>x</h1><h3>Showing new listings for Thursday, 3 December 2026</h3></div>';
    expect(await ask(arxiv, { categories: ['cs.CV'] })).toEqual({ kind: 'none', reason: 'empty' });
  });

  test('a list goes on behind its page, as far as the papers that are wanted', async () => {
    const arxiv = arxivAt(MORNING);
    const whole = listOf(DATE, 'cs.CV').replace(/Total of \d+/, 'Total of 4100');
    const [head = '', , cross = ''] = whole.split(/(?=<dl id='articles'>)/);
    arxiv.answers['/list/cs.CV/new'] = whole.slice(0, whole.indexOf("<dl id='articles'><h3>Cross")) + '</body></html>';
    arxiv.answers['/list/cs.CV/new?skip=2000&show=2000'] = `${head}${cross}</body></html>`;
    arxiv.answers['/list/cs.CV/new?skip=4000&show=2000'] = whole;
    const query = { categories: ['cs.CV'] };
    expect((await news(arxiv, query)).papers).toHaveLength(70);
    expect(arxiv.paths).toEqual(['/list/cs.CV/new', '/list/cs.CV/new?skip=2000&show=2000']);
    expect((await news(arxiv, { ...query, crossLists: true })).papers).toHaveLength(75);
    expect(arxiv.paths).toHaveLength(3);
  });
});

describe('from midnight in New York', () => {
  test('it is in one feed of all categories, and the records come by the hundred', async () => {
    const arxiv = arxivAt(NOON);
    const found = await news(arxiv, { categories: ['cs.RO', 'cs.CV', 'cs.RO'] });
    expect(found).toMatchObject({ from: 'rss', missing: [] });
    expect(found.papers.map(({ id }) => id)).toEqual(idsOf(DATE, 'new'));
    expect(found.papers[0]).toMatchObject({ published: '2026-12-01', comments: expect.stringContaining('Comment on') });
    expect(arxiv.paths[0]).toBe(RSS);
    expect(arxiv.paths.slice(1).map((path) => idsIn(path).length)).toEqual([100, 15]);
    expect(arxiv.asked.map(({ kind }) => kind)).toEqual(['api', 'api', 'api']);
    await news(arxiv);
    expect(arxiv.asked).toHaveLength(3);
  });

  test.each([
    [false, ['2612.00001']],
    [true, ['2612.00001', '2612.00002']],
  ])('cross-lists wanted: %j; replacements never; each paper once', async (crossLists, expected) => {
    const arxiv = arxivAt(NOON);
    arxiv.answers['/rss/cs.CV'] = feed(
      'Thu, 03 Dec 2026',
      ...['cross', 'new', 'replace', 'cross'].map((type, index) => item('2612.00001', type, index + 1)),
      item('2612.00002', 'cross'),
      ...['replace', 'replace-cross', 'absonly'].map((type, index) => item(`2511.0000${index}`, type)),
    );
    const { papers } = await news(arxiv, { categories: ['cs.CV'], crossLists });
    expect(papers.map(({ id }) => id)).toEqual(expected);
    expect(papers[0]?.announced).toBe('new');
  });

  test.each([
    ['of yesterday', feed('Wed, 02 Dec 2026', item('2612.00001', 'new')), { kind: 'not-yet' }],
    ['without a paper', feed('Thu, 03 Dec 2026'), { kind: 'none', reason: 'empty' }],
    ['of replacements', feed('Thu, 03 Dec 2026', item('2511.00001', 'replace')), { kind: 'announced', papers: [] }],
  ])('a feed %s says so', async (_, text, expected) => {
    const arxiv = arxivAt(NOON);
    arxiv.answers[RSS] = text;
    expect(await ask(arxiv)).toMatchObject(expected);
    expect(arxiv.paths).toEqual([RSS]);
  });

  test.each([
    ['without a day', feed('', item('2612.00001', 'new')), 'arxiv-answer'],
    ['that breaks off', rssOf(DATE, BOTH).slice(0, 9_000), 'arxiv-answer'],
    ['that is a complaint', 'Rate exceeded.', 'arxiv-busy'],
    ['that does not come', new AppError('arxiv-offline', 'no'), 'arxiv-offline'],
  ])('a feed %s is an error', async (_, answer, code) => {
    const arxiv = arxivAt(NOON);
    arxiv.answers[RSS] = answer;
    await expect(ask(arxiv)).rejects.toMatchObject({ code });
  });

  test('a feed that is full is asked for in halves', async () => {
    const arxiv = arxivAt(NOON);
    const many = Array.from({ length: 2_000 }, (_, index) =>
      item(`2511.1${String(index).padStart(4, '0')}`, 'replace'),
    );
    arxiv.answers[RSS] = feed('Thu, 03 Dec 2026', ...many);
    arxiv.answers['/rss/cs.CV'] = feed('Thu, 03 Dec 2026', ...many, item('2612.00001', 'new'));
    arxiv.answers['/rss/cs.RO'] = feed('Thu, 03 Dec 2026', item('2612.00002', 'new'), item('2612.00001', 'cross'));
    expect((await news(arxiv)).papers.map(({ id }) => id)).toEqual(['2612.00001', '2612.00002']);
    expect(arxiv.paths.slice(0, 3)).toEqual([RSS, '/rss/cs.CV', '/rss/cs.RO']);
  });
});

describe('records', () => {
  const missing = idsOf(DATE, 'new');

  test.each([
    ['an error under HTTP 200', apiError.body ?? '', 2],
    ['what breaks off', '<feed xmlns="http://www.w3.org/2005/Atom"><entry>', 2],
    ['no paper', recordsOf([], 0), 2],
    ['a refusal, after which nothing is asked', new AppError('arxiv-busy', 'no'), 1],
    ['silence', new AppError('arxiv-offline', 'no'), 1],
  ])('may be %s: the papers stay as the feed has them', async (_, answer, requests) => {
    const arxiv = arxivAt(NOON);
    arxiv.answers['/api'] = answer;
    const found = await news(arxiv);
    expect(found.missing).toEqual(missing);
    expect(found.papers.map(({ id }) => id)).toEqual(missing);
    expect(found.papers[0]).toMatchObject({ version: 1, comments: null, published: null });
    expect(arxiv.paths).toHaveLength(1 + requests);
  });

  test('that were missing are asked for again, and no others', async () => {
    const arxiv = arxivAt(NOON);
    await news(arxiv);
    const [, first = '', second = ''] = arxiv.paths;
    const again = arxivAt(NOON);
    again.answers[second] = new AppError('arxiv-busy', 'no');
    expect((await news(again)).missing).toHaveLength(15);
    again.answers[second] = recordsOf(idsIn(second), again.now);
    expect((await news(again)).missing).toEqual([]);
    expect(again.paths).toEqual([RSS, first, second, second]);
  });

  test('that were had count also while arXiv refuses others', async () => {
    const arxiv = arxivAt(NOON);
    await news(arxiv);
    const [, first = ''] = arxiv.paths;
    for (const key of arxiv.cache.texts.keys()) if (key.endsWith(first)) arxiv.cache.texts.delete(key);
    arxiv.answers[first] = new AppError('arxiv-busy', 'no');
    expect((await news(arxiv)).missing).toHaveLength(100);
  });

  test('are taken whole: they are of one version', async () => {
    const arxiv = arxivAt(NOON);
    arxiv.answers['/rss/cs.CV'] = feed('Thu, 03 Dec 2026', item('2612.00001', 'new'));
    arxiv.answers['/api'] = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="a"><entry>
      <id>http://arxiv.org/abs/2612.00001v2</id><title>Better title</title><summary>Better abstract</summary>
      <published>2026-11-30T22:00:00Z</published><author><name>Ana Roe</name></author></entry></feed>`;
    expect((await news(arxiv, { categories: ['cs.CV'] })).papers).toEqual([
      {
        id: '2612.00001',
        version: 2,
        title: 'Better title',
        authors: ['Ana Roe'],
        abstract: 'Better abstract',
        categories: ['cs.CV'],
        announced: 'new',
        comments: null,
        published: '2026-11-30',
      },
    ]);
  });

  test('may not hide a failure of ours', async () => {
    const arxiv = arxivAt(NOON);
    arxiv.answers['/api'] = new TypeError('bug');
    await expect(ask(arxiv)).rejects.toThrow('bug');
  });
});

/** arXiv on a Monday, with last week among its recent days. */
function missed() {
  const arxiv = arxivAt('2026-12-07 14:00', '2026-12-07');
  for (const category of BOTH) {
    arxiv.answers[`/list/${category}/recent?skip=0&show=2000`] = recentOf('2026-12-07', category);
  }
  return arxiv;
}

describe('a day that was missed', () => {
  test('stands among the recent ones', async () => {
    const arxiv = missed();
    const found = await news(arxiv, { crossLists: true });
    expect(found).toMatchObject({ date: DATE, from: 'list', missing: [] });
    const ofType = (type: string) => found.papers.filter(({ announced }) => announced === type).map(({ id }) => id);
    expect(ofType('new')).toEqual(idsOf(DATE, 'new'));
    expect(ofType('cross')).toEqual(idsOf(DATE, 'cross'));
    expect(found.papers[0]?.abstract).toContain('About');
  });

  test('costs neither the feed nor the lists a second request on their own day', async () => {
    const arxiv = missed();
    await news(arxiv);
    expect(await news(arxiv, { date: '2026-12-07' })).toMatchObject({ from: 'rss' });
    expect(await news(arxiv, { date: '2026-12-02' })).toMatchObject({ from: 'list' });
    const shared = arxiv.paths.filter((path) => !path.startsWith('/api/'));
    expect(shared).toEqual([RSS, ...BOTH.map((category) => `/list/${category}/recent?skip=0&show=2000`)]);
  });

  test('stands there on a weekend too, when the feed has gone on to a day without papers', async () => {
    const arxiv = arxivAt('2026-12-05 14:00', '2026-12-05');
    for (const category of BOTH) {
      arxiv.answers[`/list/${category}/recent?skip=0&show=2000`] = recentOf('2026-12-04', category);
    }
    const found = await news(arxiv, { date: '2026-12-04' });
    expect(found).toMatchObject({ date: '2026-12-04', from: 'list' });
    expect(found.papers.length).toBeGreaterThan(0);
  });

  test('is gone when they do not reach back to it', async () => {
    expect(await ask(missed(), { date: '2026-11-20' })).toEqual({ kind: 'gone', newest: '2026-12-07' });
  });

  test('is there as well when a mirror still serves its feed', async () => {
    const arxiv = arxivAt('2027-05-05 05:00');
    expect(await news(arxiv)).toMatchObject({ date: DATE, from: 'rss' });
  });
});
