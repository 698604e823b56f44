import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autoOverview } from '@/core/daily/auto-overview';
import { publishFiles } from '@/core/daily/publish';
import { formatIndex, type IndexEntry, readIndex } from '@/core/daily/published-day';
import { toDailyReport } from '@/core/daily/report';
import { toPaper } from '@/core/daily/to-paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { readInput } from '@/core/report/read';
import { announced } from './announced';

const NOW = Date.UTC(2026, 10, 20, 3, 4, 5, 678);
const BASE = 'https://rooms.example/daily/';

function reportOf(date: string, title = 'A Lamp for Every Room') {
  const chosen = [announced({ title })];
  const categories = ['cs.CV'];
  const overview = autoOverview({ date, categories, announced: chosen, chosen, rest: [], keywords: [] });
  return toDailyReport({ date, categories, papers: chosen.map(toPaper), overview });
}

function filesOf(...args: Parameters<typeof publishFiles>): Record<string, string> {
  return Object.fromEntries(publishFiles(...args).map(({ path, text }) => [path, text]));
}

function publishDays(dates: readonly string[], baseUrl: string | null = BASE): Record<string, string> {
  let files: Record<string, string> = {};
  let previous: IndexEntry[] = [];
  for (const date of dates) {
    files = filesOf(reportOf(date), { previous, baseUrl, now: Date.parse(date) });
    previous = readIndex(files['index.json'] ?? '');
  }
  return files;
}

const children = (element: XmlElement, name: string) =>
  element.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name);
const textOf = (element: XmlElement, name: string) => children(element, name).map(({ text }) => text);

/** Checks what RFC 4287 demands, and gives the root. */
function readAtom(xml: string): XmlElement {
  const { root } = parseXml(xml);
  if (!root) throw new Error('no root');
  expect(root.name).toBe('feed');
  expect(root.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom');
  const entries = children(root, 'entry');
  for (const element of [root, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(textOf(element, name)).toHaveLength(1);
    expect(textOf(element, 'id')[0]).toMatch(
      /^(?:https:\/\/|urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$)/,
    );
    expect(textOf(element, 'updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(children(element, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate')).toHaveLength(1);
  }
  expect(children(root, 'author').flatMap((author) => textOf(author, 'name'))[0]).not.toBe('');
  expect(children(root, 'link').filter(({ attributes }) => attributes['rel'] === 'self')).toHaveLength(1);
  const ids = entries.flatMap((entry) => textOf(entry, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  return root;
}

describe('publishFiles', () => {
  test('gives the day in both forms, which read as the same report', () => {
    const report = reportOf('2026-11-20');
    const files = filesOf(report, { previous: [], baseUrl: BASE, now: NOW });
    expect(Object.keys(files)).toEqual([
      'arxiv_cv_report_2026-11-20.md',
      '2026-11-20.json',
      'index.json',
      'index.html',
      'feed.xml',
    ]);
    const markdown = files['arxiv_cv_report_2026-11-20.md'] ?? '';
    const json = files['2026-11-20.json'] ?? '';
    expect(markdown).toBe(formatReport(report));
    expect(json).toBe(`${JSON.stringify(parseReport(markdown))}\n`);
    expect(readInput(json)).toEqual({ report, skipped: [] });
  });

  test('lists the days, newest first, a day that is published again once', () => {
    const { 'index.json': index = '' } = publishDays(['2026-11-19', '2026-11-20', '2026-11-18', '2026-11-19']);
    expect(readIndex(index)).toMatchObject([
      { date: '2026-11-20', title: 'Arxiv Computer Vision Papers - 2026-11-20', papers: 1, analyses: 0 },
      { date: '2026-11-19' },
      { date: '2026-11-18' },
    ]);
    expect(index.trim().split('\n')).toHaveLength(5);
  });

  test('gives the size of the JSON in bytes', () => {
    const files = filesOf(reportOf('2026-11-20', '一盏灯'), { previous: [], baseUrl: null, now: NOW });
    const [day] = readIndex(files['index.json'] ?? '');
    expect(day?.bytes).toBe(Buffer.byteLength(files['2026-11-20.json'] ?? ''));
  });

  test('gives the same bytes when the same report is published again, at whatever time', () => {
    const first = publishDays(['2026-11-19', '2026-11-20']);
    const previous = readIndex(first['index.json'] ?? '');
    expect(filesOf(reportOf('2026-11-20'), { previous, baseUrl: BASE, now: NOW + 1e9 })).toEqual(first);
  });

  test('says when a day has changed', () => {
    const first = publishDays(['2026-11-19', '2026-11-20']);
    const previous = readIndex(first['index.json'] ?? '');
    const files = filesOf(reportOf('2026-11-19', 'Another'), { previous, baseUrl: BASE, now: NOW });
    expect(readIndex(files['index.json'] ?? '').map(({ updated }) => updated)).toEqual([Date.parse('2026-11-20'), NOW]);
    expect(textOf(readAtom(files['feed.xml'] ?? ''), 'updated')).toEqual(['2026-11-20T03:04:05Z']);
  });

  test('keeps in the feed the days of a month, with their overviews', () => {
    const dates = Array.from({ length: 40 }, (_, at) =>
      new Date(Date.UTC(2026, 9, 12 + at)).toISOString().slice(0, 10),
    );
    const files = publishDays(dates);
    const entries = children(readAtom(files['feed.xml'] ?? ''), 'entry');
    expect(entries).toHaveLength(30);
    const [newest] = entries;
    expect(newest && textOf(newest, 'summary')[0]).toMatch(
      /^自动统计（未用模型）\n\n今日概况\n\n2026-11-20 共公告 1 篇/,
    );
    expect(newest && textOf(newest, 'id')).toEqual([`${BASE}2026-11-20.json`]);
    expect(readIndex(files['index.json'] ?? '').filter(({ overview }) => overview !== null)).toHaveLength(30);
    expect(files['index.html']?.match(/<li>/g)).toHaveLength(40);
  });

  test.each([
    ['https://rooms.example/daily', BASE],
    ['https://rooms.example/daily//?x#y', BASE],
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000/'],
  ])('takes %s for the folder %s', (baseUrl, base) => {
    const files = filesOf(reportOf('2026-11-20'), { previous: [], baseUrl, now: NOW });
    expect(files['feed.xml']).toContain(`href="${base}feed.xml"`);
    expect(files['index.html']).toContain(`<code>${base}{date}.json</code>`);
  });

  test.each(['', 'rooms', 'ftp://rooms.example/', 'javascript:alert(1)', 'https://user:word@rooms.example/'])(
    'refuses the base %j',
    (baseUrl) => {
      const publish = () => publishFiles(reportOf('2026-11-20'), { previous: [], baseUrl, now: NOW });
      expect(publish).toThrow(expect.objectContaining({ code: 'feed-address' }));
    },
  );

  test('refuses a report without a day', () => {
    const report = { ...reportOf('2026-11-20'), date: null };
    expect(() => publishFiles(report, { previous: [], baseUrl: null, now: NOW })).toThrow(
      expect.objectContaining({ code: 'bad-record' }),
    );
  });

  test('is valid without a base, with relative links', () => {
    const files = publishDays(['2026-11-19', '2026-11-20'], null);
    readAtom(files['feed.xml'] ?? '');
    expect(files['feed.xml']).toContain('<link rel="self" type="application/atom+xml" href="feed.xml"/>');
    expect(files['index.html']).not.toContain('{date}');
  });

  const hostile = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      ']]>',
      '&amp;&',
      '"\' onload="x',
      '\u0000\u0008\u001F',
      '\uD800',
      '\uFFFE',
      '\u202E',
      '<!--',
    ),
    fc.string({ unit: 'binary' }),
  );

  test('comes out whole and escaped, whatever the texts hold', () => {
    const script = fc.array(hostile, { maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(script, script, fc.boolean(), (title, abstract, hasBase) => {
        const chosen = [announced({ title, abstract, comments: `CVPR 2027 ${title}` })];
        const parts = {
          date: '2026-11-20',
          categories: ['cs.CV'],
          announced: chosen,
          chosen,
          rest: [],
          keywords: [title],
        };
        const report = toDailyReport({ ...parts, title, papers: chosen.map(toPaper), overview: autoOverview(parts) });
        const files = filesOf(report, { previous: [], baseUrl: hasBase ? BASE : null, now: NOW });
        readAtom(files['feed.xml'] ?? '');
        const page = files['index.html'] ?? '';
        expect(page).not.toMatch(/<script|<[^>]*\son\w+=/i);
        // oxlint-disable-next-line no-control-regex -- these are what may not come through
        expect(page + (files['feed.xml'] ?? '')).not.toMatch(/[\u0000-\u0008\u000E-\u001F\u202E]/);
        expect(readIndex(files['index.json'] ?? '')).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the index', () => {
  test('of no days reads as it is written', () => expect(readIndex(formatIndex([]))).toEqual([]));

  test.each([
    ['', 'bad-json'],
    ['{"days":[', 'bad-json'],
    ['[]', 'bad-record'],
    ['{"days":[{"date":"2026-02-30"}]}', 'bad-record'],
  ])('that is %j is refused', (text, code) => {
    expect(() => readIndex(text)).toThrow(expect.objectContaining({ code }));
  });
});
