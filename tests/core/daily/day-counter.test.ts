import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countHits, DayCounter } from '@/core/daily/day-counter';
import { isWanted, scoreKeywords } from '@/core/daily/keyword-score';
import { runSteps } from '@/core/steps';
import { interestsOf, paperOf } from './papers';

test('the live count tells how many papers pass, and how many each word is in', () => {
  const papers = [
    paperOf({ title: 'GAN', abstract: 'GAN robot' }),
    paperOf({ title: 'Organs', abstract: '' }),
    paperOf({ title: 'A survey', abstract: 'of robots', authors: ['Ana Roe'] }),
  ];
  const interests = interestsOf({ primary: ['GAN'], secondary: ['robot'], excluded: ['survey'], authors: ['Roe'] });
  expect(countHits(papers, interests)).toEqual({
    wanted: 1,
    words: [
      { keyword: 'GAN', kind: 'primary', count: 1 },
      { keyword: 'robot', kind: 'secondary', count: 2 },
      { keyword: 'survey', kind: 'excluded', count: 1 },
      { keyword: 'Roe', kind: 'author', count: 1 },
    ],
  });
});

const word = fc.constantFrom('GAN', 'robot', 'world model', 'survey', 'x');
const text = fc.array(fc.constantFrom('GANs', 'robots', 'World-models', 'a', 'survey', 'organ'), { maxLength: 4 });
const list = fc.uniqueArray(word, { maxLength: 3 });

describe('counting while words are edited', () => {
  const papersOf = fc.array(
    fc
      .record({ title: text, abstract: text, authors: fc.subarray(['Ana Roe', 'Bo Li']) })
      .map((paper) =>
        paperOf({ title: paper.title.join(' '), abstract: paper.abstract.join(' '), authors: paper.authors }),
      ),
    { maxLength: 60 },
  );
  const interests = fc.record({
    primary: list,
    secondary: list,
    excluded: list,
    authors: fc.subarray(['A. Roe', 'Li']),
  });

  test('is the same as scoring each paper anew', () => {
    fc.assert(
      fc.property(papersOf, fc.array(interests, { minLength: 1, maxLength: 4 }), (papers, edits) => {
        const counter = new DayCounter(papers);
        for (const edit of edits) {
          const scores = papers.map((paper) => scoreKeywords(paper, edit));
          const counted = runSteps(counter.count(edit));
          expect(counted.wanted).toBe(scores.filter(({ score }) => isWanted(score, edit)).length);
          for (const { keyword, kind, count } of counted.words) {
            const having = scores.filter(({ hits }) =>
              hits.some((hit) => hit.kind === kind && hit.keyword === keyword),
            );
            expect(count).toBe(having.length);
          }
        }
      }),
    );
  });

  test('looks only for the word that changed, and for each again once it was gone', () => {
    let read = 0;
    const paper = paperOf();
    const title = { get: () => (read++, 'GANs') };
    const counter = new DayCounter([Object.defineProperty({ ...paper }, 'title', title)]);
    const looks = (primary: string[]) => {
      read = 0;
      runSteps(counter.count(interestsOf({ primary })));
      return read;
    };
    expect(looks(['GAN', 'robot'])).toBe(2);
    expect(looks(['GAN', 'robots'])).toBe(1);
    expect(looks(['GAN', 'robot'])).toBe(1);
    expect(looks(['robot', 'GAN'])).toBe(0);
  });

  test('stops between words and papers', () => {
    const papers = Array.from({ length: 500 }, () => paperOf());
    expect([...new DayCounter(papers).count(interestsOf({ primary: ['GAN', 'robot'] }))]).toHaveLength(20);
  });

  test('begun and left, loses nothing for the next', () => {
    const counter = new DayCounter([paperOf({ title: 'GANs' })]);
    counter.count(interestsOf({ primary: ['GAN'] })).next();
    expect(runSteps(counter.count(interestsOf({ primary: ['GAN'] }))).wanted).toBe(1);
  });
});
