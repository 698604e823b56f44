// npm run check: quick, before every commit. Every step runs, so that one run names everything there is to mend.
import { build, ensurePackages, runBin } from './setup.mjs';

const STEPS = [
  ['format', 'oxfmt', ['--check', '.']],
  // The house allows `as` with its reason on the same line, which the first of these rules cannot see; the compiler
  // itself knows better than the second when every case of a union has returned.
  [
    'lint',
    'oxlint',
    ['--quiet', '--type-aware', '-A', 'typescript/no-unsafe-type-assertion', '-A', 'typescript/consistent-return'],
  ],
  ['types', 'tsc', ['--noEmit']],
  ['unused', 'knip', ['--no-progress']],
  ['sizes', 'size-limit', []],
  ['add-on', 'tsx', ['scripts/lint-addon.ts']],
  ['manifest', 'vitest', ['run', 'tests/manifest.test.ts', 'tests/architecture.test.ts', '--reporter=dot']],
];

try {
  ensurePackages();
  build('chrome');
  build('firefox');
  const broken = STEPS.filter(([name, program, args]) => {
    console.log(`\n== ${name}`);
    return runBin(program, args) !== 0;
  });
  console.log(broken.length === 0 ? '\nAll is well.' : `\nTo mend: ${broken.map(([name]) => String(name)).join(', ')}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
