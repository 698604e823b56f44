import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { CHROME_BUILD } from './arxiv';
import { fillWithPapers } from './big-library';
import { findHalves, isOpen, marksOf, progressOf } from './kill-model';
import { type Begun, dayFile, DAYS, MANY, Reader, SCENES, scenes } from './kill-scenes';
import { readTables } from './kill-writes';
import { findBrowser, seededRandom, tellStart } from './killing';

/** How often the browser is killed; `DAODU_KILLS=100` for a long run. */
const KILLS = Number(process.env['DAODU_KILLS'] ?? 4);
const SEED = Number(process.env['DAODU_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const PATIENCE = { timeout: 60_000, interval: 50 };
/** Nothing that is asked for leaves this machine. */
const ALONE = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

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
    writing.objectStore('settings').put({ name: 'snapshot-at', value: 0 });
    writing.oncomplete = () => { opening.result.close(); resolve(); };
  };
})`;

/** What came of writes of one kind: how many were killed, said to be kept before, there or not there after, or taken up again. */
interface Account {
  kills: number;
  said: number;
  there: number;
  absent: number;
  resumed: number;
}

/** Resolves once nothing is being restored: a restore goes on by itself. @returns whether one did. */
async function restored(page: Page): Promise<boolean> {
  const job = async () => (await readTables(page)).jobs.find(({ id }) => id === 'restore');
  const wasOpen = isOpen((await job()) ?? { id: '', state: '' });
  await expect.poll(async () => (await job())?.state ?? 'done', PATIENCE).toBe('done');
  return wasOpen;
}

/** Gives a file again that came in slice by slice, as the page tells its reader to. */
async function giveAgain(page: Page, { path }: Begun): Promise<void> {
  const note = page.getByText(`“${basename(path ?? '')}”上次没有导入完`);
  await note.waitFor();
  await page.locator('.toolbar input[type=file]').setInputFiles(path ?? []);
  await page.locator('.import-account').filter({ hasText: '导入完成' }).waitFor();
  await note.waitFor({ state: 'detached' });
}

describe(`the browser is killed while the reader writes (DAODU_SEED=${SEED})`, () => {
  const random = seededRandom(SEED);
  const upTo = (count: number) => Math.floor(random() * count);
  const accounts = new Map<string, Account>();
  let folder: string;
  let chromium: Chromium;
  let reader: Reader;
  let reports = DAYS;

  const open = () => openChromium({ extension: CHROME_BUILD, profile: join(folder, 'profile'), args: ALONE });

  async function openPage(): Promise<Page> {
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html#/import'));
    await page.getByRole('heading', { name: '备份与恢复' }).waitFor();
    return page;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-kills-'));
    chromium = await open();
    await importFiles(chromium, ...Array.from({ length: DAYS }, (_, day) => dayFile(folder, day)));
    await fillWithPapers(await openPage(), MANY, 0);
    reader = new Reader(folder, upTo);
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Looks that all that was said to be kept is there, and of what was begun all or nothing. */
  async function look(page: Page, begun: Begun | null, about: string): Promise<void> {
    const account = accounts.get(begun?.kind ?? '');
    const isRestored = begun?.scene === 'restore' && (await restored(page));
    const after = begun?.after ?? new Map();
    const tables = await readTables(page);
    let progress = progressOf(reader.kept, after, marksOf(tables));
    expect(progress.lost, `lost: ${about}`).toEqual([]);
    expect(findHalves(tables), about).toEqual([]);
    const isPart = progress.there > 0 && progress.left > 0;
    if (isPart && begun?.scene === 'library') {
      await giveAgain(page, begun);
      progress = progressOf(reader.kept, after, marksOf(await readTables(page)));
      expect(progress.lost, `lost: ${about}`).toEqual([]);
    }
    expect([0, after.size], `a part of ${after.size} is there: ${about}`).toContain(progress.there);
    const isThere = progress.there > 0 || tables.reports.length > reports;
    reports = tables.reports.length;
    if (account && (isRestored || isPart)) account.resumed += 1;
    else if (account) account[isThere ? 'there' : 'absent'] += 1;
    if (begun && progress.there > 0) reader.keep(begun);
    const { broken } = await page.evaluate<{ broken: string[] }>(BROKEN_SNAPSHOTS);
    expect(broken, about).toEqual([]);
    await page.evaluate(ASK_FOR_SNAPSHOT);
  }

  test(
    `${KILLS} times: nothing that was said to be kept is lost, and nothing is half there`,
    { timeout: 3_600_000 },
    async () => {
      const kinds = scenes(upTo);
      let begun: Begun | null = null;
      let about = 'before the first kill';
      for (let count = 0; count < KILLS; count++) {
        const page = await openPage();
        await look(page, begun, about);
        const scene = kinds.next().value;
        begun = await reader.write(page, scene);
        const account = accounts.get(begun.kind) ?? { kills: 0, said: 0, there: 0, absent: 0, resumed: 0 };
        accounts.set(begun.kind, account);
        account.kills += 1;
        about = `kill ${count} in ${begun.kind}, DAODU_SEED=${SEED}`;
        // Killed behind the word that it is kept, or at whatever moment chance decides.
        const isSaid = upTo(4) === 0;
        const pressed = begun.press();
        if (isSaid) {
          await pressed;
          await begun.said();
          reader.keep(begun);
          account.said += 1;
        } else {
          pressed.catch(() => undefined); // the browser may be gone before it was pressed
          await wait(upTo(begun.tookMs * SCENES[scene]));
        }
        const gone = chromium.context.waitForEvent('close');
        process.kill(findBrowser(join(folder, 'profile')), 'SIGKILL');
        await gone;
        if (isSaid) begun = null;
        chromium = await open();
        await tellStart(chromium);
      }
      const page = await openPage();
      await look(page, begun, about);
      await findMost(page);
      console.info(`${KILLS} kills, DAODU_SEED=${SEED}`);
      console.table(Object.fromEntries(accounts));
    },
  );

  /** Looks that the index has followed: the tag that most papers have finds them. */
  async function findMost(page: Page): Promise<void> {
    const counts = new Map<string, number>();
    for (const { tags, saved } of reader.kept.values())
      for (const tag of saved ? tags : []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const [most] = [...counts].toSorted((one, other) => other[1] - one[1]);
    if (!most) return;
    await reader.goTo(page, '#/');
    await page.getByRole('searchbox').fill(`tag:${most[0]}`);
    await page
      .getByRole('status')
      .filter({ hasText: `找到 ${most[1].toLocaleString('en')} 篇` })
      .waitFor({ timeout: 60_000 });
  }
});
