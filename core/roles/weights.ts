import { AppError } from '../errors';
import { type Chain, ROLE_COUNT } from './chain';
import { FilterBank } from './filter-bank';
import { chainOf, type Layer, type Network, mapLayers } from './network';

/** What the classifier learned: a linear chain over many features, and networks over words. */
export interface RoleModel {
  chain: Chain;
  /** Row of each known feature in `weights`, by bucket; 0 is the row of all that is unknown and holds zeros. */
  rows: Uint16Array;
  weights: Int8Array;
  /** What one unit of `weights` is worth. */
  unit: number;
  /** Row of each word and class of words the networks know, by bucket, from 1 on. */
  words: ReadonlyMap<number, number>;
  networks: readonly ReadyNetwork[];
}

interface ReadyNetwork {
  network: Network;
  filters: FilterBank;
  chain: Chain;
}

/** Trained weights before they are packed: by bucket, in the packed form's order. */
export interface RoleWeights {
  chain: Chain;
  buckets: readonly number[];
  weights: Int8Array;
  unit: number;
  words: readonly number[];
  networks: readonly RoundedNetwork[];
}

/** Of each layer its numbers in units. */
export type RoundedNetwork = Record<Layer, { unit: number; whole: Int8Array }>;

// Many more buckets than features are kept, so that a feature never seen in training seldom meets the weights of
// another: a table without names costs a third of one with them.
const BUCKET_BITS = 20;
const MAGIC = 0x4452_4f32; // DRO2
const CHAIN = ROLE_COUNT * ROLE_COUNT + 2 * ROLE_COUNT;

/** The bucket of a feature's hash. */
export function bucketOf(feature: number): number {
  return feature >>> (32 - BUCKET_BITS);
}

/**
 * Reads the file that `npm run train:roles` writes.
 *
 * @throws AppError `bad-record` when the bytes are something else, or not all of it.
 */
export function loadRoleModel(bytes: Uint8Array): RoleModel {
  const file = new Reading(bytes);
  if (file.whole() !== MAGIC) throw new AppError('bad-record', 'not a role model');
  const count = file.whole();
  const wordCount = file.whole();
  const networkCount = file.whole();
  const unit = file.real();
  const numbers = Float64Array.from({ length: CHAIN }, () => file.real());
  const square = ROLE_COUNT * ROLE_COUNT;
  const chain = {
    steps: numbers.slice(0, square),
    first: numbers.slice(square, square + ROLE_COUNT),
    last: numbers.slice(square + ROLE_COUNT),
  };
  const rows = new Uint16Array(2 ** BUCKET_BITS);
  file.ascending(count).forEach((bucket, row) => (rows[bucket] = row + 1));
  const byRole = file.small(count * ROLE_COUNT);
  const weights = new Int8Array((count + 1) * ROLE_COUNT);
  byRole.forEach((weight, k) => (weights[((k % count) + 1) * ROLE_COUNT + Math.floor(k / count)] = weight));
  const words = new Map(file.ascending(wordCount).map((bucket, row) => [bucket, row + 1]));
  const networks = Array.from({ length: networkCount }, () => readNetwork(file, wordCount));
  file.end();
  return { chain, rows, weights, unit, words, networks };
}

function readNetwork(file: Reading, wordCount: number): ReadyNetwork {
  const network = mapLayers(wordCount, (_, size) => {
    const unit = file.real();
    return Float64Array.from(file.small(size), (value) => value * unit);
  });
  return { network, filters: new FilterBank(network), chain: chainOf(network) };
}

/** The file: role by role, since like numbers side by side compress better. `buckets` and `words` ascend. */
export function packRoleModel(model: RoleWeights): Uint8Array<ArrayBuffer> {
  const { chain, buckets, weights, unit, words, networks } = model;
  const byRole = weights.map(
    (_, k) => weights[(k % buckets.length) * ROLE_COUNT + Math.floor(k / buckets.length)] ?? 0,
  );
  return Uint8Array.from([
    ...[MAGIC, buckets.length, words.length, networks.length].flatMap(wholeBytes),
    ...[unit, ...chain.steps, ...chain.first, ...chain.last].flatMap(realBytes),
    ...stepBytes(buckets),
    ...new Uint8Array(byRole.buffer),
    ...stepBytes(words),
    ...networks.flatMap((network) => {
      const layers = mapLayers(words.length, (layer) => [
        ...realBytes(network[layer].unit),
        ...Uint8Array.from(network[layer].whole),
      ]);
      return Object.values(layers).flat();
    }),
  ]);
}

/** The distances between ascending numbers; one of 255 or more is written as so many bytes 255 and the rest. */
function stepBytes(ascending: readonly number[]): number[] {
  const steps: number[] = [];
  let before = 0;
  for (const number of ascending) {
    let step = number - before;
    for (; step >= 255; step -= 255) steps.push(255);
    steps.push(step);
    before = number;
  }
  return steps;
}

function wholeBytes(value: number): number[] {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value);
  return [...new Uint8Array(view.buffer)];
}

function realBytes(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return [...new Uint8Array(view.buffer)];
}

/** Goes through the bytes; whatever is not there is said to be cut off. */
class Reading {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  whole(): number {
    return this.next(4).getUint32(0);
  }

  real(): number {
    return this.next(8).getFloat64(0);
  }

  small(count: number): Int8Array {
    const { buffer, byteOffset } = this.next(count);
    return new Int8Array(buffer, byteOffset, count);
  }

  /** The inverse of `stepBytes`. */
  ascending(count: number): number[] {
    const numbers: number[] = [];
    for (let number = 0; numbers.length < count; numbers.push(number)) {
      let step = this.byte();
      for (; step === 255; step = this.byte()) number += 255;
      number += step;
    }
    return numbers;
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new AppError('bad-record', 'more than a role model');
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new AppError('bad-record', 'the role model is cut off');
    return byte;
  }

  private next(count: number): DataView {
    const { buffer, byteOffset, length } = this.bytes;
    if (this.at + count > length) throw new AppError('bad-record', 'the role model is cut off');
    this.at += count;
    return new DataView(buffer, byteOffset + this.at - count, count);
  }
}
