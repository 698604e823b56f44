import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '@/core/arxiv/categories';

describe('CATEGORIES', () => {
  test.each(['cs.CV', 'cs.CL', 'cs.LG', 'cs.RO', 'stat.ML', 'eess.IV', 'math.NT', 'math-ph', 'q-bio.BM', 'hep-th'])(
    'has %s with both names',
    (id) => {
      const category = CATEGORIES.find((each) => each.id === id);
      expect(category?.zh).toMatch(/\p{Script=Han}/u);
      expect(category?.en).toMatch(/^[A-Z]/);
    },
  );

  test('names each category once, in the form that pages use', () => {
    const ids = CATEGORIES.map((category) => category.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(CATEGORIES.map((category) => category.zh)).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z-]+(?:\.(?:[A-Z]{2}|[a-z-]+))?$/);
  });

  test('has no archive or alias', () => {
    const ids = CATEGORIES.map((category) => category.id);
    for (const id of ['cs', 'math', 'astro-ph', 'math.MP', 'math.IT', 'acc-phys']) expect(ids).not.toContain(id);
  });
});
