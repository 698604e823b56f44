import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { classify, loadRoleModel, type RoleModel } from '@/core/roles/classify';
import { ROLES } from '@/core/roles/outline';
import { packRoleModel } from '@/core/roles/weights';
import { type LabelledAbstract, readAbstracts } from './roles/abstracts';
import { learnRoles } from './roles/learn';

const FILE = join(import.meta.dirname, '..', 'public', 'roles.bin');

function accuracy(model: RoleModel, abstracts: readonly LabelledAbstract[], surerThan: number): string {
  let right = 0;
  let count = 0;
  for (const { sentences, labels, confs } of abstracts) {
    classify(model, sentences).forEach((role, at) => {
      if ((confs[at] ?? 0) < surerThan) return;
      count++;
      if (ROLES[labels[at] ?? -1] === role) right++;
    });
  }
  return `${(right / count).toFixed(4)} of ${count} sentences`;
}

const train = readAbstracts('train');
const dev = readAbstracts('dev');

const measured = loadRoleModel(packRoleModel(learnRoles(train)));
console.log(`dev, all:          ${accuracy(measured, dev, 0)}`);
console.log(`dev, confs >= 0.8: ${accuracy(measured, dev, 0.8)}`);

const bytes = packRoleModel(learnRoles([...train, ...dev]));
writeFileSync(FILE, bytes);
console.log(`roles.bin: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`);
