// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { Byline } from '@/components/library/byline';
import type { PaperRecord } from '@/core/library/records';
import { samplePaper } from '../../library-samples';
import { words } from './samples';

afterEach(cleanup);

const show = (changes: Partial<PaperRecord>) =>
  render(<Byline paper={{ ...samplePaper(), ...changes }} words={words} />).container;
const all = () => screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '');
const links = () => all().filter((href) => !href.startsWith('#/author/'));

describe('Byline', () => {
  test('folds two hundred authors to a line, and opens them', () => {
    const authors = Array.from({ length: 200 }, (_, index) => `Author ${index + 1}`);
    const place = show({ authors });
    expect(place.textContent).toContain('Author 8');
    expect(place.textContent).not.toContain('Author 9');
    fireEvent.click(screen.getByRole('button', { name: '全部 200 位作者' }));
    expect(place.textContent).toContain('Author 200');
    expect(screen.getByRole('button', { name: '收起作者' }).getAttribute('aria-expanded')).toBe('true');
  });

  test('leads from each author to all of their papers', () => {
    show({ authors: ['Łukasz Kaiser', 'A/B'] });
    expect(all().slice(0, 2)).toEqual(['#/author/%C5%81ukasz%20Kaiser', '#/author/A%2FB']);
  });

  test('does not fold ten authors', () => {
    show({ authors: Array.from({ length: 10 }, (_, index) => `Author ${index}`) });
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('leads to the paper at arXiv, and to other addresses of the report once', () => {
    show({
      id: '1706.03762',
      version: 5,
      links: [
        { label: 'PDF', url: 'https://arxiv.org/pdf/1706.03762v5' },
        { label: 'arXiv', url: 'http://arxiv.org/abs/1706.03762' },
        { label: 'Code', url: 'https://example.org/code' },
      ],
    });
    expect(links()).toEqual([
      'https://arxiv.org/abs/1706.03762',
      'https://arxiv.org/pdf/1706.03762',
      'https://arxiv.org/html/1706.03762',
      'https://example.org/code',
    ]);
    for (const link of screen.getAllByRole('link').filter((one) => one.hasAttribute('rel')))
      expect(link.getAttribute('rel')).toContain('noopener');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'file:///etc/passwd', 'https://a@b.example'])(
    'makes no link of %s',
    (url) => {
      show({ links: [{ label: 'x', url }] });
      expect(links()).toHaveLength(3);
    },
  );

  test('shows what the paper’s own page says', () => {
    const place = show({ comments: '12 pages', journalRef: 'NeurIPS 2017', doi: '10.1000/x y' });
    expect(place.textContent).toContain('12 pages');
    expect(place.textContent).toContain('NeurIPS 2017');
    expect(links()).toContain('https://doi.org/10.1000/x%20y');
  });
});
