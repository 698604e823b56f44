import { describe, expect, test } from 'vitest';
import { formatRoute, type OwnSource, parseRoute, type Route, SAVED } from '@/core/library/routes';

const saved = (tag: string | null, paperId: string | null): Route => ({
  kind: 'list',
  source: { kind: 'saved', tag },
  paperId,
});
const report = (date: string | null, paperId: string | null, reportId: string | null = null): Route => ({
  kind: 'list',
  source: { kind: 'report', date, reportId },
  paperId,
});

const own = (source: OwnSource, paperId: string | null = null): Route => ({ kind: 'list', source, paperId });
const written = (paperId: string | null): Route => ({ kind: 'list', source: { kind: 'written' }, paperId });

describe('parseRoute', () => {
  test.each<[string, Route]>([
    ['', SAVED],
    ['#', SAVED],
    ['#/', SAVED],
    ['#/paper/2512.23705', saved(null, '2512.23705')],
    ['#/paper/math/0309136', saved(null, 'math/0309136')],
    ['#/paper/math%2F0309136', saved(null, 'math/0309136')],
    ['#/tag/%E4%B8%89%E7%BB%B4', saved('三维', null)],
    ['#/tag/a%2Fb/paper/math/0309136', saved('a/b', 'math/0309136')],
    ['#/report/2025-12-30', report('2025-12-30', null)],
    ['#/report/2025-12-30/paper/2512.23705', report('2025-12-30', '2512.23705')],
    ['#/report/2025-12-30?report=2025-12-30%7CA', report('2025-12-30', null, '2025-12-30|A')],
    ['#/report/undated', report(null, null)],
    ['#/report/', { kind: 'reports' }],
    ['#/written', written(null)],
    ['#/all', own({ kind: 'all' })],
    ['#/all/paper/math/0309136', own({ kind: 'all' }, 'math/0309136')],
    ['#/to-read', own({ kind: 'status', status: 'to-read' })],
    ['#/reading/paper/2512.23705', own({ kind: 'status', status: 'reading' }, '2512.23705')],
    ['#/read', own({ kind: 'status', status: 'read' })],
    ['#/dismissed', own({ kind: 'dismissed' })],
    ['#/author/Kaiming%20He', own({ kind: 'author', name: 'Kaiming He' })],
    ['#/author/A%2FB/paper/math/0309136', own({ kind: 'author', name: 'A/B' }, 'math/0309136')],
    ['#/author/', { kind: 'authors' }],
    ['#/authors', { kind: 'authors' }],
    ['#/written/paper/math/0309136', written('math/0309136')],
    ['#/print/2025-12-30', { kind: 'print', date: '2025-12-30', reportId: null }],
    ['#/print/undated?report=0000-00-00%7CA', { kind: 'print', date: null, reportId: '0000-00-00|A' }],
    ['#/print', { kind: 'reports' }],
    ['#/reports', { kind: 'reports' }],
    ['#/import', { kind: 'import' }],
    ['#/catch-up', { kind: 'catch-up' }],
    ['#/feeds', { kind: 'feeds' }],
    ['#/feeds/', { kind: 'feeds' }],
    ['#/feeds/a%2Fb', { kind: 'feed', id: 'a/b' }],
  ])('reads %s', (hash, route) => expect(parseRoute(hash)).toEqual(route));

  test.each([
    '#/papers',
    '#/unread',
    '#/to-reading',
    '#/status/read',
    '#/feed',
    '#/about',
    '#/nothing',
    '#/toString',
    '#/%',
  ])('knows no place %s', (hash) => expect(parseRoute(hash)).toEqual({ kind: 'unknown' }));
});

describe('formatRoute', () => {
  test.each<Route>([
    SAVED,
    written(null),
    written('math/0309136'),
    own({ kind: 'all' }),
    own({ kind: 'all' }, 'math/0309136'),
    own({ kind: 'status', status: 'to-read' }, '2512.23705'),
    own({ kind: 'status', status: 'reading' }),
    own({ kind: 'status', status: 'read' }),
    own({ kind: 'dismissed' }),
    own({ kind: 'author', name: 'Łukasz O’Brien / 何?#%' }),
    own({ kind: 'author', name: 'Ann' }, 'math/0309136'),
    { kind: 'authors' },
    saved(null, 'math/0309136'),
    saved('a/b?c#d%', null),
    saved('三维', '2512.23705'),
    report('2025-12-30', null),
    report('2025-12-30', '2512.23705', '2025-12-30|Report & more?'),
    report(null, 'math/0309136', '|x'),
    { kind: 'print', date: '2025-12-30', reportId: '2025-12-30|Report & more?' },
    { kind: 'print', date: null, reportId: null },
    { kind: 'reports' },
    { kind: 'import' },
    { kind: 'feeds' },
    { kind: 'feed', id: 'a/b?c#d%' },
  ])('gives a fragment that reads back: %j', (route) => expect(parseRoute(formatRoute(route))).toEqual(route));
});
