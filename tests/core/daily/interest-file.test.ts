import { describe, expect, test } from 'vitest';
import { readInterestFile } from '@/core/daily/interest-file';
import { interestsOf } from './papers';

describe('a file for the editor of interests', () => {
  test.each([
    ['library.bib', '% empty'],
    ['Library.BibTeX', ''],
    ['export.txt', '\n  @article{a,\n title = {World Models}}'],
  ])('is a bibliography: %s', (name, text) => expect(readInterestFile(name, text)).toEqual({ kind: 'bib', text }));

  test.each([
    ['words.txt', '+ GAN\n@ Ana Roe', interestsOf({ primary: ['GAN'], authors: ['Ana Roe'] })],
    ['words.txt', '@article writers', interestsOf({ authors: ['article writers'] })],
    ['words.json', '{"primary": ["GAN"]}', interestsOf({ primary: ['GAN'] })],
    ['a.bib.txt', 'SLAM', interestsOf({ secondary: ['SLAM'] })],
  ])('has words: %s, %j', (name, text, interests) =>
    expect(readInterestFile(name, text)).toEqual({ kind: 'interests', interests }),
  );

  test.each([
    ['nothing', 'words.txt', '# only\n\n', { kind: 'none' }],
    ['a book', 'book.txt', 'word '.repeat(50_000), { kind: 'large' }],
    [
      'a list of all words',
      'all.txt',
      Array.from({ length: 1_001 }, (_, at) => `w${at}`).join('\n'),
      { kind: 'many', count: 1_001 },
    ],
  ])('may be %s', (_, name, text, expected) => expect(readInterestFile(name, text)).toEqual(expected));

  test('may be broken', () => expect(() => readInterestFile('a.json', '{"primary": [')).toThrow());
});
