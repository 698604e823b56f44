import { expect, test } from 'vitest';
import { classify, loadRoleModel } from '@/core/roles/classify';
import { packRoleModel } from '@/core/roles/weights';
import { learnRoles } from '@/scripts/roles/learn';
import type { LabelledAbstract } from '@/scripts/roles/abstracts';

// Two kinds of abstracts, often enough for their words to count.
const abstracts: LabelledAbstract[] = Array.from({ length: 12 }, (_, k) => ({
  sentences: [`Graphs number ${k} are popular.`, 'We propose a method.', 'Results show a gain.'],
  labels: [0, 2, 3],
  confs: [1, 0.8, 0.6],
}));

test('gives the same bytes for the same abstracts', () => {
  expect(packRoleModel(learnRoles(abstracts))).toEqual(packRoleModel(learnRoles(abstracts)));
});

test('learns what it is shown', () => {
  const model = loadRoleModel(packRoleModel(learnRoles(abstracts)));
  expect(classify(model, ['Graphs are popular.', 'We propose a net.', 'Results show it.'])).toEqual([
    'background',
    'method',
    'result',
  ]);
});

test('believes the surer of two labels', () => {
  const doubtful = abstracts.map((abstract, k) =>
    k % 2 ? { ...abstract, labels: [1, 1, 1], confs: [0.3, 0.3, 0.3] } : abstract,
  );
  const model = loadRoleModel(packRoleModel(learnRoles(doubtful)));
  expect(classify(model, abstracts[0]?.sentences ?? [])).toEqual(['background', 'method', 'result']);
});
