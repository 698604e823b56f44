import { describe, expect, test } from 'vitest';
import { readReportArgs } from '@/cli/report-args';
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

describe('readReportArgs', () => {
  const KEY = 'sk-planted-5f3a9c71e2';
  const usual = ['--date', '2026-11-20', '--categories', 'cs.CV, cs.RO,cs.CV', '--out', 'site'];
  const model = ['--model', 'https://models.example.com/v1', '--model-name', 'mine'];
  const price = ['--price-in', '2', '--price-out', '8'];

  test('reads what is to be made, and by what', () => {
    expect(readReportArgs([...usual, ...model, ...price, '--limit', '0.5', '--max', '5'], KEY)).toMatchObject({
      categories: ['cs.CV', 'cs.RO'],
      most: 5,
      limit: 0.5,
      model: { key: KEY, config: { model: 'mine', price: { input: 2, output: 8 } } },
    });
    expect(readReportArgs(usual, KEY)).toMatchObject({ most: 10, limit: null, model: null, crossLists: true });
  });

  test.each([
    ['an address without a name', ['--model', 'https://models.example.com/v1']],
    ['a name without an address', ['--model-name', 'mine']],
    ['a blank name', [...model, '--model-name', ' ']],
    ['an address that others can read on its way', [...model, '--model', 'http://models.example.com/v1']],
    ['an address in the reader’s own network', [...model, '--model', 'http://192.168.1.7:11434/v1']],
    ['an address with a password', [...model, '--model', 'https://me:secret@models.example.com']],
    ['no address', [...model, '--model', 'deepseek chat']],
    ['the key in its place', [...model, '--model', `${KEY} `.repeat(2)]],
    ['another kind of address', [...model, '--model', 'file:///etc/passwd']],
    ['half a price', [...model, '--price-in', '2']],
    ['a price that is no number', [...model, '--price-in', 'two', '--price-out', '8']],
    ['a price without a model', price],
    ['a limit without a price', [...model, '--limit', '1']],
    ['a limit without a model', ['--limit', '1']],
    ['a limit that is no number', [...model, ...price, '--limit', '-1']],
  ])('says what is wrong with %s', (_, args) => {
    expect(readReportArgs([...usual, ...args], KEY)).toMatch(/--(?:model|price|limit)/);
    expect(readReportArgs([...usual, ...args], KEY)).not.toMatch(/planted|secret/);
  });

  test('asks for the key of a provider that needs one', () => {
    const args = [...usual, '--model', 'https://api.deepseek.com', '--model-name', 'deepseek-flash'];
    expect(readReportArgs(args, undefined)).toContain('DAODU_KEY');
    expect(readReportArgs(args, ' ')).toContain('DAODU_KEY');
    expect(readReportArgs(args, KEY)).toMatchObject({ model: { key: KEY } });
  });
});
