// npm run zip: daodu-VERSION-chrome.zip, -firefox.zip, -sources.zip (for AMO's reviewers) and -offline.zip under .output/.
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, root, runBin } from './setup.mjs';

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Builds and packs for one browser; the mode `offline` gives the manifest its fixed key (wxt.config.ts). */
function pack(browser, mode) {
  const code = runBin('wxt', ['zip', '-b', browser, '--mv3', '--mode', mode, '--level', 'warn']);
  if (code !== 0) throw new Error(`Packing for ${browser} failed.`);
}

try {
  ensurePackages();
  pack('chrome', 'production');
  pack('firefox', 'production');
  pack('chrome', 'offline');
  const output = (suffix) => join(root, '.output', `${name}-${version}-${suffix}.zip`);
  renameSync(output('chrome-offline'), output('offline'));
  for (const suffix of ['chrome', 'firefox', 'sources', 'offline']) console.log(output(suffix));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
