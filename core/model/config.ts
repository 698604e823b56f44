/** How a provider is spoken to: the shape of its requests and of its streams. */
export type Protocol = 'openai' | 'gemini' | 'anthropic' | 'ollama';

/** What a model costs, in yuan per million tokens; written by the reader, or a preset's figure that the reader may change. */
export interface Price {
  input: number;
  output: number;
}

/** One named model of the reader's. Its key is no part of it: keys are kept apart and go only to `baseUrl`'s origin. */
export interface ModelConfig {
  id: string;
  /** What the reader calls it. */
  name: string;
  /** Id of the preset it was made from, such as `deepseek`; `custom` for any other address. */
  provider: string;
  protocol: Protocol;
  /** Without a slash at its end: https://api.deepseek.com/v1. */
  baseUrl: string;
  /** As the provider names it: deepseek-chat. */
  model: string;
  /** How many tokens it takes in at most. */
  contextTokens: number;
  price: Price | null;
  /** How it is asked for JSON: by a schema, by `json_object`, or in the prompt only. */
  json: 'schema' | 'object' | 'prompt';
  readsPdf: boolean;
}
