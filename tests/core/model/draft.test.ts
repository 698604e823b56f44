import { describe, expect, test } from 'vitest';
import type { ModelConfig } from '@/core/model/config';
import { findKeyProblem, type ModelDraft, parseTokens, parseYuan, readDraft, toDraft } from '@/core/model/draft';

const model: Omit<ModelConfig, 'id'> = {
  name: '实验室',
  provider: 'custom',
  protocol: 'openai',
  baseUrl: 'http://192.168.1.20:8000/v1',
  model: 'qwen3-32b',
  contextTokens: 32_000,
  price: { input: 0.5, output: 2 },
  json: 'prompt',
  readsPdf: false,
};

const read = (change: Partial<ModelDraft>) => readDraft({ ...toDraft(model), ...change });

describe('readDraft', () => {
  test('gives back what toDraft was given', () => {
    expect(readDraft(toDraft(model))).toEqual({ model });
    expect(readDraft(toDraft({ ...model, price: null }))).toEqual({ model: { ...model, price: null } });
  });

  test('takes the name from the model when there is none', () => {
    expect(read({ name: ' ' })).toEqual({ model: { ...model, name: 'qwen3-32b' } });
  });

  test.each<[Partial<ModelDraft>, object]>([
    [{ address: '' }, { address: 'address-empty' }],
    [{ address: 'https://me:pw@lab.example' }, { address: 'address-has-user' }],
    [{ model: ' ' }, { model: 'model-empty' }],
    [{ contextTokens: 'many' }, { contextTokens: 'tokens-unclear' }],
    [{ inputPrice: '' }, { inputPrice: 'price-half' }],
    [{ outputPrice: '-1' }, { outputPrice: 'price-unclear' }],
    [
      { address: '', model: '' },
      { address: 'address-empty', model: 'model-empty' },
    ],
  ])('names what is wrong with %j', (change, problems) => expect(read(change)).toEqual({ problems }));
});

describe('parseTokens', () => {
  test.each([
    ['128000', 128_000],
    ['128,000', 128_000],
    ['128K', 128_000],
    ['1m', 1_000_000],
    ['12.8 万', 128_000],
    ['１２８ｋ', 128_000],
  ])('reads %j', (text, tokens) => expect(parseTokens(text)).toBe(tokens));

  test.each(['', '0', '100', '-128000', '1e5', '128 thousand', '1G', '999M'])('does not take %j', (text) =>
    expect(parseTokens(text)).toBeNull(),
  );
});

describe('parseYuan', () => {
  test.each([
    ['0', 0],
    ['0.5', 0.5],
    ['¥8', 8],
    ['８元', 8],
  ])('reads %j', (text, yuan) => expect(parseYuan(text)).toBe(yuan));

  test.each(['', '-1', '1,5', '$2', '1e3', '.'])('does not take %j', (text) => expect(parseYuan(text)).toBeNull());
});

test.each([
  ['', false, null],
  ['', true, 'key-missing'],
  ['sk-1234_ab.cd', true, null],
  ['sk-12 34', true, 'key-characters'],
  ['密钥', false, 'key-characters'],
  ['sk-1\n', false, 'key-characters'],
])('of the key %j, needed %j, it is said: %j', (key, needed, problem) =>
  expect(findKeyProblem(key, needed)).toBe(problem),
);
