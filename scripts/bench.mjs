// npm run bench: speed against a minimal extension. Needs Chromium only; what it measures is told in bench/main.ts.
import { build, ensureChromium, ensureOpenssl, ensurePackages, runBin } from './setup.mjs';

try {
  ensurePackages();
  ensureOpenssl();
  const chromium = ensureChromium();
  build('chrome');
  process.exitCode = runBin('tsx', ['bench/main.ts', ...process.argv.slice(2)], { CHROMIUM_PATH: chromium });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
