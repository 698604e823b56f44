import { expect, test } from 'vitest';
import { countTopics } from '@/core/daily/topics';

test('counts phrases in how many titles they stand, hyphens and plurals or not', () => {
  const titles = [
    'Diffusion Models for Video Generation',
    'Video Generation with a Diffusion-Model',
    'A Diffusion Model: Diffusion Model Distillation',
    'LLMs and 3DGS',
    'LLM agents',
  ];
  expect(countTopics(titles, 10)).toEqual([
    { phrase: 'diffusion model', count: 3 },
    { phrase: 'video generation', count: 2 },
    { phrase: 'LLM', count: 2 },
  ]);
});

test.each([
  ['a phrase of one title', ['Video Generation', 'Room Lamps']],
  ['single words', ['Video of Rooms', 'Video at Night']],
  ['empty words', ['A Study of the Method', 'A Study of the Method']],
  ['what reaches over a colon', ['Lamps: Rooms of Light', 'Lamps: Rooms at Night']],
  ['names in the case of names', ['RoboMirror on Stage', 'RoboMirror at Home']],
  ['nothing', []],
])('counts no %s', (_, titles) => expect(countTopics(titles, 10)).toEqual([]));

test('gives the longer of two phrases that come as often, and so many at most', () => {
  const titles = ['Large Language Model Agents', 'Large Language Model Agents', 'Dark Rooms', 'Dark Rooms'];
  expect(countTopics(titles, 2)).toEqual([
    { phrase: 'language model agents', count: 2 },
    { phrase: 'dark rooms', count: 2 },
  ]);
  expect(countTopics(titles, 1)).toHaveLength(1);
});
