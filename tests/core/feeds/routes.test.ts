import { describe, expect, test } from 'vitest';
import type { RouteKind } from '@/core/feeds/feed';
import { addressesOf, addressesOfRoute, defaultRoutes, hostsOf, routeName } from '@/core/feeds/routes';
import { feedOf, PLACE } from './feeds';

const DAY = '2026-06-25';
const on = (...kinds: RouteKind[]) => kinds.map((kind) => ({ kind, on: true }));

describe('the routes to a day’s file', () => {
  const place = {
    ...PLACE,
    branches: ['master', 'main'],
    path: '日报/a b/{date}.md',
    pages: 'https://s.github.io/{date}.md',
  };
  const feed = feedOf({
    github: place,
    prefix: 'https://proxy.example/',
    template: 'https://lab.example.org/{yyyymmdd}.md',
  });
  const path = `${encodeURIComponent('日报')}/a%20b/2026-06-25.md`;

  test.each<[RouteKind, string[]]>([
    ['raw', ['master', 'main'].map((branch) => `https://raw.githubusercontent.com/someone/daily/${branch}/${path}`)],
    [
      'api',
      ['master', 'main'].map((branch) => `https://api.github.com/repos/someone/daily/contents/${path}?ref=${branch}`),
    ],
    ['pages', ['https://s.github.io/2026-06-25.md']],
    ['jsdelivr', ['master', 'main'].map((branch) => `https://cdn.jsdelivr.net/gh/someone/daily@${branch}/${path}`)],
    [
      'prefix',
      ['master', 'main'].map(
        (branch) => `https://proxy.example/https://raw.githubusercontent.com/someone/daily/${branch}/${path}`,
      ),
    ],
    ['own', ['https://lab.example.org/20260625.md']],
  ])('lead by %s to the right addresses', (kind, urls) => {
    expect(addressesOfRoute(feed, kind, DAY).map(({ url }) => url)).toEqual(urls);
  });

  test.each<[RouteKind, Parameters<typeof feedOf>[0]]>([
    ['pages', {}],
    ['prefix', {}],
    ['own', {}],
    ['raw', { github: null }],
    ['jsdelivr', { github: null }],
    ['own', { template: 'nothing {date}' }],
  ])('lead nowhere by %s when the feed has no such place', (kind, changes) => {
    expect(addressesOfRoute(feedOf(changes), kind, DAY)).toEqual([]);
  });

  test('are asked in the reader’s order, those that are off not at all', () => {
    const routes = [...on('jsdelivr', 'own'), { kind: 'api' as const, on: false }, ...on('raw')];
    expect(addressesOf({ ...feed, routes }, DAY).map(({ kind, host }) => `${kind} ${host}`)).toEqual([
      'jsdelivr cdn.jsdelivr.net',
      'jsdelivr cdn.jsdelivr.net',
      'own lab.example.org',
      'raw raw.githubusercontent.com',
      'raw raw.githubusercontent.com',
    ]);
    expect(hostsOf({ ...feed, routes })).toEqual([
      'https://cdn.jsdelivr.net',
      'https://lab.example.org',
      'https://raw.githubusercontent.com',
    ]);
  });

  test('ask GitHub’s API for the file itself, and no other host for anything special', () => {
    const headers = addressesOf({ ...feed, routes: on('raw', 'api', 'own') }, DAY).map(
      (address) => address.headers?.['accept'],
    );
    expect(headers).toEqual([
      undefined,
      undefined,
      'application/vnd.github.raw+json',
      'application/vnd.github.raw+json',
      undefined,
    ]);
  });

  test('begin with one host alone', () => {
    expect(defaultRoutes(null)).toEqual(on('own'));
    expect(hostsOf(feedOf())).toEqual(['https://raw.githubusercontent.com']);
    expect(defaultRoutes(PLACE).map(({ kind }) => kind)).not.toContain('pages');
    expect(defaultRoutes(place).map(({ kind }) => kind)).toEqual(['raw', 'api', 'pages', 'jsdelivr', 'prefix']);
  });

  test('have names', () => {
    expect(routeName('raw', 'zh')).toBe('GitHub 原始文件');
    expect(routeName('prefix', 'en')).toBe('Own prefix');
  });
});
