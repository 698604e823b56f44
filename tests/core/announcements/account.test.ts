import { describe, expect, test } from 'vitest';
import type { AnnouncedDay } from '@/core/announcements/announced-day';
import { accountOf, countOthers, mergeAnnounced, toAnnouncedDay } from '@/core/announcements/account';
import type { AnnounceType } from '@/core/arxiv/announce-type';
import { parseRss, type RssItem } from '@/core/arxiv/rss';
import { AppError } from '@/core/errors';
import { parseReport } from '@/core/report/parse';
import { entry } from '../../components/popup/samples';
import { hasShared, sharedFile } from '../../shared';

const DATE = '2025-12-30';
const item = (id: string, announced: AnnounceType = 'new', categories = ['cs.CV'], version: number | null = 1) => ({
  id,
  version,
  categories,
  announced,
});
const announcedDay = (items: AnnouncedDay['items'], categories = ['cs.CV']): AnnouncedDay => ({
  date: DATE,
  categories,
  fetchedAt: 1,
  items,
});
const idOf = (index: number) => `2512.${String(index).padStart(5, '0')}`;
const dayOf = (...entries: ReturnType<typeof entry>[]) => ({ date: DATE, entries });
const account = (day: ReturnType<typeof dayOf>, announced: AnnouncedDay | null, category = 'cs.CV') =>
  accountOf(day, announced, [category])[0];

const rssItem = (id: string): RssItem => ({
  ...item(id),
  title: 'A Paper',
  authors: [],
  abstract: 'Long.',
  rights: null,
  doi: null,
  journalRef: null,
});

describe('accountOf', () => {
  test('a feed that misses 40 % of what was announced covers 60 %', () => {
    const announced = announcedDay(Array.from({ length: 50 }, (_, index) => item(idOf(index))));
    const entries = Array.from({ length: 30 }, (_, index) => entry({ id: idOf(index) }));
    expect(account(dayOf(...entries), announced)).toEqual({
      category: 'cs.CV',
      announced: 50,
      covered: 30,
      analysed: 30,
      failed: 0,
      share: 0.6,
    });
  });

  test('counts new and cross-listed papers, and none that was replaced', () => {
    const types = ['new', 'cross', 'replace', 'replace-cross', 'absonly'] as const;
    const announced = announcedDay(types.map((type, index) => item(idOf(index), type)));
    const entries = types.map((_, index) => entry({ id: idOf(index) }));
    expect(account(dayOf(...entries), announced)).toMatchObject({ announced: 2, covered: 2, share: 1 });
    expect(countOthers(dayOf(...entries), announced)).toBe(3);
  });

  test('counts a paper of several feeds once, and by the best that any of them has', () => {
    const announced = announcedDay([item(idOf(1)), item(idOf(2)), item(idOf(3)), item(idOf(4))]);
    const day = dayOf(
      entry({ id: idOf(1), basis: null, failed: true }),
      entry({ id: idOf(1) }),
      entry({ id: idOf(2), basis: null, failed: true }),
      entry({ id: idOf(2), basis: null }),
      entry({ id: idOf(3), basis: null }),
    );
    expect(account(day, announced)).toMatchObject({ announced: 4, covered: 3, analysed: 1, failed: 1, share: 0.75 });
    expect(countOthers(day, announced)).toBe(0);
  });

  test('counts a paper in each category that lists it, and in an archive that holds one of them', () => {
    const announced = announcedDay(
      [item(idOf(1), 'new', ['cs.CV', 'stat.ML']), item(idOf(2), 'new', ['cs.RO']), item(idOf(3), 'new', ['math.CO'])],
      ['cs', 'stat.ML'],
    );
    const day = dayOf(entry({ id: idOf(1) }));
    const rows = accountOf(day, announced, ['cs.CV', 'stat.ML', 'cs', 'cs.RO', 'c', 'math.CO']);
    expect(rows.map(({ category, announced: count, covered }) => [category, count, covered])).toEqual([
      ['cs.CV', 1, 1],
      ['stat.ML', 1, 1],
      ['cs', 2, 1],
      ['cs.RO', 1, 0],
      // Not asked for, so not known; the sample's papers are of cs.CV and cs.RO.
      ['c', null, 0],
      ['math.CO', null, 0],
    ]);
  });

  test.each<[string, AnnouncedDay | null]>([
    ['nothing is known', null],
    ['only another day is known', { ...announcedDay([item(idOf(1))]), date: '2025-12-29' }],
    ['only other categories are known', announcedDay([item(idOf(1), 'new', ['cs.CL'])], ['cs.CL'])],
  ])('where %s, counts what the feeds have and says so', (_, announced) => {
    const day = dayOf(entry({ id: idOf(1), categories: ['cs.CV'] }), entry({ id: idOf(2), categories: ['cs.RO'] }));
    expect(account(day, announced)).toMatchObject({ announced: null, covered: 1, analysed: 1, share: null });
    expect(countOthers(day, announced)).toBe(0);
  });

  test('counts older papers apart, but none of a category that was not asked for', () => {
    const announced = announcedDay([item(idOf(1))]);
    const day = dayOf(
      entry({ id: idOf(1) }),
      entry({ id: '2406.00001', categories: ['cs.CV'] }),
      entry({ id: '2406.00001', categories: ['cs.CV'] }),
      entry({ id: '2406.00002', categories: [] }),
      entry({ id: '2406.00003', categories: ['math.CO'] }),
    );
    expect(account(day, announced)).toMatchObject({ announced: 1, covered: 1 });
    expect(countOthers(day, announced)).toBe(2);
  });

  test('has no share of nothing', () =>
    expect(account(dayOf(), announcedDay([]))).toMatchObject({ announced: 0, covered: 0, share: null }));
});

test('toAnnouncedDay keeps of a feed what the account needs', () =>
  expect(toAnnouncedDay(DATE, [rssItem(idOf(0))], ['cs.CV'], 7)).toEqual({
    date: DATE,
    categories: ['cs.CV'],
    fetchedAt: 7,
    items: [item(idOf(0))],
  }));

describe('mergeAnnounced', () => {
  const vision = announcedDay([item(idOf(1), 'new', ['cs.CV', 'cs.RO']), item(idOf(2), 'replace', ['cs.CV'], 2)]);
  const robots = {
    ...announcedDay([item(idOf(1), 'cross', ['cs.CV', 'cs.RO']), item(idOf(2), 'cross', ['cs.CV', 'cs.RO'], null)]),
    categories: ['cs.RO'],
    fetchedAt: 9,
  };

  test.each([
    ['one way', vision, robots],
    ['the other way', robots, vision],
  ])('knows both categories, and a paper by the news of it: %s', (_, one, other) => {
    const merged = mergeAnnounced(one, other);
    expect(merged).toMatchObject({ date: DATE, fetchedAt: 9 });
    expect(merged.categories.toSorted()).toEqual(['cs.CV', 'cs.RO']);
    expect(merged.items).toEqual([
      item(idOf(1), 'new', ['cs.CV', 'cs.RO']),
      item(idOf(2), 'cross', ['cs.CV', 'cs.RO'], 2),
    ]);
    expect(account(dayOf(), merged, 'cs.RO')).toMatchObject({ announced: 2 });
  });

  test('changes neither', () => {
    const before = structuredClone([vision, robots]);
    mergeAnnounced(vision, robots);
    expect([vision, robots]).toEqual(before);
  });

  test('refuses two days', () =>
    expect(() => mergeAnnounced(vision, { ...robots, date: '2025-12-29' })).toThrow(AppError));
});

test.runIf(hasShared)(
  'a real feed and the report of its day: ten of its papers, one of them of another category',
  () => {
    const categories = ['cs.CV'];
    const feed = parseRss(sharedFile('pages/rss/cs.CV.xml'));
    const announced = toAnnouncedDay(feed.date ?? '', feed.items, categories, 0);
    const { report } = parseReport(sharedFile('reports/arxiv_cv_report_2025-12-30.md'));
    const entries = report.papers.map((paper) =>
      entry({
        id: paper.id,
        categories: paper.categories,
        basis: paper.analysis?.basis ?? null,
        failed: paper.failure !== null,
      }),
    );
    expect(announced.date).toBe(report.date);
    const day = { date: report.date ?? '', entries };
    const [row] = accountOf(day, announced, categories);
    const sidecar: { items: { id: string; type: string; categories: string[] }[] } = JSON.parse(
      sharedFile('pages/rss/cs.CV.json'),
    );
    const news = sidecar.items.filter(({ type }) => type === 'new' || type === 'cross').map(({ id }) => id);
    const covered = report.papers.filter(({ id }) => news.includes(id));
    expect(covered.length).toBeGreaterThan(0);
    expect(row).toMatchObject({ announced: news.length, covered: covered.length, share: covered.length / news.length });
    expect(row?.analysed).toBe(covered.filter(({ analysis }) => analysis).length);
    // The report's other paper is of cs.RO alone, of which nothing was asked.
    expect(covered).toHaveLength(report.papers.length - 1);
    expect(countOthers(day, announced)).toBe(0);
    expect(accountOf(day, announced, ['cs.RO'])[0]?.announced).toBeNull();
  },
);
