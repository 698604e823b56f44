// npm test: what a fresh machine needs, both builds, then everything: unit, storage, component, architecture, end to end.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  build,
  ensureBibliographyPrograms,
  ensureChromium,
  ensureDavServers,
  ensureFirefox,
  ensureFonts,
  ensureOpenssl,
  ensurePackages,
  root,
  runBin,
} from './setup.mjs';

const shared = resolve(root, process.env.DAODU_SHARED ?? '../shared');
const hasShared = existsSync(join(shared, 'reports'));
const results = join(root, '.output', 'test');

/** Runs one vitest configuration and counts: a file that does not even load is one failure, and so is a crash. */
function runTests(name, config, env) {
  const output = join(results, `${name}.json`);
  rmSync(output, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const code = runBin('vitest', ['run', '--config', config, ...reporters], env);
  const report = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : null;
  if (!report) return { passed: 0, failed: 1, left: 0 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1), left: report.numPendingTests };
}

try {
  ensurePackages();
  ensureFonts();
  ensureOpenssl();
  ensureBibliographyPrograms();
  ensureDavServers();
  const env = { CHROMIUM_PATH: ensureChromium(), FIREFOX_PATH: ensureFirefox(), DAODU_SHARED: shared };
  build('chrome');
  build('firefox');
  mkdirSync(results, { recursive: true });
  const counts = [runTests('unit', 'vitest.config.ts', env), runTests('e2e', 'vitest.e2e.config.ts', env)];
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  if (!hasShared) console.log(`left out: ${sum('left')} (no shared data)`);
  else if (sum('left') > 0) console.log(`left out: ${sum('left')}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
