import { defineConfig } from 'vitest/config';
import { findChromium, findFirefox } from './scripts/setup.mjs';

/** The built extension in real browsers. One file at a time: browsers that share two cores time out instead of failing. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    env: { CHROMIUM_PATH: findChromium() ?? '', FIREFOX_PATH: findFirefox() ?? '' },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest's own second is less than a busy machine takes to draw, or than the search index rests before it follows.
    expect: { poll: { timeout: 30_000 } },
  },
});
