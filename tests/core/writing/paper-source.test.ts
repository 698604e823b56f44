import { describe, expect, test } from 'vitest';
import { findSentence, readSource } from '@/core/writing/paper-source';

const TEXT = `Abstract: We   propose \\textbf{TideNet}, a network with $3.2\\,$M
parameters --- “small” by today's stan­dards --- that is eﬃcient. It needs 41\\% less time than YOLO-v8.
Weiter: Größe zählt. 我们提出一种可以在雷达图像中数船的网络，训练用了一万两千幅图像。`;
const SOURCE = readSource(TEXT, '2512.00001v2');

describe('findSentence', () => {
  test.each([
    ['It needs 41% less time than YOLO-v8.', 'It needs 41\\% less time than YOLO-v8.'],
    ['it needs 41 % less time  than YOLO–v8', 'It needs 41\\% less time than YOLO-v8.'],
    [
      'We propose TideNet, a network with 3.2M parameters -- "small" by today’s standards -- that is efficient.',
      "We propose \\textbf{TideNet}, a network with $3.2\\,$M parameters --- “small” by today's stan­dards --- that is eﬃcient.",
    ],
    ['$3.2$M parameters — small by today’s standards', "$3.2\\,$M parameters --- “small” by today's stan­dards"],
    [
      '我们提出一种可以在雷达图像中数船的网络，训练用了一万两千幅图像',
      '我们提出一种可以在雷达图像中数船的网络，训练用了一万两千幅图像。',
    ],
  ])('%j', (quotation, sentence) => expect(findSentence(SOURCE, quotation)).toBe(sentence));

  test.each([
    ['another number', 'It needs 14% less time than YOLO-v8.'],
    ['two passages put together', 'We propose TideNet. It needs 41% less time.'],
    ['a translation', '它比 YOLO-v8 少用百分之四十一的时间，这是一个很长的句子。'],
    ['too few letters', 'It needs 41% less'],
    ['nothing', ''],
    ['marks', '— “ ” $ $ \\textbf{} ---'],
  ])('finds nothing for %s', (_, quotation) => expect(findSentence(SOURCE, quotation)).toBeNull());
});

test.each([
  ['See arXiv:2401.01234v2 and hep-th/9901001, not 2401.012345 or 12345.6789.', null, ['2401.01234', 'hep-th/9901001']],
  ['See math.GT/0309136 and 1.2401.01234.', '2512.00001v3', ['math/0309136', '2512.00001']],
  ['', null, []],
])('%j names its papers', (text, id, ids) => {
  expect([...readSource(text, id).ids].toSorted()).toEqual(ids.toSorted());
});
