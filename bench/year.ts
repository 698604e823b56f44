import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chromium } from '@/scripts/browser/chromium';
import { dayFiles } from '@/tests/day-reports';
import { zipOf } from '@/tests/zips';

export const YEAR_DAYS = 280;
/** About as many as a real report has; a report is then some 50 kB. */
const PAPERS = 12;

/** Imports an archive of a year's reports in the library page, twice, and says how long that took and how the page fared. */
export async function importYear(chromium: Chromium): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-year-'));
  try {
    const archive = join(folder, 'year.zip');
    writeFileSync(archive, zipOf(dayFiles(YEAR_DAYS, PAPERS)));
    const lines: string[] = [];
    for (const name of ['first', 'second']) {
      const { seconds, longest } = await importOnce(chromium, archive);
      const rate = Math.round((YEAR_DAYS * PAPERS) / seconds);
      lines.push(
        `import of ${YEAR_DAYS} reports (${name} time): ${seconds.toFixed(1)} s, ${rate} papers/s, goal ≤ 10 s; longest task of the page ${longest.toFixed(0)} ms`,
      );
    }
    return lines.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importOnce(chromium: Chromium, archive: string): Promise<{ seconds: number; longest: number }> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('library.html#/import'));
  await page.evaluate(`{
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  }`);
  const start = performance.now();
  await page.locator('input[type=file]').first().setInputFiles(archive);
  await page.getByRole('status').filter({ hasText: '导入完成' }).waitFor({ timeout: 300_000 });
  const seconds = (performance.now() - start) / 1_000;
  const longest = await page.evaluate<number>('globalThis.longest');
  await page.close();
  return { seconds, longest };
}
