import { type AddressProblem, readAddress } from './address';
import type { ModelConfig, Price } from './config';

/** A model as a form holds it while it is typed: numbers are texts still. The key is not in it. */
export interface ModelDraft extends Pick<
  ModelConfig,
  'name' | 'provider' | 'protocol' | 'model' | 'json' | 'readsPdf'
> {
  /** As typed. */
  address: string;
  contextTokens: string;
  /** In yuan per million tokens; both empty when the price is not known. */
  inputPrice: string;
  outputPrice: string;
}

export type FieldProblem =
  | `address-${AddressProblem}`
  | 'model-empty'
  | 'tokens-unclear'
  | 'price-unclear'
  | 'price-half'
  | 'key-missing'
  | 'key-characters';

type Field = 'address' | 'model' | 'contextTokens' | 'inputPrice' | 'outputPrice' | 'key';
/** What is wrong at which field of a form. */
export type DraftProblems = Partial<Record<Field, FieldProblem>>;

/** A model in the form that a reader changes. */
export function toDraft(config: Omit<ModelConfig, 'id'>): ModelDraft {
  const { name, provider, protocol, model, json, readsPdf, baseUrl, contextTokens, price } = config;
  return {
    name,
    provider,
    protocol,
    model,
    json,
    readsPdf,
    address: baseUrl,
    contextTokens: String(contextTokens),
    inputPrice: price ? String(price.input) : '',
    outputPrice: price ? String(price.output) : '',
  };
}

/** Reads what was typed; a name left empty becomes the model's. */
export function readDraft(draft: ModelDraft): { model: Omit<ModelConfig, 'id'> } | { problems: DraftProblems } {
  const problems: DraftProblems = {};
  const address = readAddress(draft.address);
  if ('problem' in address) problems.address = `address-${address.problem}`;
  const model = draft.model.trim();
  if (model === '') problems.model = 'model-empty';
  const contextTokens = parseTokens(draft.contextTokens);
  if (contextTokens === null) problems.contextTokens = 'tokens-unclear';
  const price = readPrice(draft, problems);
  if ('problem' in address || contextTokens === null || Object.keys(problems).length > 0) return { problems };
  const { provider, protocol, json, readsPdf } = draft;
  const name = draft.name.trim() || model;
  return {
    model: { name, provider, protocol, baseUrl: address.baseUrl, model, contextTokens, price, json, readsPdf },
  };
}

/** `128000`, `128,000`, `128K`, `1M`, `12.8万`; null for anything that is no number of tokens a model could take in. */
export function parseTokens(text: string): number | null {
  const found = /^(?<number>\d+(?:\.\d+)?)(?<unit>[km万]?)$/i.exec(plain(text).replace(/,/g, ''))?.groups;
  if (!found) return null;
  const unit = { '': 1, k: 1_000, m: 1_000_000, 万: 10_000 }[found['unit']?.toLowerCase() ?? ''] ?? 1;
  const tokens = Math.round(Number(found['number']) * unit);
  return tokens >= 1_000 && tokens <= 100_000_000 ? tokens : null;
}

/** An amount of yuan, `0.5` or `¥0.5`; null when it is none. */
export function parseYuan(text: string): number | null {
  const found = /^¥?(?<number>\d{1,6}(?:\.\d+)?)元?$/.exec(plain(text))?.groups;
  return found ? Number(found['number']) : null;
}

function readPrice(draft: ModelDraft, problems: DraftProblems): Price | null {
  const fields = ['inputPrice', 'outputPrice'] as const;
  if (fields.every((field) => plain(draft[field]) === '')) return null;
  for (const field of fields) {
    if (plain(draft[field]) === '') problems[field] = 'price-half';
    else if (parseYuan(draft[field]) === null) problems[field] = 'price-unclear';
  }
  return { input: parseYuan(draft.inputPrice) ?? 0, output: parseYuan(draft.outputPrice) ?? 0 };
}

/**
 * What is wrong with a typed key, empty when it was left as it is.
 *
 * @param needed whether the provider wants a key and none is kept for its address.
 */
export function findKeyProblem(key: string, needed: boolean): FieldProblem | null {
  if (key === '') return needed ? 'key-missing' : null;
  return /^[\x21-\x7e]+$/.test(key) ? null : 'key-characters'; // it travels in a header
}

/** Full-width digits and signs as plain ones, without spaces. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
