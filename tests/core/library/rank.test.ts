import { expect, test } from 'vitest';
import { byRank } from '@/core/library/rank';
import { sampleAnalysis } from '../../library-samples';

const first = sampleAnalysis();

test.each([
  ['full text before abstract', { basis: 'abstract' as const, version: 9 }],
  ['full text before an unknown basis', { basis: 'unknown' as const }],
  ['a newer version before an older one', { version: null }],
  ['a newer day before an older one', { date: '2020-01-01' }],
])('puts %s', (_name, change) => {
  const second = sampleAnalysis({ key: 'z', ...change });
  expect([second, first].toSorted(byRank)).toEqual([first, second]);
  expect([first, second].toSorted(byRank)).toEqual([first, second]);
});

test('puts a stated basis before a guessed one', () => {
  const stated = sampleAnalysis({ key: 'z', basisStated: true });
  expect([first, stated].toSorted(byRank)).toEqual([stated, first]);
});
