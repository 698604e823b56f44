import type { Language } from '../settings';
import type { Price } from './config';

const CHINESE = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/gu;
const TOKENS_PER_CHINESE_CHARACTER = 0.8;
const CHARACTERS_PER_TOKEN = 4;

/**
 * About how many tokens a text is. Today's tokenizers need 0.6 to 1 token for a Chinese character and one for about four
 * characters of English; formulas need more, so this is a guess for a budget and for a price told beforehand, no count.
 */
export function estimateTokens(text: string): number {
  const chinese = text.match(CHINESE)?.length ?? 0;
  return Math.ceil(chinese * TOKENS_PER_CHINESE_CHARACTER + (text.length - chinese) / CHARACTERS_PER_TOKEN);
}

/** What tokens cost, in yuan; null when either is unknown. */
export function costOf(usage: { input: number; output: number } | null, price: Price | null): number | null {
  if (!usage || !price) return null;
  return (usage.input * price.input + usage.output * price.output) / 1_000_000;
}

/** A paper of usual length with the request around it, and a guide. */
export const USUAL_GUIDE = { input: 16_000, output: 2_500 };

/** What a guide from the full text will cost about, in yuan; null without a price. */
export function estimateGuideCost(price: Price | null): number | null {
  return costOf(USUAL_GUIDE, price);
}

/** What is said beside the button: 约 0.02 元, 约 18,500 tokens; '' without a price. */
export function describeEstimate(cost: number | null, language: Language): string {
  if (cost === null) return '';
  const tokens = (USUAL_GUIDE.input + USUAL_GUIDE.output).toLocaleString('en');
  return language === 'zh'
    ? `${formatYuan(cost, language)}，约 ${tokens} tokens`
    : `${formatYuan(cost, language)}, about ${tokens} tokens`;
}

/** 0.0234 is '约 0.023 元': two significant digits, since the price itself is a rough one. */
export function formatYuan(cost: number, language: Language): string {
  const isChinese = language === 'zh';
  if (cost === 0) return isChinese ? '0 元' : '¥0';
  if (cost < 0.001) return isChinese ? '不到 0.001 元' : 'less than ¥0.001';
  const rounded = Number(cost.toPrecision(2));
  return isChinese ? `约 ${rounded} 元` : `about ¥${rounded}`;
}
