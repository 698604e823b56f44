import { describe, expect, test } from 'vitest';
import { authorAtEnd, suggestSearches } from '@/core/search/suggest';

const offers = {
  tags: ['扩散模型', 'to read'],
  authors: ['Kaiming He', 'Kai Xu'],
  categories: ['cs.CV', 'cs.CL', 'math.AG'],
  today: '2026-11-28',
};

describe('suggestSearches', () => {
  test.each<[string, string[]]>([
    ['t', ['tag:']],
    ['深度 a', ['深度 author:']],
    ['-ha', ['-has:note']],
    ['tag:', ['tag:扩散模型', 'tag:"to read"']],
    ['tag:扩', ['tag:扩散模型']],
    ['tag:"to', ['tag:"to read"']],
    ['video cat:cs.', ['video cat:cs.CV', 'video cat:cs.CL']],
    ['CAT:MA', ['cat:math.AG']],
    ['author:kaiming h', ['author:"Kaiming He"']],
    ['深度 author:kai', ['深度 author:"Kaiming He"', '深度 author:"Kai Xu"']],
    ['date:2026-1', ['date:2026-11-28', 'date:2026-11']],
    ['is:re', ['is:reading', 'is:read']],
    ['has:a', ['has:analysis']],
  ])('goes on with %j', (typed, texts) => expect(suggestSearches(typed, offers)).toEqual(texts));

  test.each(['', ' ', '深度', 'video ', 'tag:没有', 'http://arxiv.org', 'is:unread', 'foo:bar'])(
    'has nothing for %j',
    (typed) => expect(suggestSearches(typed, offers)).toEqual([]),
  );

  test.each<[string, string | null]>([
    ['author:', ''],
    ['深度 author:Kaiming H', 'Kaiming H'],
    ['作者：何', '何'],
    ['-author:"Kai', 'Kai'],
    ['author:"Kaiming He" ', null],
    ['coauthor:Kai', null],
    ['深度', null],
  ])('knows whose name is typed in %j', (typed, name) => expect(authorAtEnd(typed)).toBe(name));
});
