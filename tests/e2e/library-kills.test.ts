import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { dayOf, dayReport, idOf } from '../day-reports';
import { CHROME_BUILD } from './arxiv';
import { findBrowser, rowsOf, seededRandom } from './killing';

/** How often the browser is killed; `DAODU_KILLS=100` for a long run. */
const KILLS = Number(process.env['DAODU_KILLS'] ?? 6);
const SEED = Number(process.env['DAODU_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const DAYS = 2;
const PAPERS = 10;
/** The browser is killed at most so long after the last write was begun. */
const LONGEST_MS = 400;
const LONGEST_IMPORT_MS = 4_000;
const STATUSES = { 待读: 'to-read', 在读: 'reading', 已读: 'read' } as const;

interface Save {
  paperId: string;
  savedAt: number | null;
  note: string;
  tags: string[];
  status?: string;
}

interface Library {
  papers: { id: string }[];
  analyses: { paperId: string; reportId: string }[];
  guides: { paperId: string; saved: boolean }[];
  reports: { id: string; date: string; entries: { id: string }[] }[];
  reportTexts: { reportId: string }[];
  appearances: { paperId: string; reportIds: string[] }[];
  saves: Save[];
}

const TABLES = ['papers', 'analyses', 'guides', 'reports', 'reportTexts', 'appearances', 'saves'] as const;

async function readLibrary(page: Page): Promise<Library> {
  const rows = TABLES.map(async (table) => [table, await page.evaluate(rowsOf(table as never))] as const); // as: any table can be asked for
  return Object.fromEntries(await Promise.all(rows)) as unknown as Library; // as: these are its tables
}

/** What a browser that was killed must never leave: a part of what was written at once. */
function findHalves({ papers, analyses, guides, reports, reportTexts, appearances, saves }: Library): string[] {
  const known = new Set(papers.map(({ id }) => id));
  const texts = new Set(reportTexts.map(({ reportId }) => reportId));
  const starred = new Map(guides.map(({ paperId, saved }) => [paperId, saved]));
  const listed = new Map(appearances.map(({ paperId, reportIds }) => [paperId, reportIds]));
  const whole = new Set(reports.map(({ id }) => id));
  return [
    ...reports.flatMap(({ id, entries }) => [
      ...(texts.has(id) ? [] : [`${id} has no text`]),
      ...entries.flatMap((entry) => (known.has(entry.id) ? [] : [`${id} lacks ${entry.id}`])),
      ...entries.flatMap((entry) => (listed.get(entry.id)?.includes(id) ? [] : [`${entry.id} does not know ${id}`])),
    ]),
    ...analyses.flatMap(({ reportId }) => (whole.has(reportId) ? [] : [`an analysis of ${reportId} alone`])),
    ...saves.flatMap(({ paperId, savedAt }) =>
      (starred.get(paperId) ?? false) === (savedAt !== null) ? [] : [`the star of ${paperId} is half there`],
    ),
  ];
}

/** Whether each snapshot that is there can be unpacked to its last line. */
const BROKEN_SNAPSHOTS = `(async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots', { create: true });
  const broken = [];
  let whole = 0;
  for await (const [name, handle] of folder.entries()) {
    const file = await handle.getFile();
    if (!/\\.jsonl\\.gz$/.test(name) || file.size === 0) continue;
    const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text().catch(() => '');
    if (/\\{"end":"daodu-backup","tables":\\d+,"rows":\\d+\\}\\n$/.test(text)) whole += 1;
    else broken.push(name);
  }
  return { broken, whole };
})()`;

/** Has the next start of the worker write a snapshot. */
const ASK_FOR_SNAPSHOT = `new Promise((resolve) => {
  const opening = indexedDB.open('library');
  opening.onsuccess = () => {
    const writing = opening.result.transaction('settings', 'readwrite');
    writing.objectStore('settings').delete('snapshot-at');
    writing.oncomplete = () => { opening.result.close(); resolve(); };
  };
})`;

describe(`the browser is killed while the reader writes (DAODU_SEED=${SEED})`, () => {
  const random = seededRandom(SEED);
  const upTo = (count: number) => Math.floor(random() * count);
  let folder: string;
  let chromium: Chromium;
  let page: Page;
  /** What was said to be kept, by paper. */
  const kept = new Map<string, Partial<Save>>();
  /** What was begun and not said to be kept: either is right. */
  let begun: { paperId: string; change: Partial<Save> } | null = null;
  const done: Record<string, number> = {};

  const open = () => openChromium({ extension: CHROME_BUILD, profile: join(folder, 'profile') });
  const dayFile = (day: number) => {
    const path = join(folder, `${dayOf(day)}.md`);
    writeFileSync(path, dayReport(day, PAPERS));
    return path;
  };
  const keep = (paperId: string, change: Partial<Save>) => kept.set(paperId, { ...kept.get(paperId), ...change });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-kills-'));
    chromium = await open();
    for (let day = 0; day < DAYS; day++) await importFiles(chromium, dayFile(day));
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openPaper(paperId: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(chromium.pageUrl(`library.html#/paper/${paperId}`));
    await page.getByLabel('笔记').waitFor();
  }

  const star = () => page.getByRole('region', { name: '导读' }).locator('button[aria-pressed]');

  /** Resolves once the library holds this: a star turns before it is kept, and turns back when it could not be. */
  async function holds(paperId: string, field: 'savedAt' | 'status', wanted: unknown): Promise<void> {
    const read = async () => {
      const saves = await page.evaluate<Save[]>(rowsOf('saves' as never)); // as: see above
      const value = saves.find((row) => row.paperId === paperId)?.[field];
      return field === 'savedAt' ? typeof value : value;
    };
    await expect.poll(read, { timeout: 30_000, interval: 20 }).toBe(field === 'savedAt' ? typeof wanted : wanted);
  }

  /** Begins to write something of a paper; gives what it comes to, and what says that it is kept. */
  async function write(
    paperId: string,
    count: number,
  ): Promise<{ change: Partial<Save>; said: () => Promise<unknown> }> {
    const kinds = ['note', 'tag', 'status', 'star'] as const;
    const chosen = kinds[upTo(kinds.length)] ?? 'note';
    const known = kept.get(paperId);
    // Of a paper whose star was taken back neither tags nor note are shown: the star comes first.
    const kind = known?.savedAt === null ? 'star' : chosen;
    done[kind] = (done[kind] ?? 0) + 1;
    if (kind === 'tag') {
      const tag = `标签${count}`;
      await page.getByLabel('加标签').fill(tag);
      await page.getByLabel('加标签').press('Enter');
      const tags = [...(known?.tags ?? []), tag];
      return { change: { tags, savedAt: 1 }, said: () => page.getByText(`#${tag}`, { exact: true }).first().waitFor() };
    }
    if (kind === 'status') {
      const labels = Object.keys(STATUSES) as (keyof typeof STATUSES)[]; // as: these are its keys
      const label = labels[upTo(labels.length)] ?? '在读';
      await page.getByLabel('阅读状态').selectOption({ label });
      const status = STATUSES[label];
      const said = async () => {
        await holds(paperId, 'status', status);
        // Where the star was taken back the state may have been there before.
        await holds(paperId, 'savedAt', 1);
      };
      return { change: { status, savedAt: 1 }, said };
    }
    if (kind === 'star') {
      const isSaved = (await star().getAttribute('aria-pressed')) === 'true';
      await star().click();
      const savedAt = isSaved ? null : 1;
      return { change: { savedAt }, said: () => holds(paperId, 'savedAt', savedAt) };
    }
    // Whoever tags or notes a paper saves it.
    const note = `第 ${count} 条笔记 ${'长'.repeat(upTo(2_000))}`;
    await page.getByLabel('笔记').fill(note);
    await page.getByLabel('笔记').blur();
    return { change: { note, savedAt: 1 }, said: () => page.getByText('已保存').waitFor() };
  }

  function expectKept({ saves }: Library, about: string): void {
    const rows = new Map(saves.map((row) => [row.paperId, row]));
    for (const [paperId, change] of kept) {
      const row = rows.get(paperId);
      const either = begun?.paperId === paperId ? begun.change : {};
      for (const [field, value] of Object.entries(change) as [keyof Save, unknown][]) {
        const seen = field === 'savedAt' ? typeof row?.savedAt : JSON.stringify(row?.[field]);
        const told = (wanted: unknown) => (field === 'savedAt' ? typeof wanted : JSON.stringify(wanted));
        const wanted = [told(value), ...(field in either ? [told(either[field])] : [])];
        expect(wanted, `${field} of ${paperId}, ${about}`).toContain(seen);
      }
    }
    // What was begun may have been kept after all.
    const row = begun && rows.get(begun.paperId);
    if (row) {
      const { paperId, savedAt, note, tags, status } = row;
      keep(paperId, { savedAt, note, tags, ...(status && { status }) });
    }
    begun = null;
  }

  test(
    `${KILLS} times: nothing that was said to be kept is lost, and nothing is half there`,
    { timeout: 1_800_000 },
    async () => {
      let [days, snapshots, imported] = [DAYS, 0, 0];
      for (let count = 0; count < KILLS; count++) {
        const about = `kill ${count}, DAODU_SEED=${SEED}`;
        page = await chromium.context.newPage();
        const paperId = idOf(upTo(DAYS), upTo(PAPERS));
        await openPaper(paperId);
        const library = await readLibrary(page);
        expectKept(library, about);
        expect(findHalves(library), about).toEqual([]);
        const found = await page.evaluate<{ broken: string[]; whole: number }>(BROKEN_SNAPSHOTS);
        expect(found.broken, about).toEqual([]);
        snapshots = found.whole;
        imported = library.reports.length - DAYS;
        await page.evaluate(ASK_FOR_SNAPSHOT);

        const { change, said } = await write(paperId, 2 * count);
        await said();
        keep(paperId, change);
        if (upTo(3) === 0) {
          // A whole day on its way.
          await page.locator('.toolbar input[type=file]').setInputFiles(dayFile(days++));
          done['import'] = (done['import'] ?? 0) + 1;
        } else {
          const next = await write(paperId, 2 * count + 1);
          begun = { paperId, change: next.change };
        }
        // Not waiting for anything: the moment of the kill is what chance decides.
        await new Promise((resolve) => setTimeout(resolve, upTo(begun ? LONGEST_MS : LONGEST_IMPORT_MS)));
        const gone = chromium.context.waitForEvent('close');
        process.kill(findBrowser(join(folder, 'profile')), 'SIGKILL');
        await gone;
        chromium = await open();
      }
      page = await chromium.context.newPage();
      await openPaper(idOf(0, 0));
      const library = await readLibrary(page);
      expectKept(library, 'the end');
      expect(findHalves(library)).toEqual([]);
      console.info(`${KILLS} kills`, done, { snapshots, imported: Math.max(imported, library.reports.length - DAYS) });
    },
  );
});
