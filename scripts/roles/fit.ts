import { type Chain, ROLE_COUNT, sharesOf } from '@/core/roles/chain';
import { randomNumbers, shuffled } from './random';

/** One abstract to learn from: which features each sentence has, what share each role should get, and how much it counts. */
export interface Example {
  features: Int32Array[];
  targets: Float64Array[];
  weights: number[];
}

/** A linear chain: log weights of features (feature × role) and of the steps between roles. */
export interface Fit {
  weights: Float64Array;
  chain: Chain;
}

interface FitOptions {
  featureCount: number;
  rounds: number;
  rate: number;
  /** Pull towards zero, felt by a weight whenever its feature is met. */
  decay: number;
  /** The share of the features that is left out at each step, others each time, so that none is relied upon. */
  blindness: number;
  seed: number;
}

/** Raises the likelihood of the targets by AdaGrad, abstract by abstract, and averages the later half of the rounds. */
export function fit(examples: readonly Example[], options: FitOptions): Fit {
  const { featureCount, rounds, rate, decay, blindness } = options;
  const random = randomNumbers(options.seed);
  const weights = new Slope(featureCount * ROLE_COUNT, rate, decay);
  const steps = new Slope(ROLE_COUNT * ROLE_COUNT, rate, decay);
  const first = new Slope(ROLE_COUNT, rate, decay);
  const last = new Slope(ROLE_COUNT, rate, decay);
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at];
      if (!example) continue;
      const chain = { steps: steps.value, first: first.value, last: last.value };
      const features = example.features.map((present) => present.filter(() => random() >= blindness));
      const { single, pairs } = sharesOf(scoresOf(features, weights.value), chain);
      const pulls = single.map((shares, t) =>
        shares.map((share, role) => (example.weights[t] ?? 0) * ((example.targets[t]?.[role] ?? 0) - share)),
      );
      pulls.forEach((pull, t) => {
        for (const feature of features[t] ?? []) weights.climb(pull, feature * ROLE_COUNT);
      });
      pairs.forEach((shares, t) => steps.climb(pairPull(example, t, shares), 0));
      first.climb(pulls[0] ?? new Float64Array(0), 0);
      last.climb(pulls.at(-1) ?? new Float64Array(0), 0);
    }
    if (round >= rounds / 2) for (const slope of [weights, steps, first, last]) slope.remember();
  }
  // In use all features are seen, so each says less.
  const seen = weights.mean().map((weight) => weight * (1 - blindness));
  return { weights: seen, chain: { steps: steps.mean(), first: first.mean(), last: last.mean() } };
}

/** Log weights of each role for each sentence. */
export function scoresOf(features: readonly Int32Array[], weights: Float64Array): Float64Array[] {
  return features.map((present) => {
    const scores = new Float64Array(ROLE_COUNT);
    for (const feature of present) {
      for (let role = 0; role < ROLE_COUNT; role++) {
        scores[role] = (scores[role] ?? 0) + (weights[feature * ROLE_COUNT + role] ?? 0);
      }
    }
    return scores;
  });
}

/** How far the steps from sentence `at` to the next are off what they should be. */
export function pairPull(
  { weights, targets }: Pick<Example, 'weights' | 'targets'>,
  at: number,
  shares: Float64Array,
): Float64Array {
  const weight = Math.sqrt((weights[at] ?? 0) * (weights[at + 1] ?? 0));
  const from = targets[at];
  const to = targets[at + 1];
  return shares.map(
    (share, k) => weight * ((from?.[Math.floor(k / ROLE_COUNT)] ?? 0) * (to?.[k % ROLE_COUNT] ?? 0) - share),
  );
}

/** Numbers that climb by AdaGrad and remember their course. */
class Slope {
  readonly value: Float64Array;
  private readonly squares: Float64Array;
  private readonly sum: Float64Array;
  private remembered = 0;

  constructor(
    length: number,
    private readonly rate: number,
    private readonly decay: number,
  ) {
    this.value = new Float64Array(length);
    this.squares = new Float64Array(length).fill(1);
    this.sum = new Float64Array(length);
  }

  climb(pull: Float64Array, from: number): void {
    for (let k = 0; k < pull.length; k++) {
      const at = from + k;
      const value = this.value[at] ?? 0;
      const slope = (pull[k] ?? 0) - this.decay * value;
      const squares = (this.squares[at] ?? 0) + slope * slope;
      this.squares[at] = squares;
      this.value[at] = value + (this.rate * slope) / Math.sqrt(squares);
    }
  }

  remember(): void {
    this.remembered++;
    for (let k = 0; k < this.sum.length; k++) this.sum[k] = (this.sum[k] ?? 0) + (this.value[k] ?? 0);
  }

  mean(): Float64Array {
    return this.sum.map((value) => value / this.remembered);
  }
}
