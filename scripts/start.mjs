// npm start: everything a fresh machine needs, the build, and a browser with Daodu in it. Options: see start/options.ts.
import { build, ensureChromium, ensureFonts, ensurePackages, runBin } from './setup.mjs';

try {
  ensurePackages();
  ensureFonts();
  const chromium = ensureChromium();
  build('chrome');
  process.exitCode = runBin('tsx', ['scripts/start/main.ts', ...process.argv.slice(2)], { CHROMIUM_PATH: chromium });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
