import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import { NO_INTERESTS } from '@/core/daily/interests';
import { type ReasonKind, scoreLocally, toLocalScorer } from '@/core/daily/local-score';
import { toTastes } from '@/core/daily/tastes';
import { describeReason } from '@/core/words/reasons';
import { interestsOf, paperOf } from './papers';

const better: [string, Partial<AnnouncedPaper>, Partial<AnnouncedPaper>][] = [
  ['code', { abstract: 'At https://github.com/a/b' }, { abstract: 'At home' }],
  ['code before a promise', { abstract: 'At https://github.com/a/b' }, { abstract: 'Code will be released.' }],
  ['a venue', { comments: 'Accepted at CVPR 2026' }, { comments: 'Submitted to CVPR 2026' }],
  ['a venue before a workshop', { comments: 'CVPR 2026' }, { comments: 'CVPR 2026 workshop' }],
  ['findings', { abstract: 'We propose a robot.' }, { abstract: 'Robots walk.' }],
  ['numbers', { abstract: 'It outperforms others by 3%.' }, { abstract: 'It outperforms others.' }],
  ['new before cross', { announced: 'new' }, { announced: 'cross' }],
  ['cross before replaced', { announced: 'cross' }, { announced: 'replace' }],
];

describe('a score without a model', () => {
  test.each(better)('knows without any interests: %s', (_, one, other) =>
    expect(scoreLocally(paperOf(one), NO_INTERESTS, null).score).toBeGreaterThan(
      scoreLocally(paperOf(other), NO_INTERESTS, null).score,
    ),
  );

  test('is nothing for a paper that says nothing', () =>
    expect(scoreLocally(paperOf(), NO_INTERESTS, null)).toEqual({ score: 0, wanted: true, reasons: [] }));

  test('puts a reader’s word in the title above all else together', () => {
    const interests = interestsOf({ primary: ['sheep'], secondary: ['robot'] });
    const all = 'We propose robots at https://github.com/a/b on real-world data. It is new. It outperforms by 9%.';
    const strong = scoreLocally(paperOf({ title: 'T', abstract: all, comments: 'CVPR 2026' }), interests, null);
    const plain = scoreLocally(paperOf({ title: 'Sheep', abstract: 'Sheep.' }), interests, null);
    expect(plain.score).toBeGreaterThan(strong.score);
  });

  test('wants only what the keywords let pass', () => {
    const interests = interestsOf({ primary: ['GAN'], excluded: ['survey'] });
    const wanted = (title: string) => scoreLocally(paperOf({ title, comments: 'CVPR' }), interests, null).wanted;
    expect(wanted('GANs')).toBe(true);
    expect(wanted('Organs')).toBe(false);
    expect(scoreLocally(paperOf({ title: 'A survey' }), interestsOf({ excluded: ['survey'] }), null).wanted).toBe(
      false,
    );
  });

  test('is the sum of its reasons, the weightiest first', () => {
    const paper = paperOf({ title: 'GANs', abstract: 'A GAN. We propose one by 3%.', comments: 'CVPR 2026' });
    const { score, reasons } = scoreLocally(paper, interestsOf({ primary: ['GAN'] }), null);
    expect(reasons.map(({ kind, text, points }) => [kind, text, points])).toEqual([
      ['primary-title', 'GAN', 3],
      ['primary-abstract', 'GAN', 1.5],
      ['venue', 'CVPR 2026', 0.7],
      ['measured', '', 0.25],
      ['findings', '1', 0.15],
    ]);
    expect(score).toBe(5.6);
  });
});

const of = (title: string) => paperOf({ title });

describe('what was saved and dismissed', () => {
  const saved = ['Tactile grasping', 'Tactile hands', 'Grasping by tactile skin', 'Tactile skin'].map(of);
  const dismissed = ['Medical triage', 'Triage of patients', 'Triage in clinics', 'Triage'].map(of);
  const shift = (title: string, tastes = toTastes(saved, dismissed)) =>
    scoreLocally(of(title), NO_INTERESTS, tastes).score;

  test('shifts like papers up and down, and no others', () => {
    expect(shift('Tactile grasping again')).toBeGreaterThan(0);
    expect(shift('Triage at sea')).toBeLessThan(0);
    expect(shift('Sheep')).toBe(0);
  });

  test('says why', () => {
    const { reasons } = scoreLocally(of('Tactile grasping'), NO_INTERESTS, toTastes(saved, dismissed));
    expect(reasons).toEqual([expect.objectContaining({ kind: 'saved', text: 'tactile, grasping' })]);
  });

  test('counts for more the more there is', () => {
    const few = shift('Tactile skin', toTastes([of('Tactile skin')], []));
    expect(
      shift(
        'Tactile skin',
        toTastes(
          Array.from({ length: 20 }, () => of('Tactile skin')),
          [],
        ),
      ),
    ).toBeGreaterThan(few);
  });

  test('says nothing where the background is the same', () =>
    expect(shift('Tactile skin', toTastes(saved, [], saved))).toBe(0));

  test('is nothing before anything was saved', () => expect(shift('Tactile grasping', toTastes([], []))).toBe(0));

  test('never shifts by more than 1.5', () => {
    const title = fc.array(fc.constantFrom('tactile', 'skin', 'triage', 'grasp', 'sheep'), { maxLength: 6 });
    const titles = fc.array(title, { maxLength: 30 });
    fc.assert(
      fc.property(titles, titles, title, (liked, disliked, words) => {
        const tastes = toTastes(
          liked.map((each) => of(each.join(' '))),
          disliked.map((each) => of(each.join(' '))),
        );
        expect(Math.abs(shift(words.join(' '), tastes))).toBeLessThanOrEqual(1.5);
      }),
    );
  });
});

test('one scorer for the day gives each paper the score it has alone, in any order', () => {
  const interests = interestsOf({ primary: ['GAN'], secondary: ['robot'], excluded: ['survey'] });
  const paper = fc.record({
    title: fc.constantFrom('GANs', 'Robots', 'A survey of GANs', 'Organs'),
    abstract: fc.constantFrom('', 'We propose a GAN.', 'Code at https://github.com/a/b', 'Robots by 3%.'),
    comments: fc.constantFrom(null, 'CVPR 2026', '12 pages'),
  });
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 8 }), (given) => {
      const papers = given.map(paperOf);
      const score = toLocalScorer(interests, null);
      const forth = papers.map(score);
      expect(papers.toReversed().map(score).toReversed()).toEqual(forth);
      expect(papers.map((each) => scoreLocally(each, interests, null))).toEqual(forth);
    }),
  );
});

describe('a reason in words', () => {
  test.each<[ReasonKind, string, number, string, string]>([
    ['primary-title', 'GAN', 3, '标题里有主要关键词“GAN”（+3）', 'Primary keyword “GAN” in the title (+3)'],
    ['excluded', 'survey', -2, '有排除词“survey”（−2）', 'Excluded word “survey” (−2)'],
    [
      'findings',
      '3',
      0.15 * 3,
      '摘要里有 3 句说到主要发现（+0.45）',
      'Key findings in the abstract, sentences: 3 (+0.45)',
    ],
    ['measured', '', 0.25, '发现附有数字（+0.25）', 'Findings with numbers (+0.25)'],
    ['venue', '', 0.7, '已被接收或发表（+0.7）', 'Accepted or published (+0.7)'],
    ['venue', 'CVPR', 0.7, '已被接收或发表：CVPR（+0.7）', 'Accepted or published: CVPR (+0.7)'],
    ['author', '{text}', 1, '有关注的作者 {text}（+1）', 'By {text}, an author you follow (+1)'],
  ])('%s of %j', (kind, text, points, chinese, english) => {
    expect(describeReason({ kind, text, points }, 'zh')).toBe(chinese);
    expect(describeReason({ kind, text, points }, 'en')).toBe(english);
  });
});
