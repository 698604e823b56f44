import { expect, test } from 'vitest';
import { closeUpPunctuation } from '@/core/render/punctuation';
import type { Tree } from '@/core/render/tree';

const cases: [string, Tree[], Tree[]][] = [
  ['after a bold lead-in', [['strong', null, '核心洞察：'], ' 作者'], [['strong', null, '核心洞察：'], '作者']],
  ['inside a text', ['结果： 提高，  显著 （很多）'], ['结果：提高，显著（很多）']],
  [
    'between two marks',
    [['strong', null, '甲：'], ' ', ['em', null, '乙']],
    [
      ['strong', null, '甲：'],
      ['em', null, '乙'],
    ],
  ],
];
test.each(cases)('takes out blanks %s', (_name, trees, expected) =>
  expect(closeUpPunctuation(trees)).toEqual(expected),
);

const kept: [string, Tree[]][] = [
  ['English sentences', ['We propose X: a method, and “Y” too. It works.']],
  ['Chinese beside English', ['使用 LoRA 微调 “扩散” 模型']],
  ['code', [['code', null, '甲： 乙'], ' 丙']],
  ['what comes after a formula', ['其中：', ['math', null, ['mi', null, 'x']], ' 为']],
  [
    'the next paragraph',
    [
      ['p', null, '甲：'],
      ['p', null, ' 乙'],
    ],
  ],
];
test.each(kept)('leaves %s alone', (_name, trees) => expect(closeUpPunctuation(trees)).toEqual(trees));

test('is quick on endless blanks', () => {
  expect(closeUpPunctuation([`：${' '.repeat(200_000)}甲`])).toEqual(['：甲']);
});
