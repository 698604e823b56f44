import { describe, expect, test } from 'vitest';
import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import type { Interests } from '@/core/daily/interests';
import { isWanted, scoreKeywords } from '@/core/daily/keyword-score';
import { interestsOf, paperOf } from './papers';

describe('a keyword score', () => {
  test.each<[Partial<Interests>, Partial<AnnouncedPaper>, number]>([
    [{ primary: ['GAN'] }, { title: 'Training GANs' }, 3],
    [{ primary: ['GAN'] }, { abstract: 'A gan-based method' }, 1.5],
    [{ primary: ['GAN'] }, { title: 'GANs', abstract: 'GANs and a GAN' }, 4.5],
    [{ secondary: ['GAN'] }, { title: 'A GAN of a GAN' }, 2],
    [{ secondary: ['GAN'] }, { abstract: 'GAN' }, 1],
    [{ excluded: ['survey'] }, { title: 'A survey' }, -2],
    [{ excluded: ['survey'] }, { abstract: 'surveys' }, -2],
    [{ primary: ['GAN'], excluded: ['survey'] }, { title: 'A survey of GANs' }, 1],
    [{ authors: ['K. He'] }, { authors: ['Jian Sun', 'Kaiming He'] }, 1],
    [{ authors: ['K. He'] }, { authors: ['Kaiming He', 'Ke He'] }, 1],
    [{ primary: ['世界模型'] }, { title: '通用世界模型' }, 3],
    // … and what is none.
    [{ primary: ['GAN'] }, { title: 'Organ segmentation', abstract: 'Gandhi, elegant' }, 0],
    [{ primary: ['SAM'] }, { title: 'Same samples' }, 0],
    [{ primary: ['diffusion model'] }, { abstract: 'diffusion of a model' }, 0],
    [{ primary: ['-'] }, { title: 'A – B' }, 0],
    [{ authors: ['K. He'] }, { authors: ['Jian Sun', 'Kaiming Hu'] }, 0],
    [{ authors: ['Kaiming He'] }, { title: 'Kaiming He initialisation' }, 0],
    [{}, { title: 'GAN' }, 0],
  ])('of %j in %j is %d', (interests, paper, score) =>
    expect(scoreKeywords(paperOf({ title: '', ...paper }), interestsOf(interests)).score).toBe(score),
  );

  test('names each hit and its place', () => {
    const interests = interestsOf({
      primary: ['GAN'],
      secondary: ['robot'],
      excluded: ['survey'],
      authors: ['A. Roe'],
    });
    const paper = paperOf({ title: 'Robots and GANs: a survey', abstract: 'GANs.', authors: ['Ana Roe'] });
    expect(scoreKeywords(paper, interests).hits).toEqual([
      { keyword: 'GAN', kind: 'primary', where: 'title' },
      { keyword: 'GAN', kind: 'primary', where: 'abstract' },
      { keyword: 'robot', kind: 'secondary', where: 'title' },
      { keyword: 'survey', kind: 'excluded', where: 'title' },
      { keyword: 'A. Roe', kind: 'author', where: 'authors' },
    ]);
  });

  test.each<[number, Partial<Interests>, boolean]>([
    [1, { primary: ['a'] }, true],
    [1, { authors: ['a'] }, true],
    [0.5, { primary: ['a'] }, false],
    [0, { secondary: ['a'] }, false],
    [0, {}, true],
    [0, { excluded: ['a'] }, true],
    [-2, { excluded: ['a'] }, false],
  ])('of %d passes for %j: %s', (score, interests, wanted) =>
    expect(isWanted(score, interestsOf(interests))).toBe(wanted),
  );
});
