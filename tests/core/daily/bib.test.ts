import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BibEntry, parseBib } from '@/core/daily/bib';

describe('an imported .bib', () => {
  test.each<[string, Partial<BibEntry>]>([
    ['@article{a, title={A robot}}', { title: 'A robot' }],
    ['@ARTICLE(a, TITLE = "A robot", year = 2026)', { title: 'A robot' }],
    ['@misc{a, title = {{SLAM} in \\emph{the} {W}ild}}', { title: 'SLAM in the Wild' }],
    ['@misc{a, title = "A {"}quoted{"} robot"}', { title: 'A "quoted" robot' }],
    ['@misc{a,\n title = {A\n   robot},\n}', { title: 'A robot' }],
    ['@misc{a, booktitle = {Proceedings}, title = {A robot}}', { title: 'A robot' }],
    [
      '@misc{a, title = {A \\& B}, author = {Roe, Ana and Bo Li and others}}',
      { title: 'A & B', authors: ['Ana Roe', 'Bo Li'] },
    ],
    [
      '@misc{a, title = {T}, author = {Sch{\\"o}lkopf, Bernhard and {OpenAI}}}',
      { title: 'T', authors: ['Bernhard Schölkopf', 'OpenAI'] },
    ],
    ['@misc{a, title = {T}, author = {Ana\n and\tBo Li}}', { title: 'T', authors: ['Ana', 'Bo Li'] }],
    [
      '@misc{a, title = {T}, abstract = {About T = 3, mail a@b.org}}',
      { title: 'T', abstract: 'About T = 3, mail a@b.org' },
    ],
    ['@misc{a, title = "The Erd\\H{o}s and G\\"odel robot"}', { title: 'The Erdős and Gödel robot' }],
    ['@misc{untitled, author = {Ana Roe}}\n@misc{a, title = {T}}', { title: 'T' }],
    ['% notes\n@comment{x, title = {No}} @misc{a, title = {T}}', { title: 'T' }],
    ['@misc{broken, title = {never closed\n@misc{a, title = {T}}', { title: 'T' }],
  ])('%j', (text, entry) => expect(parseBib(text)).toEqual([{ authors: [], abstract: '', ...entry }]));

  test.each([
    '',
    'title = {A robot}',
    '@misc{a, author = {Ana Roe}}',
    '@misc{a, title = {}}',
    '@string{t = {A robot}}',
    '@comment{title = {A robot}}',
    '@preamble{"title"}',
    '@misc{a, title = {never closed',
    'mail@article{a, title = {T}}',
  ])('has no entry: %j', (text) => expect(parseBib(text)).toEqual([]));

  test('never throws, whatever is in it', () => {
    const pieces = fc.constantFrom('@misc{', 'title', '=', '{', '}', '"', '\\', ',', 'a', ' and ', '\n', '$');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        expect(Array.isArray(parseBib(parts.join('')))).toBe(true);
      }),
    );
  });
});
