import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chromium } from '@/scripts/browser/chromium';
import type { Visit } from './visit';

const PAPERS = 10_000;
const DAY = '2026-12-01';
const ABSTRACT = 'We draw maps of the world from pictures and reach 92.4% on nuScenes, 3 points more than before. ';

/** A day file with so many rows; a file of 10 MB, the longest that is let in, has no more. */
function dayFile(): string {
  const rows = Array.from({ length: PAPERS }, (_, index) => ({
    id: `2612.${10_000 + index}`,
    title: `Paper number ${index} about maps`,
    authors: ['A. Author', 'B. Author'],
    categories: ['cs.CV'],
    summary: ABSTRACT.repeat(3),
    AI: {
      tldr: '这篇论文提出了一种新的方法，用来在航拍图像里画出地图。',
      motivation: '以前的方法很慢，需要二十秒。',
      method: '提出一个新的网络，把地图画得更快。',
      result: '在 nuScenes 上达到 92.4%，比以前高 3 个点。',
      conclusion: '方法快而且准。',
    },
  }));
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

const WATCH = `{
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
}`;

function line(name: string, milliseconds: number, goal: number): string {
  const verdict = milliseconds <= goal ? 'ok' : 'MISSED';
  return `${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(7)} ms  goal ≤ ${goal} ms  ${verdict}`;
}

/** Imports a day of ten thousand papers while a paper's page is visited again and again, then opens the day's report. */
export async function importLongDay(chromium: Chromium, load: () => Promise<Visit>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-long-'));
  try {
    const file = join(folder, `${DAY}.jsonl`);
    writeFileSync(file, dayFile());
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html#/import'));
    await page.evaluate(WATCH);
    const start = performance.now();
    await page.locator('input[type=file]').first().setInputFiles(file);
    const over = page
      .getByRole('status')
      .filter({ hasText: '导入完成' })
      .waitFor({ timeout: 300_000 })
      .then(() => true);
    const visits: number[] = [];
    do visits.push((await load()).filled ?? Number.NaN);
    while (!(await Promise.race([over, Promise.resolve(false)])));
    const seconds = (performance.now() - start) / 1_000;
    const importing = await page.evaluate<number>('globalThis.longest');
    await page.close();

    const report = await chromium.context.newPage();
    await report.addInitScript(WATCH);
    await report.goto(chromium.pageUrl(`library.html#/report/${DAY}`));
    await report.locator('.items li').first().waitFor({ timeout: 60_000 });
    // What is drawn behind the first rows counts too.
    await report.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
    const reading = await report.evaluate<number>('globalThis.longest');
    await report.close();
    return [
      `a day of ${PAPERS} papers: imported in ${seconds.toFixed(1)} s, ${visits.length} visits meanwhile`,
      line('slowest panel of these visits', Math.max(...visits), 1_000),
      line('longest task of the page that imports', importing, 100),
      line("longest task of the day's report page", reading, 100),
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
