import { describe, expect, test } from 'vitest';
import { configFromPreset, getPreset, otherSiteOf, PRESETS } from '@/core/model/presets';

const ids = PRESETS.map(({ id }) => id);

const at = (provider: string, baseUrl?: string) =>
  otherSiteOf({ ...configFromPreset(getPreset(provider), 'm', 'zh'), ...(baseUrl !== undefined && { baseUrl }) });

describe('the presets', () => {
  test('begin with mainland services and end with any other address', () => {
    expect(ids).toEqual([
      'deepseek',
      'qwen',
      'zhipu',
      'kimi',
      'siliconflow',
      'volcengine',
      'lmstudio',
      'ollama',
      'openrouter',
      'openai',
      'gemini',
      'anthropic',
      'custom',
    ]);
    expect([...new Set(PRESETS.map(({ group }) => group))]).toEqual(['mainland', 'local', 'abroad', 'custom']);
  });

  test.each(PRESETS.filter(({ id }) => id !== 'custom'))('$id can be used as it is', (preset) => {
    const local = preset.group === 'local';
    for (const url of [preset.baseUrl, ...preset.otherSites]) {
      expect(url).toMatch(local ? /^http:\/\/127\.0\.0\.1:\d+/ : /^https:\/\//);
      expect(url).not.toMatch(/\/$/);
    }
    expect(preset.models.length).toBeGreaterThanOrEqual(1);
    expect(preset.models.length).toBeLessThanOrEqual(4);
    expect(preset.contextTokens).toBeGreaterThanOrEqual(16_384);
    expect(preset.needsKey).toBe(!local);
    expect(preset.price === null).toBe(local);
    expect(preset.keyUrl === null).toBe(local);
    expect(Object.values(preset.name).every((name) => name !== '')).toBe(true);
    expect(Object.keys(preset.quirks.extras)).not.toContain('temperature');
    if (preset.price) expect(preset.price.output).toBeGreaterThan(preset.price.input);
  });

  test('make a model that can be edited', () => {
    expect(configFromPreset(getPreset('kimi'), 'm7', 'en')).toEqual({
      id: 'm7',
      name: 'Kimi (Moonshot)',
      provider: 'kimi',
      protocol: 'openai',
      baseUrl: 'https://api.moonshot.cn/v1',
      model: 'kimi-k2.6',
      contextTokens: 262_144,
      price: { input: 6.5, output: 27 },
      json: 'object',
      readsPdf: false,
    });
  });

  test('take a provider that is no longer known for any other address', () =>
    expect(getPreset('gone').id).toBe('custom'));
});

describe('the other site', () => {
  test.each([
    ['kimi', 'https://api.moonshot.cn/v1', 'api.moonshot.ai'],
    ['kimi', 'https://api.moonshot.ai/v1', 'api.moonshot.cn'],
    ['qwen', 'https://dashscope.aliyuncs.com/compatible-mode/v1', 'dashscope-intl.aliyuncs.com'],
    ['qwen', 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1', 'dashscope.aliyuncs.com'],
    ['siliconflow', 'https://api.siliconflow.com/v1', 'api.siliconflow.cn'],
    ['zhipu', 'https://api.z.ai/api/paas/v4', 'open.bigmodel.cn'],
    ['kimi', 'http://127.0.0.1:8080', 'api.moonshot.ai'],
  ])('of %s at %s is %s', (provider, baseUrl, expected) => expect(at(provider, baseUrl)).toBe(expected));

  test.each(['deepseek', 'openai', 'anthropic', 'ollama', 'custom'])('of %s is none', (provider) =>
    expect(at(provider)).toBeNull(),
  );

  test('of an address that is none is the second', () => expect(at('kimi', 'nonsense')).toBe('api.moonshot.ai'));
});
