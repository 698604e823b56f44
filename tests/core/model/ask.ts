import type { ModelConfig, Protocol } from '@/core/model/config';
import { configFromPreset, getPreset } from '@/core/model/presets';
import { type ModelContext, type ModelEvent, type ModelRequest, streamModel } from '@/core/model/stream';
import type { ModelServer } from '../../model-server';
import { VirtualClock } from '../../virtual-clock';

export const PROTOCOLS: Protocol[] = ['openai', 'gemini', 'anthropic', 'ollama'];
/** Looks like a key of most providers, and stands nowhere else. */
export const KEY = 'sk-planted0123456789abcdefPLANTED';

const PROVIDERS: Record<Protocol, string> = {
  openai: 'deepseek',
  gemini: 'gemini',
  anthropic: 'anthropic',
  ollama: 'ollama',
};
const PATHS: Record<Protocol, string> = { openai: '/v1', gemini: '/v1beta', anthropic: '/v1', ollama: '' };

/** A model at a scripted server. */
export function modelAt(server: ModelServer, protocol: Protocol, changes: Partial<ModelConfig> = {}): ModelConfig {
  const config = configFromPreset(getPreset(changes.provider ?? PROVIDERS[protocol]), 'm1', 'zh');
  return { ...config, protocol, baseUrl: server.url + PATHS[protocol], ...changes };
}

export function contextOf(changes: Partial<ModelContext> = {}): ModelContext {
  return { fetch, key: KEY, clock: new VirtualClock(), signal: new AbortController().signal, ...changes };
}

export const PROSE: ModelRequest = {
  system: 'Be brief.',
  user: 'What is this paper about?',
  maxTokens: 500,
  schema: null,
};
export const JSON_ASKED: ModelRequest = {
  ...PROSE,
  user: 'Answer in JSON.',
  schema: { type: 'object', properties: {} },
};

/** All events of one answer. */
export async function ask(
  config: ModelConfig,
  request: ModelRequest = PROSE,
  context: ModelContext = contextOf(),
): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  for await (const event of streamModel(config, request, context)) events.push(event);
  return events;
}

export const textOf = (events: readonly ModelEvent[]) =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('');
export const endOf = (events: readonly ModelEvent[]) => events.find((event) => event.kind === 'end');
