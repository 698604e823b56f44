import { AppError } from '../errors';
import type { Chain } from './chain';
import { ROLE_COUNT } from './chain';

/** What the classifier learned. */
export interface RoleModel {
  chain: Chain;
  /** Row of each known feature in `weights`, by bucket; 0 is the row of all that is unknown and holds zeros. */
  rows: Uint16Array;
  weights: Int8Array;
  /** What one unit of `weights` is worth. */
  unit: number;
}

/** Trained weights before they are packed: by bucket, in the packed form's order. */
export interface RoleWeights {
  chain: Chain;
  buckets: readonly number[];
  weights: Int8Array;
  unit: number;
}

// Many more buckets than features are kept, so that a feature never seen in training seldom meets the weights of
// another: a table without names costs a third of one with them.
const BUCKET_BITS = 20;
const MAGIC = 0x4452_4f31; // DRO1
const HEAD = 4 + 4 + 8 + (ROLE_COUNT * ROLE_COUNT + 2 * ROLE_COUNT) * 8;

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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint32(0) !== MAGIC) throw new AppError('bad-record', 'not a role model');
  const count = view.getUint32(4);
  const unit = view.getFloat64(8);
  const numbers = Float64Array.from({ length: (HEAD - 16) / 8 }, (_, k) => view.getFloat64(16 + 8 * k));
  const square = ROLE_COUNT * ROLE_COUNT;
  const chain = {
    steps: numbers.slice(0, square),
    first: numbers.slice(square, square + ROLE_COUNT),
    last: numbers.slice(square + ROLE_COUNT),
  };
  const rows = new Uint16Array(2 ** BUCKET_BITS);
  let at = HEAD;
  let bucket = 0;
  for (let row = 1; row <= count; row++) {
    // A step of 255 or more is written as so many bytes 255 and the rest.
    let step = bytes[at++] ?? 0;
    while (step === 255) {
      bucket += 255;
      step = bytes[at++] ?? 0;
    }
    bucket += step;
    rows[bucket] = row;
  }
  if (bytes.length !== at + count * ROLE_COUNT) throw new AppError('bad-record', 'the role model is cut off');
  const weights = new Int8Array((count + 1) * ROLE_COUNT);
  for (let role = 0; role < ROLE_COUNT; role++) {
    for (let row = 1; row <= count; row++) weights[row * ROLE_COUNT + role] = view.getInt8(at++);
  }
  return { chain, rows, weights, unit };
}

/** The file: role by role, since like numbers side by side compress better. `buckets` ascend; rows follow them. */
export function packRoleModel({ chain, buckets, weights, unit }: RoleWeights): Uint8Array<ArrayBuffer> {
  const steps: number[] = [];
  let before = 0;
  for (const bucket of buckets) {
    let step = bucket - before;
    for (; step >= 255; step -= 255) steps.push(255);
    steps.push(step);
    before = bucket;
  }
  const bytes = new Uint8Array(HEAD + steps.length + buckets.length * ROLE_COUNT);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, buckets.length);
  view.setFloat64(8, unit);
  [...chain.steps, ...chain.first, ...chain.last].forEach((value, k) => view.setFloat64(16 + 8 * k, value));
  bytes.set(steps, HEAD);
  let at = HEAD + steps.length;
  for (let role = 0; role < ROLE_COUNT; role++) {
    for (let row = 0; row < buckets.length; row++) view.setInt8(at++, weights[row * ROLE_COUNT + role] ?? 0);
  }
  return bytes;
}
