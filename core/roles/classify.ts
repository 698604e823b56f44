import { largest, ROLE_COUNT, sharesOf } from './chain';
import { roleFeatures } from './features';
import { scoreAnswers, type Sight, sightHashes } from './network';
import { ROLES, type Role } from './outline';
import { bucketOf, type RoleModel } from './weights';

export { loadRoleModel, type RoleModel } from './weights';

/**
 * The role of each sentence of one abstract, in order: the one with the largest share when the linear model has half
 * the say, and the networks together the other half.
 */
export function classify(model: RoleModel, sentences: string[]): Role[] {
  const scores = roleFeatures(sentences).map((features) => scoreOf(model, features));
  const shares = sharesOf(scores, model.chain).single;
  const sights = sentences.map((sentence) => sightOf(model, sentence));
  for (const { network, filters, chain } of model.networks) {
    const answers = sights.map((sight) => filters.answer(sight));
    const traces = scoreAnswers(network, answers);
    const { single } = sharesOf(
      traces.map((trace) => trace.scores),
      chain,
    );
    single.forEach((own, at) => own.forEach((share, role) => addTo(shares[at], role, share / model.networks.length)));
  }
  return shares.map((own) => ROLES[largest(own)] ?? 'other');
}

function addTo(shares: Float64Array | undefined, role: number, share: number): void {
  if (shares) shares[role] = (shares[role] ?? 0) + share;
}

function sightOf({ words: rows }: RoleModel, sentence: string): Sight {
  const { words, classes } = sightHashes(sentence);
  return {
    words: Int32Array.from(words, (word) => rows.get(bucketOf(word)) ?? 0),
    classes: Int32Array.from(classes, (kind) => rows.get(bucketOf(kind)) ?? -1),
  };
}

function scoreOf({ rows, weights, unit }: RoleModel, features: Uint32Array): Float64Array {
  const scores = new Float64Array(ROLE_COUNT);
  for (const feature of features) {
    const row = rows[bucketOf(feature)] ?? 0;
    if (row === 0) continue;
    for (let role = 0; role < ROLE_COUNT; role++) {
      scores[role] = (scores[role] ?? 0) + (weights[row * ROLE_COUNT + role] ?? 0) * unit;
    }
  }
  return scores;
}
