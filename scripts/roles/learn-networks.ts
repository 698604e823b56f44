import { sightHashes } from '@/core/roles/network';
import { bucketOf, type RoleWeights } from '@/core/roles/weights';
import type { LabelledAbstract } from './abstracts';
import type { Example } from './fit';
import { fitNetwork } from './fit-network';
import { roundNetwork } from './round';

const SETTINGS = {
  rounds: 12,
  batch: 8,
  rate: 0.003,
  decay: 0.01,
  blindness: { words: 0.4, filters: 0.4, views: 0.3 },
};
const SEEDS = [1, 2]; // as many networks
const SEEN_OFTEN_ENOUGH = 15; // times
const LONGEST = 60; // words of a sentence; the rest is not learned from

/** Learns a network for each seed; `lessons` says of each abstract's sentences what they should be and count. */
export function learnNetworks(
  abstracts: readonly LabelledAbstract[],
  lessons: readonly Pick<Example, 'targets' | 'weights'>[],
): Pick<RoleWeights, 'words' | 'networks'> {
  const seen = abstracts.map(({ sentences }) =>
    sentences.map((sentence) => {
      const { words, classes } = sightHashes(sentence);
      return { words: words.slice(0, LONGEST).map(bucketOf), classes: classes.slice(0, LONGEST).map(bucketOf) };
    }),
  );
  const counts = new Map<number, number>();
  for (const { words, classes } of seen.flat()) {
    for (const bucket of [...words, ...classes]) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const known = [...counts].filter(([, count]) => count >= SEEN_OFTEN_ENOUGH).map(([bucket]) => bucket);
  const words = known.toSorted((a, b) => a - b);
  const rows = new Map(words.map((bucket, row) => [bucket, row + 1]));
  const examples = lessons.map(({ targets, weights }, at) => ({
    targets,
    weights,
    sights: (seen[at] ?? []).map((sentence) => ({
      words: Int32Array.from(sentence.words, (bucket) => rows.get(bucket) ?? 0),
      classes: Int32Array.from(sentence.classes, (bucket) => rows.get(bucket) ?? -1),
    })),
  }));
  const networks = SEEDS.map((seed) => fitNetwork(examples, words.length, SETTINGS, seed));
  return { words, networks: networks.map((network) => roundNetwork(network, words.length)) };
}
