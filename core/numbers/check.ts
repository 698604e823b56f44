import { sentenceSpans, type Span } from '../roles/sentences';
import { findNumbers, type NumberClaim, type NumberKind, toAsciiDigits } from './find';

/** A number of an analysis and whether the text it rests on holds it; `sentence` is that text's own, null when it does not. */
export interface CheckedNumber {
  text: string;
  start: number;
  found: boolean;
  sentence: string | null;
}

/** A number that the source mentions. `exact` false for one that is only part of a name, such as the 7B of a model's. */
interface Mention {
  value: number;
  step: number;
  kind: NumberKind;
  sentence: number;
}

const WORDS: Readonly<Record<string, [value: number, kind: NumberKind]>> = {
  two: [2, 'plain'],
  three: [3, 'plain'],
  four: [4, 'plain'],
  five: [5, 'plain'],
  six: [6, 'plain'],
  seven: [7, 'plain'],
  eight: [8, 'plain'],
  nine: [9, 'plain'],
  ten: [10, 'plain'],
  eleven: [11, 'plain'],
  twelve: [12, 'plain'],
  thirteen: [13, 'plain'],
  fourteen: [14, 'plain'],
  fifteen: [15, 'plain'],
  sixteen: [16, 'plain'],
  twenty: [20, 'plain'],
  thirty: [30, 'plain'],
  forty: [40, 'plain'],
  fifty: [50, 'plain'],
  hundred: [100, 'plain'],
  half: [50, 'percent'],
  quarter: [25, 'percent'],
  once: [1, 'plain'],
  one: [1, 'plain'],
  single: [1, 'plain'],
  first: [1, 'plain'],
  twice: [2, 'times'],
  double: [2, 'times'],
  doubles: [2, 'times'],
  doubling: [2, 'times'],
  triple: [3, 'times'],
  triples: [3, 'times'],
  twofold: [2, 'times'],
  threefold: [3, 'times'],
  fourfold: [4, 'times'],
  fivefold: [5, 'times'],
  tenfold: [10, 'times'],
  dozen: [12, 'plain'],
};
const WORD =
  /\b(?<word>[a-z]+)(?:[- ](?<then>fold|times|hundred|thousand|million|billion|percent|orders? of magnitude))?\b/gi;
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const ORDERS = /\b(?:(?<count>an|one|two|three|four|1|2|3|4) )?orders? of magnitude/gi;
const FACTOR_OF = /\b(?:factor of|speed-?ups? of|by a factor of)\s\$?\s?(?<digits>\d+(?:\.\d+)?)/gi;
const FRACTION = /(?<![\d/.])(?<top>\d{1,3})\s?\/\s?(?<bottom>\d{1,3})(?![\d/])/g;
/** Sizes inside names, which are worth finding: the 7B of Qwen2.5-7B. */
const NAMED_SIZE = /(?<=[A-Za-z\d][- ])(?<digits>\d+(?:\.\d+)?)(?<unit>[BMK])(?![A-Za-z\d])/g;
const NAMED_SCALE: Readonly<Record<string, number>> = { B: 1e9, M: 1e6, K: 1e3 };

/** A source that was read once, for the numbers of many texts to be looked up in. */
export interface NumberIndex {
  text: string;
  spans: readonly Span[];
  mentions: readonly Mention[];
}

/** Reads every number that a text mentions, in digits and in words. */
export function indexNumbers(source: string): NumberIndex {
  const text = toAsciiDigits(source).replace(/\\([%$,])/g, (_, sign: string) => (sign === ',' ? '  ' : ` ${sign}`));
  const spans = sentenceSpans(source);
  let at = 0;
  const sentenceAt = (start: number): number => {
    while (at > 0 && (spans[at]?.start ?? 0) > start) at--;
    while (at < spans.length - 1 && (spans[at]?.end ?? 0) <= start) at++;
    return at;
  };
  const mentions: Mention[] = findNumbers(source).map(({ value, step, kind, start }) => ({
    value,
    step,
    kind:
      kind === 'plain' && /^\s?(?:-|–)?\s?(?:fold|times|percent)/.test(text.slice(start + 1, start + 24))
        ? 'times'
        : kind,
    sentence: sentenceAt(start),
  }));
  const add = (value: number, kind: NumberKind, start: number, step = 1) =>
    mentions.push({ value, step, kind, sentence: sentenceAt(start) });
  for (const { groups = {}, index } of text.matchAll(WORD)) {
    const known = WORDS[(groups['word'] ?? '').toLowerCase()];
    if (!known) continue;
    const then = (groups['then'] ?? '').toLowerCase();
    const scale = SCALES[then];
    const kind = /fold|times/.test(then) ? 'times' : then === 'percent' ? 'percent' : known[1];
    add(known[0] * (scale ?? 1), kind, index);
  }
  for (const { groups = {}, index } of text.matchAll(ORDERS)) {
    const count = groups['count']?.toLowerCase() ?? 'one';
    add(10 ** (WORDS[count]?.[0] ?? (Number(count) || 1)), 'times', index);
  }
  for (const { groups = {}, index } of text.matchAll(FACTOR_OF)) {
    const digits = groups['digits'] ?? '';
    add(Number(digits), 'times', index, stepOf(digits));
  }
  for (const { groups = {}, index } of text.matchAll(FRACTION)) {
    const share = Number(groups['top']) / Number(groups['bottom']);
    if (share < 1 && Number.isFinite(share)) add(share * 100, 'percent', index, 0.1);
  }
  for (const { groups = {}, index } of text.matchAll(NAMED_SIZE)) {
    const digits = groups['digits'] ?? '';
    const scale = NAMED_SCALE[groups['unit'] ?? ''] ?? 1;
    add(Number(digits) * scale, 'plain', index, stepOf(digits) * scale);
  }
  return { text: source, spans, mentions };
}

function stepOf(digits: string): number {
  const point = digits.indexOf('.');
  return point === -1 ? 1 : 10 ** (point + 1 - digits.length);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other), 1e-12);
}

/** Whether a claim is the value of the source, as it stands or rounded; a claim finer than the source is not. */
function isValue(claim: NumberClaim, value: number, step: number, scale = 1): boolean {
  const claimed = claim.value * scale;
  if (isNear(claimed, value)) return true;
  const claimStep = claim.step * scale;
  // 约 90% and 130 万 mean their zeros no more than a reader would.
  const roughStep = claim.rough ? Math.max(claimStep, roughnessOf(claim.value) * scale) : claimStep;
  const mayRound = claim.rough || claim.step !== 1 || claim.kind !== 'plain';
  if (!mayRound || step >= roughStep) return false;
  return Math.abs(claimed - value) <= roughStep / 2 + 1e-9 * roughStep;
}

/** What the last digit that is not zero stands for: 10 for 90, 100,000 for 1,300,000. */
function roughnessOf(value: number): number {
  let step = 1;
  while (value !== 0 && Number.isInteger(value / (step * 10)) && step < 1e15) step *= 10;
  return step;
}

function isSame(claim: NumberClaim, mention: Mention): boolean {
  const { value, step, kind } = mention;
  if (claim.kind === 'plain' || claim.kind === kind) return isValue(claim, value, step);
  if (kind !== 'plain') return false;
  const hasDecimals = step < 1;
  // `89.3 mAP` may be told as 89.3%, and 0.893 too; 5 datasets are no 5%.
  if (claim.kind === 'percent') {
    if (hasDecimals && value <= 1 && isValue(claim, value, step, 0.01)) return true;
    return hasDecimals && value > 1 && isValue(claim, value, step);
  }
  return hasDecimals && isValue(claim, value, step);
}

const TERM = /[A-Za-z][A-Za-z\d-]{2,}|\d+(?:\.\d+)?/g;

function termsOf(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(TERM), ([term]) => term.toLowerCase()));
}

/** The claim's own sentence of the analysis, by which the source's is chosen when several hold the number. */
function around(text: string, start: number): string {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start), start - 200) + 1;
  const ends = [text.indexOf('。', start), text.indexOf('\n', start)].filter((end) => end !== -1);
  return text.slice(from, Math.min(...ends, start + 200));
}

/** Looks the numbers of a text up in a source that was read before. */
export function lookUpNumbers(text: string, { text: source, spans, mentions }: NumberIndex): CheckedNumber[] {
  return findNumbers(text).map((claim) => {
    const sentences = [
      ...new Set(mentions.filter((mention) => isSame(claim, mention)).map(({ sentence }) => sentence)),
    ];
    const chosen = sentences.length > 1 ? bestOf(sentences, text, claim) : sentences[0];
    const span = chosen === undefined ? undefined : spans[chosen];
    const sentence = span ? source.slice(span.start, span.end) : null;
    return { text: claim.text, start: claim.start, found: sentence !== null, sentence };
  });

  function bestOf(
    sentences: readonly number[],
    analysis: string,
    { start, text: own }: NumberClaim,
  ): number | undefined {
    const wanted = termsOf(around(analysis, start));
    for (const term of termsOf(own)) wanted.delete(term);
    const score = (index: number): number => {
      const span = spans[index];
      if (!span) return 0;
      let shared = 0;
      for (const term of termsOf(source.slice(span.start, span.end))) if (wanted.has(term)) shared++;
      return shared;
    };
    return sentences.toSorted((one, other) => score(other) - score(one) || one - other)[0];
  }
}

/** Looks every number of a text up in the source it rests on. */
export function checkNumbers(text: string, source: string): CheckedNumber[] {
  return lookUpNumbers(text, indexNumbers(source));
}
