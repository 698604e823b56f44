import { exactly, mention, type Mention } from './mention';

const RANGE = /^(?:\s?\$?\s?(?:[-–—~]|--|到|至|\\sim)\s?\$?\s?|\s?\$?\sto\s\$?|\s?至\s?约?)$/;
const PLUS_MINUS = /^\s?\$?\s?(?:±|\{?\\pm\}?|\+\/-|\+-)\s?\$?\s?$/;
const PRODUCT = /^\s?\$?\s?(?:[xX×*]|\\times)\s?\$?\s?$/;
const INTERVAL = /^\s?,\s?$/;

/**
 * Joins what is one statement: ranges (3–5, [0, 1]), a value with its deviation (92.9±1.2%), products (832×480), ratios (16:9) and
 * fractions (1/3). A sign or magnitude that is written once, at the end of a range, holds for its beginning too.
 */
export function joinMentions(text: string, mentions: readonly Mention[]): Mention[] {
  const joined: Mention[] = [];
  for (const next of mentions) {
    const last = joined.at(-1);
    const both = last && next.start - last.end <= 8 ? join(text, last, next) : null;
    if (both) joined[joined.length - 1] = both;
    else joined.push(next);
  }
  return joined;
}

function join(text: string, first: Mention, second: Mention): Mention | null {
  if (first.kind === 'date' || second.kind === 'date') return null;
  const [low] = first.values;
  const [high] = second.values;
  if (!low || !high) return null;
  const between = text.slice(first.end, second.start);
  const at = { start: first.start, end: second.end };
  const parts = [...first.values, ...second.values];
  const isPlain = first.kind === 'plain' && second.kind === 'plain' && second.sign === null;
  if (PRODUCT.test(between) && isPlain && first.shape !== 'range') {
    return mention({ ...at, shape: 'product', values: parts, unit: second.unit });
  }
  if (first.shape !== 'single') return null;
  if (isPlain && (between === ':' || between === '：') && low.value < 1000 && high.value < 1000) {
    return mention({ ...at, shape: 'ratio', values: parts });
  }
  if (isPlain && (between === '/' || between === '/ ') && isFraction(text, first, second)) {
    return mention({ ...at, values: [exactly(low.value / high.value)], unit: second.unit });
  }
  const isDeviation = PLUS_MINUS.test(between);
  const isRange = RANGE.test(between) && isRising(low.value, high.value, first, second);
  const isInterval =
    INTERVAL.test(between) &&
    /\[\s?$/.test(text.slice(0, first.start).slice(-2)) &&
    /^\s?[\])]/.test(text.slice(second.end, second.end + 2));
  if (!isDeviation && !isRange && !isInterval) return null;
  if (first.kind !== second.kind && first.kind !== 'plain') return null;
  if (first.kind === 'plain' && first.unit === 'measure' && second.unit !== 'measure') return null;
  const values = [first.kind === second.kind ? lifted(low, high, isRange) : low, high];
  return mention({
    start: isInterval ? text.lastIndexOf('[', first.start) : at.start,
    end: isInterval ? second.end + 1 + (/^\s/.test(text.slice(second.end)) ? 1 : 0) : at.end,
    shape: 'range',
    kind: second.kind,
    values,
    sign: first.sign,
    leeway: first.leeway,
    unit: second.unit,
    measure: second.measure,
    isPoints: second.isPoints,
  });
}

function isRising(low: number, high: number, first: Mention, second: Mention): boolean {
  return (first.sign === '-' ? -low : low) <= (second.sign === '-' ? -high : high);
}

type Part = Mention['values'][number];

/** 3-5 万: the magnitude behind the second holds for the first, when that is written without and would be out of all proportion. */
function lifted(low: Part, high: Part, isRange: boolean): Part {
  if (!isRange || high.step < 100 || low.step > 1 || low.value * 1000 > high.value) return low;
  const factor = [1e12, 1e9, 1e8, 1e7, 1e6, 1e4, 1e3].find(
    (size) => low.value * size <= high.value && high.step <= size,
  );
  return factor === undefined ? low : { value: low.value * factor, step: low.step * factor, digits: low.digits };
}

function isFraction(text: string, first: Mention, second: Mention): boolean {
  return (
    first.sign === null &&
    /^\d+$/.test(text.slice(first.start, first.end)) &&
    /^\d+$/.test(text.slice(second.start, second.end)) &&
    second.values[0]?.value !== 0 &&
    text[first.start - 1] !== '/' &&
    !/^[/-]/.test(text.slice(second.end))
  );
}
