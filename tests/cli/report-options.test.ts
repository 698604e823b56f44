import { describe, expect, test } from 'vitest';
import { readModelOptions } from '@/cli/report-model';

const read = (address: string, name: string, more: { priceIn?: string; priceOut?: string } = {}) => {
  const options = readModelOptions({ address, name, priceIn: more.priceIn, priceOut: more.priceOut, key: ' sk-1 ' });
  if (options === null || typeof options === 'string') throw new Error(String(options));
  return options;
};

describe('readModelOptions', () => {
  test.each([
    ['https://api.deepseek.com', 'deepseek-flash', 'deepseek', 'https://api.deepseek.com', { input: 2, output: 8 }],
    ['api.deepseek.com/v1/', 'deepseek-v4-pro', 'deepseek', 'https://api.deepseek.com/v1', null],
    [
      'https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions',
      'qwen-plus',
      'qwen',
      'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
      { input: 0.8, output: 2 },
    ],
    ['http://127.0.0.1:11434', 'qwen3:8b', 'ollama', 'http://127.0.0.1:11434', null],
    ['http://localhost:8000/v1', 'mine', 'custom', 'http://localhost:8000/v1', null],
    ['https://models.example.com/v1', 'mine', 'custom', 'https://models.example.com/v1', null],
    // Ollama's second way of being asked.
    ['http://127.0.0.1:11434/v1', 'qwen3:8b', 'custom', 'http://127.0.0.1:11434/v1', null],
  ])('takes %s, %s for %s', (address, name, provider, baseUrl, price) => {
    const { config, key } = read(address, name);
    expect(config).toMatchObject({ provider, baseUrl, price, model: name });
    expect(key).toBe('sk-1');
  });

  test('takes the price that is given', () => {
    const { config } = read('https://api.deepseek.com', 'deepseek-flash', { priceIn: '1', priceOut: '0.5' });
    expect(config.price).toEqual({ input: 1, output: 0.5 });
  });

  test('is null without a model', () => {
    const none = { address: undefined, name: undefined, priceIn: undefined, priceOut: undefined, key: 'sk-1' };
    expect(readModelOptions(none)).toBeNull();
  });
});
