import { describe, expect, test } from 'vitest';
import { costOf, describeEstimate, estimateTokens, formatYuan } from '@/core/model/cost';

describe('tokens', () => {
  test.each([
    ['', 0],
    ['word', 1],
    ['a', 1],
    ['大语言模型', 4],
    ['大语言模型 (LLM)', 6],
    ['，。：', 3],
  ])('of %j are about %d', (text, tokens) => expect(estimateTokens(text)).toBe(tokens));

  test('of Chinese are more than of as much English', () =>
    expect(estimateTokens('模'.repeat(1_000))).toBeGreaterThan(estimateTokens('m'.repeat(1_000)) * 2));
});

describe('cost', () => {
  const price = { input: 2, output: 8 };
  test('is what both kinds of tokens cost', () => {
    expect(costOf({ input: 10_000, output: 1_000 }, price)).toBeCloseTo(0.028);
    expect(costOf({ input: 0, output: 0 }, price)).toBe(0);
  });
  test.each([
    [null, price],
    [{ input: 1, output: 1 }, null],
    [null, null],
  ])('is unknown for %j at %j', (usage, of) => expect(costOf(usage, of)).toBeNull());

  test.each([
    [0.02, '约 0.02 元', 'about ¥0.02'],
    [0.0234, '约 0.023 元', 'about ¥0.023'],
    [0.001, '约 0.001 元', 'about ¥0.001'],
    [1.26, '约 1.3 元', 'about ¥1.3'],
    [137, '约 140 元', 'about ¥140'],
    [0.000_9, '不到 0.001 元', 'less than ¥0.001'],
    [0, '0 元', '¥0'],
  ])('of %d is %s', (cost, zh, en) => {
    expect(formatYuan(cost, 'zh')).toBe(zh);
    expect(formatYuan(cost, 'en')).toBe(en);
  });
});

test('an estimate says yuan and tokens where there is a price, and nothing where there is none', () => {
  expect(describeEstimate(0.0234, 'zh')).toBe('约 0.023 元，约 18,500 tokens');
  expect(describeEstimate(0.0234, 'en')).toBe('about ¥0.023, about 18,500 tokens');
  expect(describeEstimate(null, 'zh')).toBe('');
});
