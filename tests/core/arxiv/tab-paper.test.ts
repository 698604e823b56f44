import { describe, expect, test } from 'vitest';
import { findTabPaper } from '@/core/arxiv/tab-paper';

describe('findTabPaper', () => {
  test.each([
    ['an abstract page', 'https://arxiv.org/abs/2512.23705', '[2512.23705] A Title', null, 'A Title'],
    ['a PDF', 'https://arxiv.org/pdf/2512.23705v2', '2512.23705v2.pdf', 2, ''],
    ['a PDF named by its id', 'https://arxiv.org/pdf/2512.23705', 'arxiv.org/pdf/2512.23705', null, ''],
    ['a PDF with a title of its own', 'https://arxiv.org/pdf/2512.23705v1', 'A Title', 1, 'A Title'],
    ['an HTML page', 'https://arxiv.org/html/2512.23705v1', 'A Title', 1, 'A Title'],
  ])('finds the paper of %s', (_, url, title, version, shown) =>
    expect(findTabPaper(url, title)).toEqual({ base: '2512.23705', version, title: shown }),
  );

  test.each([
    ['an address that is not told', '', '[2512.23705] A Title'],
    ['a listing', 'https://arxiv.org/list/cs.CV/new', 'Computer Vision'],
    ['another site', 'https://example.org/', '2512.23705'],
  ])('finds none in %s', (_, url, title) => expect(findTabPaper(url, title)).toBeNull());
});
