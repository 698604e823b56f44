import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '@/core/arxiv/categories';
import { findCategories, groupOf } from '@/core/category-search';

function ids(query: string): string[] {
  return findCategories(CATEGORIES, query).flatMap(({ categories }) => categories.map(({ id }) => id));
}

describe('groupOf', () => {
  test.each([
    ['cs.CV', 'cs'],
    ['q-bio.NC', 'q-bio'],
    ['math.PR', 'math'],
    ['math-ph', 'physics'],
    ['cond-mat.str-el', 'physics'],
    ['quant-ph', 'physics'],
  ])('%s belongs to %s', (id, group) => expect(groupOf(id)).toBe(group));
});

describe('findCategories', () => {
  test.each([
    ['cs.cv', 'cs.CV'],
    ['视觉', 'cs.CV'],
    ['machine learning', 'stat.ML'],
    ['  Robotics ', 'cs.RO'],
  ])('%j finds %s', (query, id) => expect(ids(query)).toContain(id));

  test.each([
    ['视觉', 'cs.CL'],
    ['machine learning', 'cs.CV'],
    ['cs.CV robotics', 'cs.RO'],
  ])('%j does not find %s', (query, id) => expect(ids(query)).not.toContain(id));

  test('gives everything, each once, for an empty query, and nothing for nonsense', () => {
    expect(ids('').toSorted()).toEqual(CATEGORIES.map(({ id }) => id).toSorted());
    expect(ids('xyzzy')).toEqual([]);
  });
});
