import { readAddress, wayTo } from '@/core/model/address';
import type { ModelConfig, Price } from '@/core/model/config';
import { configFromPreset, getPreset, type Preset, PRESETS } from '@/core/model/presets';

/** A model to make a report with, and its key. */
export interface ModelOptions {
  config: ModelConfig;
  key: string | null;
}

interface ModelArgs {
  address: string | undefined;
  name: string | undefined;
  priceIn: string | undefined;
  priceOut: string | undefined;
  /** The value of `DAODU_KEY`. */
  key: string | undefined;
}

export function isYuan(value: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(value);
}

/**
 * Reads which model is meant. A known provider's address brings its ways; any other is spoken to as OpenAI's is. Sentences repeat
 * nothing of what was given: it may hold a password, or be the key.
 *
 * @returns null without a model, a sentence where what is given names none.
 */
export function readModelOptions({ address, name, priceIn, priceOut, key }: ModelArgs): ModelOptions | string | null {
  const isPriced = priceIn !== undefined || priceOut !== undefined;
  if (address === undefined && name === undefined && !isPriced) return null;
  const model = name?.trim() ?? '';
  if (address === undefined || model === '') return '用模型要同时写 --model 和 --model-name';
  const read = readAddress(address);
  if ('problem' in read) return '--model 要写模型服务的网址，例如 https://api.deepseek.com';
  const { baseUrl } = read;
  if (wayTo(baseUrl) === 'open') return '--model 要用 https，只有本机的服务可以用 http';
  if (isPriced && !(isYuan(priceIn ?? '') && isYuan(priceOut ?? ''))) {
    return '--price-in 和 --price-out 要一起写，单位是每百万 token 多少元';
  }
  const preset = findPreset(baseUrl);
  const known = preset.models[0] === model ? preset.price : null;
  const price: Price | null = isPriced ? { input: Number(priceIn), output: Number(priceOut) } : known;
  const config = { ...configFromPreset(preset, `${baseUrl} ${model}`, 'zh'), baseUrl, model, price };
  const secret = key?.trim() ?? '';
  if (secret === '' && preset.needsKey) return '没有密钥：请放进环境变量 DAODU_KEY';
  return { config, key: secret === '' ? null : secret };
}

/** The provider at an address. What stands at another path of its host speaks as OpenAI does, if at all. */
function findPreset(baseUrl: string): Preset {
  const { host } = new URL(baseUrl);
  const found = PRESETS.find(({ protocol, baseUrl: first, otherSites }) =>
    [first, ...otherSites].some(
      (site) => site === baseUrl || (protocol === 'openai' && site !== '' && new URL(site).host === host),
    ),
  );
  return found ?? getPreset('custom');
}
