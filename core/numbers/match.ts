import type { Mention, Quantity } from './mention';

/** How well a number of a source bears out a claim: `exact` beats `rounded`; null when it does not. */
export type Fit = 'exact' | 'rounded' | null;

/**
 * Compares a claim with one number of a source. The claim may round, the source may not: 89.3% rests on 89.27%, never the reverse.
 * Kind matters: a percentage rests on a percentage, on percentage points, on a share (0.893), or on a bare decimal, as tables hold
 * them; a multiple on a multiple; a bare number on the same value of any kind, a counted or measured one only on a plain one.
 */
export function fit(claim: Mention, source: Mention): Fit {
  if (claim.kind === 'date' || source.kind === 'date') return fitDate(claim, source);
  if (claim.shape !== source.shape || claim.values.length !== source.values.length) return null;
  if (claim.sign !== null && source.sign !== null && claim.sign !== source.sign && claim.shape === 'single')
    return null;
  if (claim.shape === 'product' || claim.shape === 'ratio') {
    return claim.values.every(({ value }, index) => isSame(value, source.values[index]?.value ?? NaN)) ? 'exact' : null;
  }
  if (claim.bytes !== null && claim.bytes === source.bytes) return 'exact';
  let best: Fit = 'exact';
  for (const [index, value] of claim.values.entries()) {
    const other = source.values[index];
    const one = other ? fitQuantity(value, other, claim, source) : null;
    if (one === null) return null;
    if (one === 'rounded') best = 'rounded';
  }
  return best;
}

function fitDate(claim: Mention, source: Mention): Fit {
  if (claim.kind !== 'date') {
    // A year may stand in a date.
    const [year] = source.values;
    return claim.kind === 'plain' && claim.shape === 'single' && year?.value === claim.values[0]?.value
      ? 'exact'
      : null;
  }
  if (source.kind !== 'date') return null;
  return claim.values.every(({ value }, index) => value === 0 || value === source.values[index]?.value)
    ? 'exact'
    : null;
}

/** One value of a claim against one of a source; each claim and source say what kind theirs is. */
function fitQuantity(claimed: Quantity, given: Quantity, claim: Mention, source: Mention): Fit {
  const factor = scaleOf(claim, claimed, source, given);
  if (factor === null) return null;
  const value = given.value * factor;
  const step = given.step * factor;
  if (isSame(claimed.value, value)) return 'exact';
  const gap = value - claimed.value;
  const size = Math.abs(claimed.value);
  if (claim.leeway === 'above' && gap > 0 && gap <= 0.05 * size && step <= claimed.step) return 'rounded';
  if (claim.leeway === 'about' && Math.abs(gap) <= 0.02 * size && claimed.digits < given.digits) return 'rounded';
  // A third, or 225/64, is written with as many digits as the other side chose.
  if (claimed.step === 0)
    return given.step > 0 && given.digits >= 2 && Math.abs(gap) <= 0.5001 * step ? 'rounded' : null;
  const mayRound = claimed.digits > 1 || claim.kind !== 'plain';
  if (!mayRound || (claim.unit === 'counted' && claimed.step === 1) || step >= claimed.step * 0.9999) return null;
  return Math.abs(gap) <= Math.min(0.5001 * claimed.step, 0.1 * size) ? 'rounded' : null;
}

/** What the source's value is multiplied by to be of the claim's kind; null when the kinds do not go together. */
function scaleOf(claim: Mention, claimed: Quantity, source: Mention, given: Quantity): number | null {
  if (claim.kind === source.kind && claim.kind === 'plain') {
    // 0.55 秒 is 550 ms; 50 ms is neither 50 s nor 50 GB, and five tasks are no 5 ms.
    if (claim.measure && source.measure) {
      return claim.measure.dimension === source.measure.dimension ? source.measure.scale / claim.measure.scale : null;
    }
    return claim.unit === 'counted' && source.measure ? null : 1;
  }
  if (claim.kind === source.kind) return 1;
  const isDecimal = given.step === 0 ? !Number.isInteger(given.value) : given.step < 1;
  if (claim.kind === 'percent') {
    if (source.kind !== 'plain') return null;
    if (source.isPoints) return 1;
    // A bare decimal, or a cell of a table, leaves its sign to the words around it; 5 datasets are no 5%.
    if (source.unit !== 'none' || (!isDecimal && !source.isCell)) return null;
    return given.value < 1 && claimed.value > 1 ? 100 : 1;
  }
  if (claim.kind === 'times') {
    return source.kind === 'plain' && source.unit === 'none' && (isDecimal || source.isCell) ? 1 : null;
  }
  if (claim.isPoints && source.kind === 'percent') return 1;
  if (claim.unit !== 'none') return null;
  if (source.kind === 'percent' && claimed.value < 1 && given.value > 1) return 0.01;
  return 1;
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}
