import { describe, expect, test } from 'vitest';
import { leaveOutKnown, suggestAuthors, suggestFromBib, suggestKeywords } from '@/core/daily/suggest';
import { runSteps } from '@/core/steps';
import { termsOf } from '@/core/daily/terms';

describe('the terms of a text', () => {
  test.each<[string, string[]]>([
    ['Video diffusion models', ['video', 'video diffusion', 'video diffusion model', 'diffusion', 'diffusion model']],
    ['We propose a novel method', []],
    ['a model of learning', []],
    ['LiDAR, SLAM', ['lidar', 'slam']],
    ['zero-shot segmentation', ['zero shot', 'zero shot segmentation', 'segmentation']],
    ['visual odometry', ['visual odometry', 'odometry']],
    ['visual and temporal', []],
    ['$x$ planner $y$', ['planner']],
    ['https://github.com/robot/grasp', []],
    ['In 2026, 3D', ['3d']],
    ['memories and boxes', ['memory', 'box']],
    ['通用世界模型', []],
    ['', []],
  ])('%j', (text, keys) => expect([...termsOf(text, 3).keys()]).toEqual(keys));
});

const of = (title: string, abstract = '') => ({ title, abstract, authors: [] });

const words = (...args: Parameters<typeof suggestKeywords>) => suggestKeywords(...args).map(({ keyword }) => keyword);

describe('keywords from saved papers', () => {
  test('are what several have, the longest form of it, as it is written', () => {
    const saved = [
      of('World Models for Driving', 'We train world models on a NeRF.'),
      of('Grasping with a World Model', 'A NeRF and NeRFs.'),
      of('Sheep counting', 'World models of sheep.'),
    ];
    expect(suggestKeywords(saved)).toEqual([
      { keyword: 'world models', count: 3 },
      { keyword: 'NeRF', count: 2 },
    ]);
  });

  test('leave out what the background has as often', () => {
    const saved = [of('Robot tactile'), of('Tactile robot hand'), of('Robot, tactile')];
    expect(words(saved)).toContain('robot');
    expect(words(saved, [of('Robot legs'), of('Robot arms'), of('Robot eyes')])).toEqual(['tactile']);
  });

  test('keep a part that also stands alone', () => {
    const saved = [of('Diffusion policy'), of('Diffusion'), of('Diffusion policy'), of('Diffusion')];
    expect(words(saved)).toEqual(['diffusion', 'diffusion policy']);
  });

  test('of one paper are those of its title', () =>
    expect(words([of('Tactile sensing', 'A gripper.')])).toEqual(['tactile sensing']));

  test.each([[[]], [[of('')]], [[of('A new method'), of('A new method')]]])('are none in %j', (saved) =>
    expect(suggestKeywords(saved)).toEqual([]),
  );

  test('are 30 at most', () => {
    const title = Array.from({ length: 80 }, (_, at) => `thing${at}a`).join('. ');
    expect(suggestKeywords([of(title), of(title)])).toHaveLength(30);
  });
});

test('authors are those of two papers, whatever the accents', () => {
  const papers = [['Ana Roé', 'Bo Li'], ['Ana Roe', 'Cy Doe'], ['Cy Doe', 'Ana Roé'], ['Di Mo']];
  expect(suggestAuthors(papers.map((authors) => ({ authors })))).toEqual([
    { keyword: 'Ana Roé', count: 3 },
    { keyword: 'Cy Doe', count: 2 },
  ]);
});

test('a .bib file gives both', () => {
  const text = `
    @article{a, title = {{World Models}}, author = {Roe, Ana and Li, Bo}}
    @misc{b, title = "Grasping by World Models", author = "Ana Roe"}
    @book{c, title = {Sheep}, author = {Li, Cy}}`;
  expect(runSteps(suggestFromBib(text))).toEqual({
    entries: 3,
    keywords: [{ keyword: 'world models', count: 2 }],
    authors: [{ keyword: 'Ana Roe', count: 2 }],
  });
  expect(runSteps(suggestFromBib('no bibliography'))).toEqual({ entries: 0, keywords: [], authors: [] });
});

test.each([
  ['world models', 'World-Model', true],
  ['Ana Roé', 'ana roe', true],
  ['world models', 'world', false],
  ['diffusion', 'diffusion policy', false],
])('%j is left out for who has %j: %s', (keyword, known, isOut) =>
  expect(leaveOutKnown([{ keyword, count: 2 }], [known])).toHaveLength(isOut ? 0 : 1),
);
