import { largest, ROLE_COUNT, sharesOf } from './chain';
import { roleFeatures } from './features';
import { ROLES, type Role } from './outline';
import { bucketOf, type RoleModel } from './weights';

export { loadRoleModel, type RoleModel } from './weights';

/** The role of each sentence of one abstract, in order. */
export function classify(model: RoleModel, sentences: string[]): Role[] {
  const scores = roleFeatures(sentences).map((features) => scoreOf(model, features));
  return sharesOf(scores, model.chain).single.map((shares) => ROLES[largest(shares)] ?? 'other');
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
