// npm run zip: daodu-VERSION-chrome.zip, -firefox.zip, -sources.zip (for AMO's reviewers) and -offline.zip under .output/.
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, root, runQuietly } from './setup.mjs';

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Builds and packs for one browser, saying nothing unless it fails. */
function pack(browser, env = {}) {
  runQuietly('wxt', ['zip', '-b', browser, '--mv3'], env);
}

try {
  ensurePackages();
  const output = (suffix) => join(root, '.output', `${name}-${version}-${suffix}.zip`);
  // The same build with a fixed key in its manifest (wxt.config.ts); first, so that what stays unpacked is the store's.
  pack('chrome', { DAODU_OFFLINE: '1' });
  renameSync(output('chrome'), output('offline'));
  pack('chrome');
  pack('firefox');
  for (const suffix of ['chrome', 'firefox', 'sources', 'offline']) console.log(output(suffix));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
