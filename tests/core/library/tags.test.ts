import { describe, expect, test } from 'vitest';
import { readTags, renamedIn, suggestTags, type TagCount, toTag } from '@/core/library/tags';

const KNOWN: TagCount[] = [
  { tag: '三维重建', count: 9 },
  { tag: '扩散模型', count: 7 },
  { tag: 'Video Diffusion', count: 5 },
  { tag: 'diffusion', count: 4 },
  { tag: '视频/三维', count: 3 },
  { tag: 'NLP', count: 2 },
];

test.each([
  ['扩散模型', '扩散模型'],
  [' #扩散模型 ', '扩散模型'],
  ['＃', '＃'],
  ['## a  b\tc ', 'a b c'],
  ['e\u0301', '\u00e9'],
  ['\u202eabc', 'abc'],
  ['x'.repeat(100), 'x'.repeat(60)],
  ['🦊'.repeat(70), '🦊'.repeat(60)],
  ['#', ''],
  [' \n', ''],
])('keeps %j as %j', (text, tag) => expect(toTag(text)).toBe(tag));

test.each([
  ['一，二, 三;四；五', ['一', '二', '三', '四', '五']],
  ['nlp', ['NLP']],
  ['ＮＬＰ, nlp', ['NLP']],
  ['Diffusion', ['diffusion']],
  ['a、b', ['a、b']],
  ['n_lp', ['n_lp']],
  ['，; #', []],
  ['', []],
])('reads %j', (typed, tags) => expect(readTags(typed, KNOWN)).toEqual(tags));

describe('suggests', () => {
  test.each([
    ['', [], ['三维重建', '扩散模型', 'Video Diffusion', 'diffusion', '视频/三维', 'NLP']],
    ['三', [], ['三维重建', '视频/三维']],
    ['DIFF', [], ['diffusion', 'Video Diffusion']],
    ['ｎｌ', [], ['NLP']],
    ['模', [], ['扩散模型']],
    ['#扩', [], ['扩散模型']],
    ['三', ['三维重建'], ['视频/三维']],
    ['没有', [], []],
  ])('for %j beside %j: %j', (typed, taken, tags) =>
    expect(suggestTags(typed, KNOWN, taken).map(({ tag }) => tag)).toEqual(tags),
  );

  test('no more than can be looked through', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ tag: `tag ${index}`, count: 50 - index }));
    expect(suggestTags('tag', many, []).map(({ tag }) => tag)).toEqual(many.slice(0, 8).map(({ tag }) => tag));
  });
});

test.each([
  [['a', 'b', 'c'], 'b', 'x', ['a', 'x', 'c']],
  [['a', 'b', 'c'], 'c', 'a', ['a', 'b']],
  [['a', 'b'], 'a', null, ['b']],
  [['a'], 'b', 'c', ['a']],
])('in %j makes %j %j', (tags, from, to, after) => expect(renamedIn(tags, from, to)).toEqual(after));
