import { ROLE_COUNT } from '@/core/roles/chain';
import { roleFeatures } from '@/core/roles/features';
import { bucketOf, type RoleWeights } from '@/core/roles/weights';
import type { LabelledAbstract } from './abstracts';
import { type Example, fit, type Fit } from './fit';

const SETTINGS = { rounds: 8, rate: 0.05, decay: 0.02, seed: 1 };
const TRUST = 4; // a sentence counts as its `confs` to this power
const SEEN_OFTEN_ENOUGH = 2; // sentences
const KEPT = 36_000; // features; what fits into 100 kB compressed
const TOP = 7; // weights are whole numbers from -7 to 7

/** Learns roles from labelled abstracts; the same abstracts give the same weights. */
export function learnRoles(abstracts: readonly LabelledAbstract[]): RoleWeights {
  const features = abstracts.map(({ sentences }) =>
    roleFeatures(sentences).map((found) => Array.from(found, bucketOf)),
  );
  const all = countedOften(features);
  const full = learn(abstracts, features, all);
  const kept = strongest(full, all, KEPT).toSorted((a, b) => a - b);
  return quantize(learn(abstracts, features, kept), kept);
}

function learn(
  abstracts: readonly LabelledAbstract[],
  features: readonly number[][][],
  buckets: readonly number[],
): Fit {
  const rows = new Map(buckets.map((bucket, row) => [bucket, row]));
  const examples = abstracts.map(({ labels, confs }, at): Example => ({
    features: (features[at] ?? []).map((found) => Int32Array.from(found.flatMap((bucket) => rows.get(bucket) ?? []))),
    targets: labels.map((label) => Float64Array.from({ length: ROLE_COUNT }, (_, role) => (role === label ? 1 : 0))),
    weights: confs.map((conf) => conf ** TRUST),
  }));
  return fit(examples, { ...SETTINGS, featureCount: buckets.length });
}

function countedOften(features: readonly number[][][]): number[] {
  const counts = new Map<number, number>();
  for (const bucket of features.flat(2)) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= SEEN_OFTEN_ENOUGH).map(([bucket]) => bucket);
}

function strongest({ weights }: Fit, buckets: readonly number[], count: number): number[] {
  const ranked = buckets.map((bucket, row) => {
    const own = weights.subarray(row * ROLE_COUNT, (row + 1) * ROLE_COUNT);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / ROLE_COUNT;
    return { bucket, spread: own.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) };
  });
  return ranked
    .toSorted((a, b) => b.spread - a.spread || a.bucket - b.bucket)
    .slice(0, count)
    .map(({ bucket }) => bucket);
}

function quantize({ weights, chain }: Fit, buckets: readonly number[]): RoleWeights {
  // The largest few in ten thousand are cut, so that the many small ones keep their differences.
  const sizes = weights.map(Math.abs).toSorted();
  const unit = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / TOP;
  const whole = Int8Array.from(weights, (weight) => Math.max(-TOP, Math.min(TOP, Math.round(weight / unit))));
  return { chain, buckets, weights: whole, unit };
}
