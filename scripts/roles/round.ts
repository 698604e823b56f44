import { ROLE_COUNT } from '@/core/roles/chain';
import { type Layer, type Network, mapLayers } from '@/core/roles/network';
import type { RoundedNetwork, RoleWeights } from '@/core/roles/weights';
import type { Fit } from './fit';

// Vectors are most of the file and bear coarse steps; the few numbers elsewhere are given finer ones.
const LINEAR_TOP = 9;
const TOPS: Partial<Record<Layer, number>> = { vectors: 7, views: 15, filters: 31 };
const FINEST = 127;

/** Whole numbers up to `top`, and what one is worth. */
function round(values: Float64Array, top: number, within: number): { unit: number; whole: Int8Array } {
  const sizes = values.map(Math.abs).toSorted();
  const unit = (sizes[Math.floor((sizes.length - 1) * within)] || 1) / top;
  return { unit, whole: Int8Array.from(values, (value) => Math.max(-top, Math.min(top, Math.round(value / unit)))) };
}

/** The linear model in the file's form. `buckets` ascend; the rows of the weights follow them. */
export function roundLinear(
  { weights, chain }: Fit,
  buckets: readonly number[],
): Omit<RoleWeights, 'words' | 'networks'> {
  // Only differences between roles count, so the last role's weights are made 0, which compress to nothing.
  const relative = weights.map((weight, k) => weight - (weights[k - (k % ROLE_COUNT) + ROLE_COUNT - 1] ?? 0));
  // The largest few in a thousand are cut, so that the many small ones keep their differences.
  const { unit, whole } = round(relative, LINEAR_TOP, 0.999);
  return { chain, buckets, weights: whole, unit };
}

/** A network in the file's form. */
export function roundNetwork(network: Network, wordCount: number): RoundedNetwork {
  return mapLayers(wordCount, (layer) => {
    const top = TOPS[layer];
    return round(network[layer], top ?? FINEST, top === undefined ? 1 : 0.998);
  });
}
