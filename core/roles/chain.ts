import { ROLES } from './outline';

/** Roles are numbered as in `ROLES`. */
export const ROLE_COUNT = ROLES.length;

/** How roles follow each other, as log weights; `steps` holds from × to, row by row. */
export interface Chain {
  steps: Float64Array;
  first: Float64Array;
  last: Float64Array;
}

/** Of each sentence the share of each role, over all courses an abstract may take; `pairs[t]` joins t and t + 1. */
interface Shares {
  single: Float64Array[];
  pairs: Float64Array[];
}

/**
 * The forward-backward pass over one abstract. The role with the largest share is what errs least often sentence by
 * sentence, where the single best course (Viterbi) errs least often on whole abstracts.
 *
 * @param scores log weights of each role, one array per sentence
 */
export function sharesOf(scores: readonly Float64Array[], chain: Chain): Shares {
  const count = scores.length;
  const weights = scores.map((score, at) =>
    expOf(score, at === 0 ? chain.first : null, at === count - 1 ? chain.last : null),
  );
  const steps = chain.steps.map(Math.exp);
  const forward: Float64Array[] = [];
  for (const weight of weights) forward.push(normalize(multiply(carry(forward.at(-1), steps), weight)));
  const backward: Float64Array[] = [];
  for (let at = count - 1; at >= 0; at--) {
    const next = backward[0];
    const weight = weights[at + 1];
    backward.unshift(next && weight ? normalize(carryBack(multiply(next, weight), steps)) : ones());
  }
  const single = forward.map((share, at) => normalize(multiply(share, backward[at] ?? ones())));
  const pairs: Float64Array[] = [];
  for (let at = 0; at + 1 < count; at++) {
    const after = multiply(weights[at + 1] ?? ones(), backward[at + 1] ?? ones());
    pairs.push(
      normalize(
        steps.map((step, k) => (forward[at]?.[Math.floor(k / ROLE_COUNT)] ?? 0) * step * (after[k % ROLE_COUNT] ?? 0)),
      ),
    );
  }
  return { single, pairs };
}

/** The number of the largest share. */
export function largest(shares: ArrayLike<number>): number {
  let best = 0;
  for (let role = 1; role < shares.length; role++) if ((shares[role] ?? 0) > (shares[best] ?? 0)) best = role;
  return best;
}

const ones = () => new Float64Array(ROLE_COUNT).fill(1);

function expOf(score: Float64Array, first: Float64Array | null, last: Float64Array | null): Float64Array {
  const sum = score.map((value, role) => value + (first?.[role] ?? 0) + (last?.[role] ?? 0));
  const top = Math.max(...sum);
  return sum.map((value) => Math.exp(value - top));
}

function carry(shares: Float64Array | undefined, steps: Float64Array): Float64Array {
  if (!shares) return ones();
  const carried = new Float64Array(ROLE_COUNT);
  for (let k = 0; k < steps.length; k++) {
    const to = k % ROLE_COUNT;
    carried[to] = (carried[to] ?? 0) + (shares[Math.floor(k / ROLE_COUNT)] ?? 0) * (steps[k] ?? 0);
  }
  return carried;
}

function carryBack(shares: Float64Array, steps: Float64Array): Float64Array {
  const carried = new Float64Array(ROLE_COUNT);
  for (let k = 0; k < steps.length; k++) {
    const from = Math.floor(k / ROLE_COUNT);
    carried[from] = (carried[from] ?? 0) + (shares[k % ROLE_COUNT] ?? 0) * (steps[k] ?? 0);
  }
  return carried;
}

function multiply(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((value, role) => value * (second[role] ?? 0));
}

function normalize(shares: Float64Array): Float64Array {
  const sum = shares.reduce((total, value) => total + value, 0);
  return shares.map((value) => value / sum);
}
