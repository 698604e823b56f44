import type { Language } from '../settings';
import type { ModelConfig, Price, Protocol } from './config';

/** Where a provider stands in the settings; `abroad` needs a network that reaches it. */
export type PresetGroup = 'mainland' | 'local' | 'abroad' | 'custom';

/** What a provider does otherwise than the others of its protocol. */
export interface Quirks {
  maxTokensField: 'max_tokens' | 'max_completion_tokens';
  /** Usage is told at the end of a stream only when `stream_options` asks for it. */
  usageOnRequest: boolean;
  /** Open models behind it may think inside the answer, also without the opening `<think>`. */
  thinksInText: boolean;
  /** Fields sent along, such as the one that turns thinking off; left out again when the server objects. */
  extras: Readonly<Record<string, unknown>>;
}

/** A provider as the settings offer it: everything a new ModelConfig begins with. */
export interface Preset {
  id: string;
  name: Record<Language, string>;
  group: PresetGroup;
  protocol: Protocol;
  baseUrl: string;
  /** The same provider's other sites, whose keys differ though they look the same. */
  otherSites: readonly string[];
  /** The first is the one to begin with. */
  models: readonly string[];
  contextTokens: number;
  /** Of the first model, at its dearer hours and for a paper's length; null where it costs nothing or nobody knows. */
  price: Price | null;
  json: ModelConfig['json'];
  readsPdf: boolean;
  needsKey: boolean;
  /** How its keys begin or look; null when they have no form of their own. */
  keyForm: RegExp | null;
  /** Where to get a key. */
  keyUrl: string | null;
  quirks: Quirks;
}

const PLAIN: Quirks = { maxTokensField: 'max_tokens', usageOnRequest: true, thinksInText: false, extras: {} };
/** A paper's summary needs no thinking, and answers come sooner and cheaper without. */
const NO_THINKING: Quirks = { ...PLAIN, extras: { thinking: { type: 'disabled' } } };

/**
 * Providers in the order in which they are offered: at mainland hosts, on the reader's machine, abroad. Names of models, limits
 * and prices are those of November 2026, in yuan per million tokens (dollars at 6.74); the reader may change each.
 */
export const PRESETS: readonly Preset[] = [
  {
    id: 'deepseek',
    name: { zh: 'DeepSeek', en: 'DeepSeek' },
    group: 'mainland',
    protocol: 'openai',
    baseUrl: 'https://api.deepseek.com',
    otherSites: [],
    models: ['deepseek-flash', 'deepseek-v4-pro'],
    contextTokens: 1_000_000,
    price: { input: 2, output: 8 },
    json: 'object',
    readsPdf: false,
    needsKey: true,
    keyForm: /^sk-/,
    keyUrl: 'https://platform.deepseek.com/api_keys',
    quirks: NO_THINKING,
  },
  {
    id: 'qwen',
    name: { zh: '通义千问', en: 'Qwen (DashScope)' },
    group: 'mainland',
    protocol: 'openai',
    baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    otherSites: [
      'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
      'https://dashscope-us.aliyuncs.com/compatible-mode/v1',
    ],
    models: ['qwen-plus', 'qwen-flash', 'qwen3.7-plus'],
    // It takes in a million; beyond this it costs more per token.
    contextTokens: 131_072,
    price: { input: 0.8, output: 2 },
    json: 'object',
    readsPdf: false,
    needsKey: true,
    keyForm: /^sk-/,
    keyUrl: 'https://bailian.console.aliyun.com/?tab=model#/api-key',
    // JSON mode is refused while a model thinks.
    quirks: { ...PLAIN, extras: { enable_thinking: false } },
  },
  {
    id: 'zhipu',
    name: { zh: '智谱 GLM', en: 'Zhipu GLM' },
    group: 'mainland',
    protocol: 'openai',
    baseUrl: 'https://open.bigmodel.cn/api/paas/v4',
    otherSites: ['https://api.z.ai/api/paas/v4'],
    models: ['glm-5.3-flash', 'glm-5.3', 'glm-4.7-flash'],
    contextTokens: 200_000,
    price: { input: 1, output: 3.5 },
    json: 'object',
    readsPdf: false,
    needsKey: true,
    keyForm: /^[\da-f]{32}\.\w+$/i,
    keyUrl: 'https://bigmodel.cn/usercenter/proj-mgmt/apikeys',
    // Newer models refuse to be told not to think; usage comes unasked.
    quirks: { ...PLAIN, usageOnRequest: false },
  },
  {
    id: 'kimi',
    name: { zh: 'Kimi', en: 'Kimi (Moonshot)' },
    group: 'mainland',
    protocol: 'openai',
    baseUrl: 'https://api.moonshot.cn/v1',
    otherSites: ['https://api.moonshot.ai/v1'],
    models: ['kimi-k2.6', 'kimi-k3'],
    contextTokens: 262_144,
    price: { input: 6.5, output: 27 },
    json: 'object',
    readsPdf: false,
    needsKey: true,
    keyForm: /^sk-/,
    keyUrl: 'https://platform.kimi.com/console/api-keys',
    quirks: { ...NO_THINKING, maxTokensField: 'max_completion_tokens' },
  },
  {
    id: 'siliconflow',
    name: { zh: '硅基流动', en: 'SiliconFlow' },
    group: 'mainland',
    protocol: 'openai',
    baseUrl: 'https://api.siliconflow.cn/v1',
    otherSites: ['https://api.siliconflow.com/v1'],
    models: ['deepseek-ai/DeepSeek-V4-Flash', 'Qwen/Qwen3.6-35B-A3B', 'Pro/zai-org/GLM-5.1'],
    contextTokens: 131_072,
    price: { input: 1, output: 2 },
    json: 'object',
    readsPdf: false,
    needsKey: true,
    keyForm: /^sk-/,
    keyUrl: 'https://cloud.siliconflow.cn/account/ak',
    quirks: { ...PLAIN, usageOnRequest: false, thinksInText: true },
  },
  {
    id: 'volcengine',
    name: { zh: '火山方舟', en: 'Volcengine Ark' },
    group: 'mainland',
    protocol: 'openai',
    baseUrl: 'https://ark.cn-beijing.volces.com/api/v3',
    otherSites: ['https://ark.ap-southeast.bytepluses.com/api/v3'],
    models: ['doubao-seed-2-0-lite-260428', 'doubao-seed-2-0-mini-260428', 'doubao-seed-2-1-turbo-260628'],
    contextTokens: 256_000,
    price: { input: 0.9, output: 5.4 },
    json: 'object',
    readsPdf: false,
    needsKey: true,
    keyForm: null,
    keyUrl: 'https://console.volcengine.com/ark/region:ark+cn-beijing/apiKey',
    quirks: NO_THINKING,
  },
  {
    id: 'lmstudio',
    name: { zh: 'LM Studio（本机）', en: 'LM Studio (this machine)' },
    group: 'local',
    protocol: 'openai',
    baseUrl: 'http://127.0.0.1:1234/v1',
    otherSites: [],
    models: ['qwen/qwen3-8b', 'openai/gpt-oss-20b'],
    // What a model was loaded with decides, and LM Studio does not say.
    contextTokens: 16_384,
    price: null,
    json: 'schema',
    readsPdf: false,
    needsKey: false,
    keyForm: null,
    keyUrl: null,
    quirks: { ...PLAIN, thinksInText: true },
  },
  {
    id: 'ollama',
    name: { zh: 'Ollama（本机）', en: 'Ollama (this machine)' },
    group: 'local',
    protocol: 'ollama',
    baseUrl: 'http://127.0.0.1:11434',
    otherSites: [],
    models: ['qwen3:8b', 'qwen3:4b', 'gemma3:12b'],
    contextTokens: 32_768,
    price: null,
    json: 'schema',
    readsPdf: false,
    needsKey: false,
    keyForm: null,
    keyUrl: null,
    quirks: { ...PLAIN, thinksInText: true },
  },
  {
    id: 'openrouter',
    name: { zh: 'OpenRouter', en: 'OpenRouter' },
    group: 'abroad',
    protocol: 'openai',
    baseUrl: 'https://openrouter.ai/api/v1',
    otherSites: [],
    models: ['openai/gpt-6-luna', 'google/gemini-3.8-flash', 'deepseek/deepseek-v4-flash'],
    contextTokens: 1_000_000,
    price: { input: 0.7, output: 3.4 },
    json: 'object',
    readsPdf: true,
    needsKey: true,
    keyForm: /^sk-or-/,
    keyUrl: 'https://openrouter.ai/settings/keys',
    quirks: { ...PLAIN, thinksInText: true },
  },
  {
    id: 'openai',
    name: { zh: 'OpenAI', en: 'OpenAI' },
    group: 'abroad',
    protocol: 'openai',
    baseUrl: 'https://api.openai.com/v1',
    otherSites: [],
    models: ['gpt-6-luna', 'gpt-6.1-sol'],
    contextTokens: 272_000,
    price: { input: 0.7, output: 3.4 },
    json: 'schema',
    readsPdf: true,
    needsKey: true,
    keyForm: /^sk-/,
    keyUrl: 'https://platform.openai.com/api-keys',
    quirks: { ...PLAIN, maxTokensField: 'max_completion_tokens' },
  },
  {
    id: 'gemini',
    name: { zh: 'Gemini', en: 'Gemini' },
    group: 'abroad',
    protocol: 'gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    otherSites: [],
    models: ['gemini-3.8-flash', 'gemini-3.5-flash-lite'],
    contextTokens: 1_000_000,
    // Half of this until the end of 2026.
    price: { input: 10, output: 50 },
    json: 'schema',
    readsPdf: true,
    needsKey: true,
    keyForm: /^(?:AIza|AQ\.)/,
    keyUrl: 'https://aistudio.google.com/apikey',
    quirks: PLAIN,
  },
  {
    id: 'anthropic',
    name: { zh: 'Anthropic', en: 'Anthropic' },
    group: 'abroad',
    protocol: 'anthropic',
    baseUrl: 'https://api.anthropic.com/v1',
    otherSites: [],
    models: ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'],
    contextTokens: 1_000_000,
    price: { input: 0.7, output: 3.4 },
    json: 'schema',
    readsPdf: true,
    needsKey: true,
    keyForm: /^sk-ant-/,
    keyUrl: 'https://platform.claude.com/settings/keys',
    quirks: PLAIN,
  },
  {
    id: 'custom',
    name: { zh: '其他兼容 OpenAI 的服务', en: 'Another OpenAI-compatible service' },
    group: 'custom',
    protocol: 'openai',
    baseUrl: '',
    otherSites: [],
    models: [],
    contextTokens: 32_768,
    price: null,
    json: 'prompt',
    readsPdf: false,
    needsKey: false,
    keyForm: null,
    keyUrl: null,
    quirks: { ...PLAIN, thinksInText: true },
  },
];

/** The preset of this id; a provider we no longer know is like any other address. */
export function getPreset(id: string): Preset {
  const found = PRESETS.find((preset) => preset.id === id) ?? PRESETS.at(-1);
  if (!found) throw new Error('there are no presets');
  return found;
}

/** A new model of a preset, to be edited. */
export function configFromPreset(preset: Preset, id: string, language: Language): ModelConfig {
  const { protocol, baseUrl, contextTokens, price, json, readsPdf } = preset;
  const name = preset.name[language];
  return {
    id,
    name,
    provider: preset.id,
    protocol,
    baseUrl,
    model: preset.models[0] ?? '',
    contextTokens,
    price,
    json,
    readsPdf,
  };
}

/**
 * The host of the provider's other site, for whoever holds a key of that one: api.moonshot.ai for a model at api.moonshot.cn.
 * An address of the reader's own counts as the preset's first. Null where the provider has one site only.
 */
export function otherSiteOf(config: ModelConfig): string | null {
  const preset = getPreset(config.provider);
  const hosts = [preset.baseUrl, ...preset.otherSites].filter((url) => url !== '').map((url) => new URL(url).host);
  const own = URL.canParse(config.baseUrl) ? new URL(config.baseUrl).host : '';
  return hosts.find((host) => host !== (hosts.includes(own) ? own : hosts[0])) ?? null;
}
