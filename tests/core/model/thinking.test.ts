import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ThinkingFilter } from '@/core/model/thinking';

function read(pieces: readonly string[], { holds = true, asJson = false } = {}) {
  const filter = new ThinkingFilter(holds, asJson);
  const said = [...pieces.flatMap((piece) => filter.push(piece)), ...filter.end()];
  const join = (kind: string) =>
    said
      .filter((one) => one.kind === kind)
      .map(({ text }) => text)
      .join('');
  return { text: join('text'), thinking: join('thinking') };
}

describe('thinking inside an answer', () => {
  test.each([
    [['<think>hm</think>Answer'], 'Answer', 'hm'],
    [['<thi', 'nk>h', 'm</th', 'ink>An', 'swer'], 'Answer', 'hm'],
    [['\n <think>', '\nhm\n', '</think>', '\n\n', ' \nAnswer'], 'Answer', '\nhm\n'],
    [['<think>', '</think>', 'Answer'], 'Answer', ''],
    [['hm, let us see', '</think>', 'Answer'], 'Answer', 'hm, let us see'],
    [['hm </th', 'ink', '> Answer'], 'Answer', 'hm '],
    [['<think>a </thin b</think>Answer'], 'Answer', 'a </thin b'],
    [['<think>never', ' closed'], '', 'never closed'],
    [['<think>half a closing </thi'], '', 'half a closing </thi'],
  ])('is set aside in %j', (pieces, text, thinking) => expect(read(pieces)).toEqual({ text, thinking }));

  test.each([
    [['An', 'swer'], 'Answer'],
    [['<', 'b>Answer'], '<b>Answer'],
    [['<thinly> veiled'], '<thinly> veiled'],
    [['Answer with <think> in it'], 'Answer with <think> in it'],
    [['<think>x</think>', 'A <think>b</think>'], 'A <think>b</think>'],
    [[''], ''],
    [['<thi'], '<thi'],
  ])('is not seen in %j', (pieces, text) => expect(read(pieces).text).toBe(text));

  test('is set aside wherever the pieces are cut', () => {
    const whole = '<think>嗯 < / think> hm</think>\n{"a": "<think>"}';
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length)), fc.boolean(), (cuts, asJson) => {
        const ends = [...new Set([...cuts, whole.length])].toSorted((one, other) => one - other);
        const pieces = ends.map((end, index) => whole.slice(ends[index - 1] ?? 0, end));
        expect(read(pieces, { asJson })).toEqual({ text: '{"a": "<think>"}', thinking: '嗯 < / think> hm' });
      }),
    );
  });

  test.each([
    ['JSON from any model', { holds: true, asJson: true }, '{"a"'],
    ['JSON in a fence', { holds: true, asJson: true }, '```json\n{'],
    ['prose from a service that keeps thoughts apart', { holds: false, asJson: false }, 'Answer'],
  ])('keeps nothing back of %s', (_, options, piece) => {
    expect(new ThinkingFilter(options.holds, options.asJson).push(piece)).toEqual([{ kind: 'text', text: piece }]);
  });

  test.each([
    ['prose from an open model', { holds: true, asJson: false }],
    ['what should be JSON and does not begin so', { holds: false, asJson: true }],
  ])('keeps back %s until it is sure', (_, { holds, asJson }) => {
    const filter = new ThinkingFilter(holds, asJson);
    expect(filter.push('Let us see')).toEqual([]);
    expect(filter.end()).toEqual([{ kind: 'text', text: 'Let us see' }]);
  });
});
