import { describe, expect, test } from 'vitest';
import { informativePart, solvedProblem, toGist, toLine, withoutOpener } from '@/core/guide/line';
import { cutAtClause, splitSentences } from '@/core/guide/sentences';

describe('withoutOpener', () => {
  test.each([
    ['总而言之，这篇论文提出了一种框架。', '提出了一种框架。'],
    ['总的来说，该研究通过蒸馏降低了延迟。', '通过蒸馏降低了延迟。'],
    ['综上所述，本文证明了规模的作用。', '证明了规模的作用。'],
    ['总体而言，论文的价值在于提供了清晰的接口。', '提供了清晰的接口。'],
    ['总之，作者们设计了新的任务。', '设计了新的任务。'],
    ['总结：该工作揭示了记忆。', '揭示了记忆。'],
    ['这篇论文是一篇综述，面向初学者。', '一篇综述，面向初学者。'],
    ['论文的核心目标是梳理方法。', '梳理方法。'],
    ['总而言之，这篇综述为研究提供了框架。', '这篇综述为研究提供了框架。'],
    ['总而言之，DKT 在抓取中有效。', 'DKT 在抓取中有效。'],
    ['总而言之，这篇论文成功地提出了模块。', '提出了模块。'],
  ])('%s', (sentence, expected) => expect(withoutOpener(sentence)).toBe(expected));

  test.each([
    '论文集的规模不断扩大。',
    '作者身份验证仍然困难。',
    '研究表明规模重要。',
    '总之有三类误差来源。'.replace('总之', '总和'),
    '本文字数有限。',
  ])('keeps %s', (sentence) => expect(withoutOpener(sentence)).toBe(sentence));
});

describe('toGist', () => {
  test.each([
    [
      '总而言之，这篇论文提出了一种新颖的方法，通过重新利用扩散模型，解决了透明物体的难题。',
      '通过重新利用扩散模型，解决了透明物体的难题。',
    ],
    ['本文旨在解决跨视图不一致的问题。', '解决跨视图不一致的问题。'],
    ['提出了**新的**东西'.replaceAll('*', ''), '提出了新的东西。'],
  ])('%s', (sentence, expected) => expect(toGist(sentence)).toBe(expected));

  test('cuts only what is far too long, at the end of a clause', () => {
    const long = `提出了框架，${'其中每一步都依赖前一步的输出，'.repeat(12)}最后得到结果。`;
    const gist = toGist(long);
    expect(gist.length).toBeLessThanOrEqual(101);
    expect(gist).toMatch(/输出。$/);
    expect(toGist(`${'很'.repeat(100)}长。`)).toHaveLength(102);
  });
});

describe('toLine', () => {
  test.each([
    [
      '该论文旨在解决领域中一个长期存在的难题：透明物体的精确深度估计与法线估计。',
      '透明物体的精确深度估计与法线估计。',
    ],
    ['本文旨在解决多视图分解中的核心挑战：视图一致性。', '多视图分解中的核心挑战：视图一致性。'],
    ['该研究旨在提升小目标的检测精度。', '提升小目标的检测精度。'],
  ])('as a problem: %s', (sentence, expected) => expect(toLine(sentence, true)).toBe(expected));

  test('drops long brackets from a long line and keeps them in a short one', () => {
    const long =
      '在多个真实和合成的视频数据集（包括甲数据集、乙数据集、丙数据集和丁数据集在内的全部测试集合）上取得了当前最优的深度估计性能，并且显著优于此前的全部图像方法和视频方法的结果。';
    expect(toLine(long, false)).toContain('视频数据集上取得了');
    expect(toLine('延迟降低了 80%（从 9.22 秒降至 1.84 秒）。', false)).toContain('9.22 秒');
  });
});

describe('informativePart', () => {
  test.each([
    [
      '作者提出了内在分解模型，一个前馈的多视图框架，其核心创新点包括：',
      '作者提出了内在分解模型，一个前馈的多视图框架。',
    ],
    ['为了克服这些挑战，论文提出了改进的蒸馏方法，其核心贡献包括：', '论文提出了改进的蒸馏方法。'],
    ['该框架能衡量生成样本与训练样本的相似度。', '该框架能衡量生成样本与训练样本的相似度。'],
  ])('%s', (sentence, expected) => expect(informativePart(sentence)).toBe(expected));

  test.each([
    '研究的主要结果表明：',
    '这是本研究的核心创新。',
    '其核心创新在于：',
    '好。',
    '论文明确指出了四个核心的未来研究方向：',
  ])('nothing in %s', (sentence) => expect(informativePart(sentence)).toBeNull());
});

describe('solvedProblem', () => {
  test.each([
    ['旨在通过生成合成数据来解决罕见异常的数据稀缺问题。', '罕见异常的数据稀缺问题。'],
    ['有效克服了传统流水线方法的累积误差难题，并提速。', '传统流水线方法的累积误差难题。'],
  ])('%s', (sentence, expected) => expect(solvedProblem(sentence)).toBe(expected));
  test.each(['提出了新的数据集。', '解决了它。'])('none in %s', (sentence) =>
    expect(solvedProblem(sentence)).toBeNull(),
  );
});

describe('splitSentences', () => {
  test.each([
    ['甲。乙！丙？', ['甲。', '乙！', '丙？']],
    ['任务（例如“这是猫还是狗？”），而未能训练。乙。', ['任务（例如“这是猫还是狗？”），而未能训练。', '乙。']],
    ['提升 3.7% 到 1.3B。见 Fig. 2。', ['提升 3.7% 到 1.3B。', '见 Fig. 2。']],
    ['It works well. The rest follows.', ['It works well.', 'The rest follows.']],
    ['没有配对的（括号。后文。', ['没有配对的（括号。', '后文。']],
    ['一行\n两行', ['一行', '两行']],
    ['', []],
  ])('%j', (text, expected) => expect(splitSentences(text)).toEqual(expected));
});

test('cutAtClause never ends on the announcement of a result', () =>
  expect(cutAtClause('大量而充分的消融实验与用户研究一致表明，该方法有效而且快速', 26)).not.toMatch(/表明。$/));
