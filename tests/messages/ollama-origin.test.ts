import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Protocol } from '@/core/model/config';

interface Rule {
  id: number;
  condition: { urlFilter: string; initiatorDomains: string[] };
}

/** The session rules of a browser, as far as they are looked at here. */
const fake = vi.hoisted(() => ({ rules: new Map<number, Rule>(), fails: false }));
// The polyfill refuses to load outside an extension.
vi.mock('@/messages/webext', () => ({
  browser: {
    runtime: { getURL: (path: string) => `moz-extension://0b6a5c1e-own${path}` },
    declarativeNetRequest: {
      updateSessionRules: async ({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: Rule[] }) => {
        if (fake.fails) throw new Error('no rules here');
        for (const id of removeRuleIds) fake.rules.delete(id);
        for (const rule of addRules) {
          if (fake.rules.has(rule.id)) throw new Error(`rule ${rule.id} is there already`);
          fake.rules.set(rule.id, rule);
        }
      },
    },
  },
}));

const { ensureModelReachable } = await import('@/messages/ollama-origin');

const reach = (protocol: Protocol, baseUrl: string) => ensureModelReachable({ protocol, baseUrl });
const filters = () => [...fake.rules.values()].map(({ condition }) => condition.urlFilter);

beforeEach(() => {
  fake.rules.clear();
  fake.fails = false;
});

describe('the Origin header is dropped', () => {
  test.each([
    ['ollama', 'http://127.0.0.1:11434', '|http://127.0.0.1:11434/'],
    ['ollama', 'https://ollama.example/models', '|https://ollama.example/'],
    ['openai', 'http://localhost:1234/v1', '|http://localhost:1234/'],
    ['openai', 'http://192.168.1.20:8000/v1', '|http://192.168.1.20:8000/'],
  ] as const)('for %s at %s', async (protocol, baseUrl, filter) => {
    await reach(protocol, baseUrl);
    expect(filters()).toEqual([filter]);
  });

  test.each([
    ['openai', 'https://api.deepseek.com/v1'],
    ['gemini', 'https://generativelanguage.googleapis.com'],
    ['anthropic', 'https://api.anthropic.com'],
  ] as const)('not for %s at %s', async (protocol, baseUrl) => {
    await reach(protocol, baseUrl);
    expect(filters()).toEqual([]);
  });

  test('for our own requests alone', async () => {
    await reach('ollama', 'http://127.0.0.1:11434');
    const [rule] = fake.rules.values();
    expect(rule?.condition.initiatorDomains).toEqual(['0b6a5c1e-own']);
  });

  test('by one rule an origin, however often it is asked for and by whom', async () => {
    await Promise.all([reach('ollama', 'http://127.0.0.1:11434'), reach('ollama', 'http://127.0.0.1:11434')]);
    await reach('openai', 'http://127.0.0.1:11434/v1');
    await reach('openai', 'http://127.0.0.1:1234/v1');
    expect(filters()).toEqual(['|http://127.0.0.1:11434/', '|http://127.0.0.1:1234/']);
  });

  test('where the browser can; where it cannot, the request is made all the same', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fake.fails = true;
    await expect(reach('ollama', 'http://127.0.0.1:11434')).resolves.toBeUndefined();
  });
});
