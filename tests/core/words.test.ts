import { expect, test } from 'vitest';
import { fill } from '@/core/words/words';

test.each([
  ['{n} 篇', { n: 3 }, '3 篇'],
  ['{n} {n:paper|papers}', { n: 1 }, '1 paper'],
  ['{n} {n:paper|papers}', { n: 0 }, '0 papers'],
  ['{n} {n:paper|papers}', { n: 21 }, '21 papers'],
  ['{n} {n:paper|papers}', { n: '1,234' }, '1,234 papers'],
  ['{date} {n}', { n: 1 }, '{date} 1'],
  ['{n}', { n: 0 }, '0'],
  ['{n:1} {n|m}', { n: 1 }, '{n:1} {n|m}'],
])('fills %j with %j as %j', (text, values, filled) => expect(fill(text, values)).toBe(filled));
