import { describe, expect, test } from 'vitest';
import { addInterests, addWord, type InterestTexts, readLines, readTexts, toTexts } from '@/core/daily/interest-texts';
import { formatInterests, parseInterests } from '@/core/daily/interests';
import { countHits } from '@/core/daily/day-counter';
import { interestsOf, paperOf } from './papers';

const textsOf = (given: Partial<InterestTexts> = {}): InterestTexts => ({
  primary: '',
  secondary: '',
  excluded: '',
  authors: '',
  ...given,
});

describe('fields of interests', () => {
  test('are read as they are pasted: lines, commas of either script, blanks', () =>
    expect(
      readTexts(
        textsOf({
          primary: ' world  model \n\nGAN，SLAM',
          secondary: 'gan\nrobot',
          excluded: 'survey、medical',
          authors: 'He, Kaiming\nAna Roe, Bo Li',
        }),
      ),
    ).toEqual({
      primary: ['world model', 'GAN', 'SLAM'],
      secondary: ['robot'],
      excluded: ['survey', 'medical'],
      authors: ['He, Kaiming', 'Ana Roe', 'Bo Li'],
    }));

  test('show interests one a line, and are read as the same', () => {
    const interests = interestsOf({ primary: ['world model', 'GAN'], authors: ['He, Kaiming'] });
    expect(toTexts(interests).primary).toBe('world model\nGAN');
    expect(readTexts(toTexts(interests))).toEqual(interests);
  });

  test('go through a file and come back', () => {
    const interests = readTexts(
      textsOf({
        primary: 'world model\nC++',
        secondary: '#hashtag\n{x}\n~tilde',
        excluded: '-o',
        authors: 'He, Kaiming',
      }),
    );
    expect(parseInterests(formatInterests(interests))).toEqual(interests);
  });
});

describe('one more word', () => {
  test.each([
    ['', 'SLAM'],
    ['GAN', 'GAN\nSLAM'],
    ['GAN, NeRF\n\n', 'GAN, NeRF\nSLAM'],
  ])('behind %j', (before, after) =>
    expect(addWord(textsOf({ primary: before }), 'primary', 'SLAM').primary).toBe(after),
  );
});

describe('a file of interests', () => {
  test('adds what is not there, and moves no word', () => {
    const texts = textsOf({ primary: 'GAN', excluded: 'survey' });
    const more = interestsOf({
      primary: ['SLAM'],
      secondary: ['gan', 'robot'],
      excluded: ['Survey', 'GAN'],
      authors: ['Bo Li'],
    });
    expect(addInterests(texts, more)).toEqual({
      added: 4,
      texts: textsOf({ primary: 'GAN\nSLAM', secondary: 'robot', excluded: 'survey\nGAN', authors: 'Bo Li' }),
    });
  });

  test('that has nothing new changes nothing', () => {
    const texts = textsOf({ primary: 'GAN , SLAM' });
    expect(addInterests(texts, interestsOf({ primary: ['gan'] }))).toEqual({ added: 0, texts });
  });
});

describe('the words of each line', () => {
  const papers = [paperOf({ title: 'GANs for robots', authors: ['Ana Roe'] }), paperOf({ title: 'An organ' })];
  const linesOf = (given: Partial<InterestTexts>, field: keyof InterestTexts) => {
    const texts = textsOf(given);
    return readLines(texts, field, countHits(papers, readTexts(texts)));
  };

  test('have their counts, 0 among them', () =>
    expect(linesOf({ primary: 'GAN, robto\n\nrobot' }, 'primary')).toEqual([
      [
        { word: 'GAN', count: 1, twice: false },
        { word: 'robto', count: 0, twice: false },
      ],
      [],
      [{ word: 'robot', count: 1, twice: false }],
    ]));

  test('are known to stand there twice', () => {
    expect(
      linesOf({ primary: 'GAN\ngan' }, 'primary')
        .flat()
        .map(({ twice }) => twice),
    ).toEqual([false, true]);
    expect(
      linesOf({ primary: 'GAN', secondary: 'gan\nrobot' }, 'secondary')
        .flat()
        .map(({ twice }) => twice),
    ).toEqual([true, false]);
    expect(linesOf({ primary: 'GAN', excluded: 'GAN' }, 'excluded')).toEqual([
      [{ word: 'GAN', count: 1, twice: false }],
    ]);
  });

  test('of authors are whole names', () =>
    expect(linesOf({ authors: 'Roe, Ana\nBo Li, Cy Doe' }, 'authors')).toEqual([
      [{ word: 'Roe, Ana', count: 1, twice: false }],
      [
        { word: 'Bo Li', count: 0, twice: false },
        { word: 'Cy Doe', count: 0, twice: false },
      ],
    ]));

  test('have no count while it is of an earlier text', () => {
    const counts = countHits(papers, interestsOf({ primary: ['GAN'] }));
    expect(
      readLines(textsOf({ primary: 'GAN\nrobot' }), 'primary', counts)
        .flat()
        .map(({ count }) => count),
    ).toEqual([1, null]);
    expect(readLines(textsOf({ primary: 'GAN' }), 'primary', null)).toEqual([
      [{ word: 'GAN', count: null, twice: false }],
    ]);
  });
});
