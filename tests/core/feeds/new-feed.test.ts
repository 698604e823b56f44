import { describe, expect, test } from 'vitest';
import { type CheckedTemplate, checkTemplate } from '@/core/feeds/address';
import type { Feed } from '@/core/feeds/feed';
import { newFeed, sourceOf, toFeedName, withPrefix, withRoute, withRouteMoved } from '@/core/feeds/new-feed';
import { feedOf } from './feeds';

function check(text: string): CheckedTemplate {
  const checked = checkTemplate(text);
  if ('problem' in checked) throw new Error(checked.problem);
  return checked;
}

const kinds = (feed: Feed) => feed.routes.map(({ kind }) => kind);
const routesOn = (feed: Feed) => feed.routes.flatMap(({ kind, on }) => (on ? kind : []));

const RAW = 'https://raw.githubusercontent.com/Someone/Daily/main/data/2026-06-25.jsonl';

describe('newFeed', () => {
  test('is the same feed whenever it is subscribed to again, by whatever host its file was named', () => {
    const one = newFeed(check(RAW), '');
    expect(newFeed(check('https://github.com/someone/daily/blob/master/data/2026-01-02.jsonl'), 'Other').id).toBe(
      one.id,
    );
  });

  test.each([
    'https://github.com/someone/daily/blob/main/data/2026-06-25.md',
    'https://github.com/someone/daily/blob/main/Data/2026-06-25.jsonl',
    'https://github.com/someone/daily2/blob/main/data/2026-06-25.jsonl',
    'https://reports.example/data/2026-06-25.jsonl',
  ])('is another for %s', (address) => {
    expect(newFeed(check(address), '').id).not.toBe(newFeed(check(RAW), '').id);
    expect(sourceOf(check(address))).not.toBe(sourceOf(check(RAW)));
  });

  test('has the name that was typed, or else that of its place', () => {
    expect(newFeed(check(RAW), '  我的  日报 ').name).toBe('我的 日报');
    expect(newFeed(check(RAW), ' ').name).toBe('Someone/Daily');
    expect(newFeed(check('http://127.0.0.1:8080/{date}.md'), '').name).toBe('127.0.0.1:8080');
  });

  test('is asked from the hour that was typed, or else early', () => {
    expect(newFeed(check(RAW), '', 13 * 60 + 30).usualMinutes).toBe(810);
    expect(newFeed(check(RAW), '').usualMinutes).toBe(480);
  });

  test('asks raw addresses alone, or its own', () => {
    expect(routesOn(newFeed(check(RAW), ''))).toEqual(['raw']);
    expect(routesOn(newFeed(check('https://reports.example/{date}.md'), ''))).toEqual(['own']);
  });
});

test('a name is kept within bounds', () => expect(toFeedName('长'.repeat(1_000))).toHaveLength(200));

test.each([
  ['\u202Eeman\u202C', 'eman'],
  ['nul\0 \uD800', 'nul \uFFFD'],
  ['\u2066\u0007', ''],
  ['<b>名</b>', '<b>名</b>'],
  [`${'x'.repeat(199)}𝒳`, 'x'.repeat(199)],
])('a name turns nothing around it and hides nothing: %j', (typed, name) => expect(toFeedName(typed)).toBe(name));

describe('the routes of a feed', () => {
  test('move one place up or down, and stay at the ends', () => {
    const feed = feedOf();
    expect(kinds(feed)).toEqual(['raw', 'api', 'jsdelivr', 'prefix']);
    expect(kinds(withRouteMoved(feed, 'api', -1))).toEqual(['api', 'raw', 'jsdelivr', 'prefix']);
    expect(kinds(withRouteMoved(feed, 'api', 1))).toEqual(['raw', 'jsdelivr', 'api', 'prefix']);
    expect(kinds(withRouteMoved(feed, 'raw', -1))).toEqual(kinds(feed));
    expect(kinds(withRouteMoved(feed, 'prefix', 1))).toEqual(kinds(feed));
    expect(kinds(withRouteMoved(feed, 'own', 1))).toEqual(kinds(feed));
  });

  test('turn on and off one by one', () => {
    expect(routesOn(withRoute(withRoute(feedOf(), 'api', true), 'raw', false))).toEqual(['api']);
  });

  test('lose the prefix with its text, and keep it on when that is another', () => {
    const feed = withRoute({ ...feedOf(), prefix: 'https://one.example/' }, 'prefix', true);
    const isOn = (prefix: string) => withPrefix(feed, prefix).routes.find(({ kind }) => kind === 'prefix')?.on;
    expect(isOn('')).toBe(false);
    expect(isOn('https://two.example/')).toBe(true);
  });
});
