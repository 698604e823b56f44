import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from '../browser/chromium';
import { openWindow } from './open-window';
import { parseOptions } from './options';
import { choosePages } from './pages';
import { showHeadless } from './show-headless';

const root = join(import.meta.dirname, '..', '..');
const output = join(root, '.output', 'start');
const extension = join(root, '.output', 'chrome-mv3');

async function main(): Promise<number> {
  // npm moves to the project's folder; files are named from where the reader stands.
  const options = parseOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const { site, note, ...chosen } = await choosePages(options);
  if (note) console.log(note);
  mkdirSync(output, { recursive: true });
  if (options.headless) {
    const chromium = await openChromium({ extension, site });
    try {
      return await showHeadless(chromium, { ...chosen, output });
    } finally {
      await chromium.close();
    }
  }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Error('There is no display to open a window on; try: npm start -- --headless');
  }
  // A profile of its own, kept from run to run: the reader's own browser is not touched.
  const chromium = await openChromium({ extension, site, headless: false, profile: join(output, 'profile') });
  await openWindow(chromium, chosen.report, chosen.pages);
  await new Promise<void>((done) => {
    chromium.context.on('close', () => done());
  });
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
