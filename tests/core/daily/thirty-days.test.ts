import { beforeAll, describe, expect, test } from 'vitest';
import { announcementDaysBetween, announcementKind, feedReadyAt } from '@/core/announcements/calendar';
import { shiftDay, toDay, toMoment } from '@/core/report-day';
import { type ArxivDay, type Fault, apiError, commentOf, papersOf } from '../../arxiv-days';
import { type Request, type Simulation, simulate } from './simulation';

const HOUR = 3_600_000;
const query = { categories: ['cs.RO', 'cs.CV'], crossLists: true };

const first = (path: 'rss' | 'list' | 'api', fault: Fault, times = 1): ArxivDay => ({
  faults: (request) => (request.path === path && request.count < times ? fault : null),
});
const until = (moment: number, fault: Fault): ArxivDay => ({ faults: ({ now }) => (now < moment ? fault : null) });
const always = (path: 'rss' | 'list' | 'api', fault: Fault) => first(path, fault, Infinity);

/** The day in New York on which arXiv was asked: what it has changes at midnight there. */
function arxivDayOf(at: number): string {
  const day = toDay(at);
  return feedReadyAt(day) <= at ? day : shiftDay(day, -1);
}

function gaps(requests: readonly Request[]): number[] {
  return requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? NaN));
}

const isPage = ({ url }: Request) => url.startsWith('/list/');

/** What holds whatever arXiv does. */
function politeness(run: () => Simulation): void {
  test('never asks twice within an interval: 3 s, and 15 s between pages', () => {
    const { requests } = run();
    expect(Math.min(...gaps(requests))).toBeGreaterThanOrEqual(3_000);
    expect(Math.min(...gaps(requests.filter(isPage)), Infinity)).toBeGreaterThanOrEqual(15_000);
  });

  test('never asks again what was answered that day, and the rest hourly at most', () => {
    const queries = new Map<string, Request[]>();
    for (const request of run().requests) {
      const key = `${arxivDayOf(request.at)} ${request.url}`;
      queries.set(key, [...(queries.get(key) ?? []), request]);
    }
    for (const [key, requests] of queries) {
      expect(Math.min(...gaps(requests), Infinity), key).toBeGreaterThanOrEqual(HOUR);
      expect(
        requests.slice(0, -1).filter(({ isGood }) => isGood),
        key,
      ).toEqual([]);
    }
  });

  test('asks nothing on days without announcement', () => {
    const { requests } = run();
    expect(requests.filter(({ at }) => /weekend|holiday/.test(announcementKind(toDay(at))))).toEqual([]);
  });

  test('was stopped often enough for this to mean something', () => expect(run().kills).toBeGreaterThan(5));
}

describe('thirty days of winter at half past one', () => {
  const arxiv = new Map<string, ArxivDay>([
    ['2026-12-04', { lateHours: 2 }],
    ['2026-12-07', first('rss', { status: 429, headers: { 'retry-after': '7200' }, body: 'no' })],
    ['2026-12-08', first('api', { status: 403, body: 'no' })],
    ['2026-12-09', until(toMoment('2026-12-09', 16 * 60), { dead: true })],
    ['2026-12-10', first('api', apiError)],
    ['2026-12-11', first('rss', { cut: 5_000 })],
    ['2026-12-14', until(feedReadyAt('2026-12-15'), { dead: true })],
    ['2026-12-15', always('api', apiError)],
    ['2026-12-16', { lateHours: 30 }],
    ['2026-12-17', first('rss', { status: 503, body: 'down' }, 2)],
    ['2026-12-18', first('rss', { body: 'Rate exceeded.' })],
    [
      '2026-12-21',
      { faults: ({ path, count }) => (path === 'api' && count === 1 ? { status: 429, body: 'no' } : null) },
    ],
    ['2026-12-22', first('api', { cut: 9_000 })],
    ['2026-12-23', first('rss', { status: 404, body: 'no such feed' })],
  ]);
  let run: Simulation;
  beforeAll(async () => {
    run = await simulate({ firstDay: '2026-12-03', days: 30, readerMinutes: 13 * 60 + 30, query, arxiv, seed: 7 });
  }, 120_000);

  politeness(() => run);

  const announced = announcementDaysBetween('2026-12-02', '2027-01-01');
  const lost = ['2026-12-14', '2026-12-15', '2026-12-16'];

  test('tries every day of announcement and no other', () => {
    expect(announced).toHaveLength(19);
    expect([...run.endings.keys()]).toEqual(announced);
  });

  test.each(announced.filter((date) => !lost.includes(date)))('has %s in the end, whole', (date) => {
    const wanted = papersOf(date).filter(({ type }) => type !== 'replace');
    const ending = run.endings.get(date);
    expect(ending).toMatchObject({ kind: 'announced', date, from: 'rss', missing: [] });
    if (ending?.kind !== 'announced') return;
    expect(ending.papers.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    for (const { id, announced: type, comments, published, version } of ending.papers) {
      expect(type).toBe(wanted.find((paper) => paper.id === id)?.type);
      expect({ comments, published, version }).toEqual({
        comments: commentOf(id),
        published: shiftDay(date, -2),
        version: 1,
      });
    }
  });

  test('tells why of the days that were not to be had', () => {
    expect(run.endings.get('2026-12-14')).toEqual({ kind: 'failed', code: 'arxiv-offline' });
    expect(run.endings.get('2026-12-16')).toMatchObject({ kind: 'not-yet' });
    const withoutRecords = run.endings.get('2026-12-15');
    expect(withoutRecords).toMatchObject({ kind: 'announced', from: 'rss' });
    if (withoutRecords?.kind !== 'announced') return;
    expect(withoutRecords.missing).toHaveLength(120);
    expect(withoutRecords.papers[0]).toMatchObject({ abstract: expect.stringContaining('About'), published: null });
  });

  test('asks a late feed again with its ETag', () => {
    const ofDay = run.requests.filter(({ at, url }) => toDay(at) === '2026-12-04' && url.startsWith('/rss/'));
    expect(ofDay.map(({ status, etag }) => [status, etag !== null])).toEqual([
      [200, false],
      [304, true],
      [200, true],
    ]);
  });

  test('rests as long as it was told to', () => {
    const ofDay = run.requests.filter(({ at }) => toDay(at) === '2026-12-07');
    expect(gaps(ofDay)[0]).toBeGreaterThanOrEqual(2 * HOUR);
  });

  test('takes three requests for an ordinary day', () => {
    expect(run.requests.filter(({ at }) => toDay(at) === '2026-12-03').map(({ url }) => url.slice(0, 14))).toEqual([
      '/rss/cs.CV+cs.',
      '/api/query?id_',
      '/api/query?id_',
    ]);
  });
});

describe('thirty days around the beginning of summer time, in the morning', () => {
  const arxiv = new Map<string, ArxivDay>([
    ['2026-03-03', { lateHours: 1 }],
    ['2026-03-04', first('list', { status: 429, body: 'no' })],
    ['2026-03-05', first('list', { body: '<html>down for maintenance</html>' }, 2)],
    ['2026-03-10', { lateHours: 3.5 }],
    ['2026-03-11', first('list', { dead: true })],
    ['2026-03-12', first('list', { cut: 2_000 })],
  ]);
  let run: Simulation;
  beforeAll(async () => {
    run = await simulate({
      firstDay: '2026-03-02',
      days: 30,
      readerMinutes: 8 * 60,
      query: { ...query, crossLists: false },
      arxiv,
      seed: 3,
    });
  }, 120_000);

  politeness(() => run);

  const announced = announcementDaysBetween('2026-03-01', '2026-03-31');
  test.each(announced)('has the new papers of %s in the end', (date) => {
    const ending = run.endings.get(date);
    if (ending?.kind !== 'announced') throw new Error(JSON.stringify(ending));
    const wanted = papersOf(date).filter(({ type }) => type === 'new');
    expect(ending.papers.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    for (const { id, comments, announced: type } of ending.papers) {
      expect([comments, type]).toEqual([commentOf(id), 'new']);
    }
  });

  test('takes the lists of most days, two requests each, once they have changed', () => {
    const fromLists = [...run.endings.values()].filter(
      (ending) => ending.kind === 'announced' && ending.from === 'list',
    );
    expect(fromLists.length).toBeGreaterThan(announced.length - 4);
    const ofDay = run.requests.filter(({ at }) => toDay(at) === '2026-03-02');
    expect(ofDay.map(({ url }) => url)).toEqual(['/list/cs.RO/new', '/list/cs.CV/new']);
  });
});
