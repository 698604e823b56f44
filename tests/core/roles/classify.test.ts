import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { classify, loadRoleModel } from '@/core/roles/classify';
import { mapLayers, VECTOR } from '@/core/roles/network';
import { makeOutline } from '@/core/roles/outline-of';
import { ROLES } from '@/core/roles/outline';
import { packRoleModel } from '@/core/roles/weights';
import { hasShared, sharedFile } from '../../shared';

const bytes = new Uint8Array(readFileSync('public/roles.bin'));
const model = loadRoleModel(bytes);

const ABSTRACT = [
  'Object detection has become increasingly popular in recent years.',
  'However, existing detectors require large amounts of labelled data, which are expensive to collect.',
  'The goal of this paper is to reduce the need for labels.',
  'The network is trained in two stages, and a memory module is used to store the features of each class.',
  'Experimental results show that our method outperforms the baselines by 3.2% on two benchmarks.',
  'All rights reserved.',
];
const WANTED = ['background', 'background', 'objective', 'method', 'result', 'other'];

describe('classify', () => {
  test('sorts the sentences of a plain abstract', () => expect(classify(model, ABSTRACT)).toEqual(WANTED));

  test.each([[[]], [['']], [['', ' ', '…']], [Array.from({ length: 300 }, (_, k) => `We train model ${k}.`)]])(
    'gives a role to each sentence, however odd (%#)',
    (sentences) => {
      const roles = classify(model, sentences);
      expect(roles).toHaveLength(sentences.length);
      expect(roles.every((role) => ROLES.includes(role))).toBe(true);
    },
  );

  // These hold that the file, the features and the networks match; the training prints what is known of unseen sentences.
  const mute = new Float64Array(5);
  const chain = { steps: new Float64Array(25), first: mute, last: mute };
  test.runIf(hasShared).each([
    ['agrees', model, 0.99],
    ['would without its networks agree', { ...model, networks: [] }, 0.98],
    ['would by its networks alone agree', { ...model, weights: new Int8Array(model.weights.length), chain }, 0.96],
  ])(
    '%s with the surest labels of the sentences it was trained on',
    (_name, partial, least) => {
      let right = 0;
      let count = 0;
      for (const line of sharedFile('csabstruct/dev.jsonl').trim().split('\n')) {
        const { sentences, labels, confs } = JSON.parse(line);
        classify(partial, sentences).forEach((role, at) => {
          if (confs[at] < 0.8) return;
          count++;
          if (labels[at] === role) right++;
        });
      }
      expect(count).toBeGreaterThan(400);
      expect(right / count).toBeGreaterThan(least);
    },
    30_000,
  );
});

describe('the weights', () => {
  test('take at most 100 kB compressed', () => expect(gzipSync(bytes).length).toBeLessThan(100_000));

  test.each([
    ['nothing', new Uint8Array(0)],
    ['text', new TextEncoder().encode('roles '.repeat(200))],
    ['half a file', bytes.slice(0, bytes.length >> 1)],
    ['a file with more after it', new Uint8Array([...bytes, 0])],
  ])('are refused when they are %s', (_name, wrong) => {
    expect(() => loadRoleModel(wrong)).toThrow(AppError);
  });

  test('come out of a file as they went in', () => {
    const chain = {
      steps: Float64Array.from({ length: 25 }, (_, k) => k / 7),
      first: new Float64Array(5).fill(-1),
      last: Float64Array.of(1, 2, 3, 4, 5),
    };
    const weights = Int8Array.from({ length: 20 }, (_, k) => k - 9);
    let filled = -9;
    const network = mapLayers(2, (_, size) => ({ unit: 0.5, whole: new Int8Array(size).fill(filled++) }));
    const buckets = [0, 255, 600, 1_048_575];
    const networks = [network, network];
    const read = loadRoleModel(packRoleModel({ chain, buckets, weights, unit: 0.25, words: [7, 700], networks }));
    expect(read.chain).toEqual(chain);
    expect(read.unit).toBe(0.25);
    expect([0, 255, 600, 1_048_575, 1, 599].map((bucket) => read.rows[bucket])).toEqual([1, 2, 3, 4, 0, 0]);
    expect(read.weights).toEqual(Int8Array.of(0, 0, 0, 0, 0, ...weights));
    expect([7, 700, 8].map((bucket) => read.words.get(bucket))).toEqual([1, 2, undefined]);
    expect(read.networks).toHaveLength(2);
    expect(read.networks[1]?.network.vectors).toEqual(new Float64Array(3 * VECTOR).fill(-9 * 0.5));
    expect(read.networks[1]?.network.openings.every((value) => value === -8 * 0.5)).toBe(true);
  });
});

describe('makeOutline', () => {
  test('splits, sorts and marks an abstract', () => {
    const { sentences } = makeOutline(model, ABSTRACT.join(' '));
    expect(sentences.map(({ text }) => text)).toEqual(ABSTRACT);
    expect(sentences.map(({ role }) => role)).toEqual(WANTED);
    expect(sentences.map(({ key }) => key)).toEqual([false, false, false, false, true, false]);
  });

  test('has no sentence for an empty abstract', () => expect(makeOutline(model, ' ')).toEqual({ sentences: [] }));
});
