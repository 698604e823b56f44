import { describe, expect, test } from 'vitest';
import { isListUrl } from '@/core/arxiv/list-url';

describe('isListUrl', () => {
  test.each([
    'https://arxiv.org/list/cs.CV/new',
    'https://arxiv.org/list/cs.CV/recent?skip=0&show=2000',
    'https://www.arxiv.org/list/math/2512',
    'https://export.arxiv.org/list/cs/pastweek#item3',
    'https://arxiv.org/catchup/cs.CV/2025-12-30',
    'https://arxiv.org/a/lee_z_1',
    'https://arxiv.org/search/?query=video&searchtype=all',
    'https://arxiv.org/search?query=video',
    'https://arxiv.org/search/cs?searchtype=author&query=Chi,+C',
    'http://arxiv.org:8080/list/cs.CV/new',
  ])('finds a list at %s', (url) => expect(isListUrl(url)).toBe(true));

  test.each([
    'https://arxiv.org/abs/2512.23705',
    'https://arxiv.org/pdf/2512.23705',
    'https://arxiv.org/html/2512.23705v1',
    'https://arxiv.org/',
    'https://arxiv.org/list',
    'https://arxiv.org/list/',
    'https://arxiv.org/about/list/x',
    'https://arxiv.org/archive/cs',
    'https://arxiv.org/searching',
    'https://rss.arxiv.org/list/cs.CV/new',
    'https://arxiv.org.example.org/list/cs.CV/new',
    'https://example.org/?https://arxiv.org/list/cs.CV/new',
    'chrome-extension://ours/list/cs.CV/new',
    'list/cs.CV/new',
    '',
  ])('finds none at %j', (url) => expect(isListUrl(url)).toBe(false));
});
