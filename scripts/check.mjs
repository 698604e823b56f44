// npm run check: quick, before every commit. Every step runs, so that one run names everything there is to mend.
import { build, ensurePackages, runBin } from './setup.mjs';

// The house allows `as` with its reason on the same line, which the first of these rules cannot see; the compiler itself
// knows better than the second when every case of a union has returned.
const NOT_OURS = ['-A', 'typescript/no-unsafe-type-assertion', '-A', 'typescript/consistent-return'];

const STEPS = [
  { name: 'format', run: () => runBin('oxfmt', ['--check', '.']) },
  { name: 'lint', run: () => runBin('oxlint', ['--quiet', '--type-aware', ...NOT_OURS]) },
  { name: 'types', run: () => runBin('tsc', ['--noEmit']) },
  { name: 'unused', run: () => runBin('knip', ['--no-progress']) },
  { name: 'sizes', run: () => runBin('size-limit', []) },
  { name: 'add-on', run: () => runBin('tsx', ['scripts/lint-addon.ts']) },
  {
    name: 'manifest, architecture',
    run: () => runBin('vitest', ['run', 'tests/manifest.test.ts', 'tests/architecture.test.ts', '--reporter=dot']),
  },
];

try {
  ensurePackages();
  build('chrome');
  build('firefox');
  const broken = STEPS.filter(({ name, run }) => {
    console.log(`\n== ${name}`);
    return run() !== 0;
  });
  console.log(broken.length === 0 ? '\nAll is well.' : `\nTo mend: ${broken.map(({ name }) => name).join('; ')}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
