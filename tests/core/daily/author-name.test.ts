import { expect, test } from 'vitest';
import { toAuthorTest } from '@/core/daily/author-name';

test.each([
  ['Kaiming He', 'Kaiming He'],
  ['Kaiming He', 'He Kaiming'],
  ['He, Kaiming', 'Kaiming He'],
  ['K. He', 'Kaiming He'],
  ['Kaiming He', 'K. He'],
  ['kaiming he', 'KAIMING HE'],
  ['Geoffrey Hinton', 'Geoffrey E. Hinton'],
  ['G.E. Hinton', 'Geoffrey Everest Hinton'],
  ['Ming-Hsuan Yang', 'Minghsuan Yang'],
  ['Ming-Hsuan Yang', 'M.-H. Yang'],
  ['Bernhard Schölkopf', 'Bernhard Scholkopf'],
  ['Bernhard Sch\\"olkopf', 'Bernhard Schölkopf'],
  ['Søren Hauberg', 'Soren Hauberg'],
  ['Łukasz Kaiser', 'L. Kaiser'],
  ['Hinton', 'Geoffrey Hinton'],
  ['何恺明', '何恺明'],
])('%s is %s', (wanted, name) => expect(toAuthorTest(wanted)(name)).toBe(true));

test.each([
  ['Kaiming He', 'Kai He'],
  ['Kaiming He', 'Kaiming Hee'],
  ['Kaiming He', 'Jian He'],
  ['K. He', 'Jian He'],
  ['K. He', 'Kaiming Hu'],
  ['K. H.', 'Kaiming He'],
  ['Kaiming He', 'Kaiming'],
  ['Kaiming He', ''],
  ['He', 'Hector Hernandez'],
  ['', 'Kaiming He'],
  ['G. A. Hinton', 'Geoffrey E. Hinton'],
  ['何恺明', '何恺'],
])('%s is not %s', (wanted, name) => expect(toAuthorTest(wanted)(name)).toBe(false));
