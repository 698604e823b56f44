import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { dayFiles, dayOf } from '../day-reports';
import { zipOf } from '../zips';
import { CHROME_BUILD } from './arxiv';
import { findBrowser, type Rows, rowsOf, seededRandom } from './killing';

const DAYS = 150;
const KILLS = 3;
const PAPERS = 8;
const SEED = Number(process.env['DAODU_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const random = seededRandom(SEED);

const TABLES = ['papers', 'analyses', 'guides', 'reports', 'reportTexts'] as const;
type Library = Pick<Rows, (typeof TABLES)[number]>;

async function openImport(chromium: Chromium): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('library.html#/import'));
  await page.getByRole('heading', { name: '导入与备份' }).waitFor();
  return page;
}

const give = (page: Page, file: string) => page.locator('.toolbar input[type=file]').setInputFiles(file);

const ACCOUNT = `导入完成：新增 ${DAYS * PAPERS} 篇 · ${DAYS + 1} 天中 ${DAYS} 天导入 · 1 个文件失败（认不出日报）。`;

/** What the page says once an import has ended. */
async function readAccount(page: Page): Promise<string> {
  const account = page.locator('.import-account').filter({ hasText: /导入完成|导入已停止/ });
  await account.waitFor();
  return account.innerText();
}

async function readLibrary(page: Page): Promise<Library> {
  const read = <T extends keyof Library>(table: T) => page.evaluate<Rows[T]>(rowsOf(table));
  const [papers, analyses, guides, reports, reportTexts] = await Promise.all([
    read('papers'),
    read('analyses'),
    read('guides'),
    read('reports'),
    read('reportTexts'),
  ]);
  // When it was read is all that may differ between two imports of one file.
  return { papers, analyses, guides, reports: reports.map((row) => ({ ...row, importedAt: 0 })), reportTexts };
}

/**
 * Kills the browser, as a power cut would, once its page says that so many files are read, or that there are no more. The
 * page tells by itself: files are read faster than somebody who asks again and again would see.
 */
async function killAt(page: Page, files: number, browser: number): Promise<void> {
  await page.exposeFunction('killHere', () => process.kill(browser, 'SIGKILL'));
  await page.evaluate((least) => {
    const observer = new MutationObserver(() => {
      const read = Number(/文件 (\d+)\//.exec(document.querySelector('.progress')?.textContent ?? '')?.[1] ?? 0);
      if (read < least && !document.body.textContent.includes('导入完成')) return;
      observer.disconnect();
      // Exposed above; the page does not know its type.
      void (window as unknown as { killHere: () => Promise<void> }).killHere();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, files);
}

/** What is missing of the reports that a library lists: nothing, where each came as a whole. */
function findHalves({ papers, analyses, guides, reports, reportTexts }: Library): string[] {
  const texts = new Map(reportTexts.map((row) => [row.reportId, row.report]));
  const known = new Set([
    ...papers.map(({ id }) => `paper ${id}`),
    ...analyses.map(({ paperId, reportId }) => `analysis ${reportId ?? ''} ${paperId}`),
    ...guides.flatMap((row) => row.guides.map(({ key }) => `guide ${key}`)),
  ]);
  const needed = reports.flatMap(({ id }) => {
    const found = texts.get(id)?.papers ?? [];
    const rows = found.flatMap((paper) => [
      `paper ${paper.id}`,
      `analysis ${id} ${paper.id}`,
      `guide ${paper.id}|${id}|1`,
    ]);
    return found.length === 0 ? [`text ${id}`] : rows;
  });
  const listed = new Set(reports.map(({ id }) => id));
  const strays = analyses.filter(({ reportId }) => !listed.has(reportId ?? '')).map(({ key }) => `stray ${key}`);
  return [...needed.filter((row) => !known.has(row)), ...strays];
}

describe(`an archive of ${DAYS} days (DAODU_SEED=${SEED})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-bulk-'));
  const archive = join(folder, 'days.zip');
  let whole: Library;

  beforeAll(async () => {
    writeFileSync(
      archive,
      zipOf({ ...dayFiles(DAYS, PAPERS), 'README.md': '# days', '2025-12-31/bad.md': '# nothing of ours' }),
    );
    const once = await openChromium({ extension: CHROME_BUILD });
    try {
      const page = await openImport(once);
      await give(page, archive);
      expect(await readAccount(page)).toBe(ACCOUNT);
      await page.getByText('另有 1 个文件不是日报，已略过').waitFor();
      whole = await readLibrary(page);
    } finally {
      await once.close();
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is there as a whole after it was read once', () => {
    expect(whole.reports.map(({ date }) => date)).toEqual(Array.from({ length: DAYS }, (_, day) => dayOf(day)));
    expect(findHalves(whole)).toEqual([]);
    // Taken out, each of these rows would be missed.
    for (const table of TABLES.filter((name) => name !== 'reports')) {
      expect(findHalves({ ...whole, [table]: whole[table].slice(1) }), table).not.toEqual([]);
    }
  });

  test(
    'comes to the same when the browser is killed in the middle of it, again and again',
    { timeout: 300_000 },
    async () => {
      const profile = join(folder, 'profile');
      const kept: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const chromium = await openChromium({ extension: CHROME_BUILD, profile });
        const browser = findBrowser(profile);
        const page = await openImport(chromium);
        const before = await readLibrary(page);
        expect(findHalves(before), `DAODU_SEED=${SEED}`).toEqual([]);
        kept.push(before.reports.length);
        // Within what is left, however far the import went before it was killed the last time.
        const left = DAYS - before.reports.length;
        const moment = before.reports.length + 1 + Math.floor((random() * left) / 4);
        const closed = new Promise((resolve) => chromium.context.on('close', resolve));
        await killAt(page, moment, browser);
        await give(page, archive);
        await closed;
      }
      const chromium = await openChromium({ extension: CHROME_BUILD, profile });
      try {
        const page = await openImport(chromium);
        const after = await readLibrary(page);
        kept.push(after.reports.length);
        console.info('reports after each kill', kept);
        expect(findHalves(after), `DAODU_SEED=${SEED}`).toEqual([]);
        await give(page, archive);
        expect(await readAccount(page)).toContain(
          `${DAYS + 1} 天中 ${DAYS - after.reports.length} 天导入 · ${after.reports.length} 天没有变化`,
        );
        expect(await readLibrary(page)).toEqual(whole);
      } finally {
        await chromium.close();
      }
    },
  );

  test('stops when told to, and says how much is left', async () => {
    const chromium = await openChromium({ extension: CHROME_BUILD });
    try {
      const page = await openImport(chromium);
      await give(page, archive);
      await page
        .locator('.progress')
        .filter({ hasText: /文件 [1-9]/ })
        .waitFor();
      // Its place moves with the words before it, and days come in faster than a hand stands still.
      await page.getByRole('button', { name: '停止' }).dispatchEvent('click');
      const said = await readAccount(page);
      const library = await readLibrary(page);
      const { length: written } = library.reports;
      expect(written).toBeLessThan(DAYS);
      // The file that is no report may or may not have been reached.
      expect(said).toMatch(/^导入已停止：新增 \d+ 篇.*。其余 \d+ 个文件没有导入。$/);
      expect(said).toContain(`新增 ${written * PAPERS} 篇`);
      expect(findHalves(library)).toEqual([]);
    } finally {
      await chromium.close();
    }
  });

  test('says so when the worker that imports is lost, and writes nothing', async () => {
    const lame = join(folder, 'lame');
    cpSync(CHROME_BUILD, lame, { recursive: true });
    rmSync(join(lame, 'import-worker.js'));
    const chromium = await openChromium({ extension: lame });
    try {
      const page = await openImport(chromium);
      await give(page, archive);
      expect(await readAccount(page)).toBe('导入已停止：1 个文件失败（导入程序中断）。');
      await page.getByText('正在读 days.zip 时，导入程序意外中断了').waitFor();
      expect((await readLibrary(page)).papers).toEqual([]);
    } finally {
      await chromium.close();
    }
  });

  test('loses nothing with the second worker, and the reader hears nothing of it', async () => {
    const chromium = await openChromium({ extension: CHROME_BUILD });
    try {
      // What it cannot read has the second worker throw, once the first has written some of the days.
      await chromium.context.addInitScript(`{
        const Known = Worker;
        let renderer = null;
        globalThis.deaths = 0;
        globalThis.Worker = class extends Known {
          constructor(...given) {
            super(...given);
            this.addEventListener('message', ({ data }) => {
              if (data.kind !== 'result') return;
              renderer?.postMessage(null);
              renderer = null;
            });
          }
          postMessage(order, ...rest) {
            if (order?.kind === 'render') {
              renderer = this;
              this.addEventListener('error', () => (globalThis.deaths += 1));
            }
            super.postMessage(order, ...rest);
          }
        };
      }`);
      const page = await openImport(chromium);
      await page.evaluate("Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 })");
      await give(page, archive);
      expect(await readAccount(page)).toBe(ACCOUNT);
      expect(await page.evaluate('globalThis.deaths')).toBe(1);
      expect(await readLibrary(page)).toEqual(whole);
    } finally {
      await chromium.close();
    }
  });

  test('stops when the disk is full, and leaves a library that can be read and exported', async () => {
    // With its own manifest the extension may fill the whole disk, which no test should.
    const limited = join(folder, 'limited');
    cpSync(CHROME_BUILD, limited, { recursive: true });
    const manifest = readFileSync(join(limited, 'manifest.json'), 'utf8');
    expect(manifest).toContain(',"unlimitedStorage"');
    writeFileSync(join(limited, 'manifest.json'), manifest.replace(',"unlimitedStorage"', ''));
    const chromium = await openChromium({ extension: limited });
    try {
      // Chromium asks for the quota only every half minute, so it is set before any page of ours opens the library.
      const [blank = await chromium.context.newPage()] = chromium.context.pages();
      const cdp = await chromium.context.newCDPSession(blank);
      await cdp.send('Storage.overrideQuotaForOrigin', {
        origin: chromium.pageUrl('').slice(0, -1),
        quotaSize: 4_000_000,
      });
      const page = await openImport(chromium);
      await give(page, archive);
      const said = await readAccount(page);
      const library = await readLibrary(page);
      const { length: written } = library.reports;
      expect(written).toBeGreaterThan(0);
      expect(said).toBe(
        `导入已停止：新增 ${written * PAPERS} 篇 · ${written + 1} 天中 ${written} 天导入 · 1 个文件失败（磁盘空间不够）。` +
          `其余 ${DAYS - written} 个文件没有导入。论文库没有受影响，仍可阅读和导出。`,
      );
      expect(findHalves(library)).toEqual([]);
      const [backup] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '备份整个论文库' }).click(),
      ]);
      expect(readFileSync(await backup.path(), 'utf8')).toContain(library.papers.at(-1)?.id);
      await page.goto(chromium.pageUrl(`library.html#/report/${dayOf(0)}`));
      await page.reload();
      await page.getByRole('region', { name: '导读' }).waitFor();
    } finally {
      await chromium.close();
    }
  });
});
