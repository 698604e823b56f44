import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Firefox, openFirefox } from '@/scripts/browser/firefox';
import { Site } from '@/scripts/browser/site';
import { FIREFOX_BUILD } from './arxiv';
import { bigId, bigRows, fillLibrary } from './big-library';
import { idList } from './kill-files';
import {
  BLANK,
  changed,
  changesBy,
  findHalves,
  type MarksOf,
  marksOf,
  progressOf,
  READ_TABLES,
  type Tables,
} from './kill-model';
import { seededRandom } from './killing';

/** How often Firefox is killed; `DAODU_KILLS=10` for a longer run. */
const KILLS = Number(process.env['DAODU_KILLS'] ?? 2);
const SEED = Number(process.env['DAODU_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const MANY = 600;
const IN_LIST = 240;
const IDS = Array.from({ length: MANY }, (_, at) => bigId(at));
/** Our pages may lie behind others and are not drawn there. */
const POLLING = { polling: 20, timeout: 60_000 } as const;

/** What is to be written once it is pressed: what it comes to, and what the page says once it is kept. */
interface Write {
  kind: string;
  after: MarksOf;
  press: () => Promise<unknown>;
  sentence: string;
}

const says = (page: Page, sentence: string) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.said-bar, .import-account')].some((one) => one.textContent?.startsWith(wanted)),
    POLLING,
    sentence,
  );

async function selectAll(page: Page): Promise<void> {
  await page.waitForSelector('.item:not(.waiting)');
  await page.bringToFront();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.waitForSelector('.selection-bar');
  await page.waitForFunction(
    (text) => document.querySelector('.selection-bar strong')?.textContent === text,
    POLLING,
    `选中 ${MANY} 篇`,
  );
}

async function menu(page: Page, name: string, item: string): Promise<() => Promise<void>> {
  const find = (text: string) => page.locator(`::-p-aria([name="${text}"])`);
  await page.locator(`.selection-bar ::-p-text(${name})`).click();
  await find(item).wait();
  return () => page.locator(`[role=menuitem]::-p-text(${item})`).click();
}

function undo(page: Page, done: MarksOf, before: MarksOf): Write {
  const after: MarksOf = new Map([...done.keys()].map((id) => [id, before.get(id) ?? BLANK]));
  return {
    kind: 'undo',
    after,
    press: () => page.locator('button.undo').click(),
    sentence: `已撤销，${done.size} 篇`,
  };
}

describe(`Firefox is killed while the reader writes (DAODU_SEED=${SEED})`, () => {
  const random = seededRandom(SEED);
  const upTo = (count: number) => Math.floor(random() * count);
  const folder = mkdtempSync(join(tmpdir(), 'daodu-firefox-kills-'));
  const outcomes: Record<string, number> = {};
  let firefox: Firefox;
  let kept: MarksOf = new Map();
  let round = 0;

  /** Opens Firefox on the same profile; its welcome page leads to the library. */
  async function openLibrary(hash: string): Promise<Page> {
    firefox = await openFirefox({ extension: FIREFOX_BUILD, site: new Site(), profile: join(folder, 'profile') });
    const page = await firefox.findPage('welcome.html');
    await page.evaluate((to) => location.assign(`library.html${to}`), hash);
    return firefox.findPage('library.html');
  }
  beforeAll(async () => {
    const page = await openLibrary('');
    await page.waitForSelector('input[type=file]');
    await page.evaluate(fillLibrary, { papers: bigRows(MANY), most: 0 });
    await firefox.kill();
  });
  afterAll(async () => {
    await firefox.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  function change(
    kind: string,
    by: Parameters<typeof changed>[1],
    press: Write['press'],
    said: (count: number) => string,
  ): Write {
    const after = changesBy(kept, IDS, (before) => changed(before, by));
    return { kind, after, press, sentence: said(after.size) };
  }

  async function tagMany(page: Page): Promise<Write> {
    const tag = `批${round++}`;
    await page.type('.selection-bar .tag-input', tag);
    const press = () => page.keyboard.press('Enter');
    return change('many tag', { kind: 'tag', tag, on: true }, press, (count) => `已给 ${count} 篇加上标签“${tag}”`);
  }

  async function markMany(page: Page): Promise<Write> {
    const statuses = [
      ['待读', 'to-read'],
      ['在读', 'reading'],
      ['已读', 'read'],
    ] as const;
    const [label, status] =
      statuses.filter(([, one]) => IDS.some((id) => kept.get(id)?.status !== one))[upTo(2)] ?? statuses[0];
    const press = await menu(page, '状态', label);
    return change('many status', { kind: 'status', status }, press, (count) => `已把 ${count} 篇标为${label}`);
  }

  async function takeList(page: Page): Promise<Write> {
    const { path, marks } = idList(join(folder, `${round}.txt`), round++, IN_LIST);
    const field = await page.waitForSelector('.toolbar input[type=file]');
    return { kind: 'list', after: marks, press: async () => field?.uploadFile(path), sentence: '导入完成' };
  }

  async function look(page: Page, begun: Write | null, about: string): Promise<void> {
    const tables = (await page.evaluate(READ_TABLES)) as Tables; // as: what the expression reads
    const after: MarksOf = begun?.after ?? new Map();
    const { there, lost } = progressOf(kept, after, marksOf(tables));
    expect(lost, `lost: ${about}`).toEqual([]);
    expect(findHalves(tables), about).toEqual([]);
    expect([0, after.size], `a part of ${after.size} is there: ${about}`).toContain(there);
    if (!begun) return;
    const outcome = `${begun.kind} ${there > 0 ? 'there' : 'absent'}`;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (there > 0) kept = new Map([...kept, ...after]);
  }

  test(
    `${KILLS} times: nothing that was said to be kept is lost, and nothing is half there`,
    { timeout: 1_200_000 },
    async () => {
      let begun: Write | null = null;
      let about = 'before the first kill';
      for (let count = 0; count < KILLS; count++) {
        const page = await openLibrary('#/author/Everybody%20Else');
        await selectAll(page);
        await look(page, begun, about);
        const before = kept;
        const first: Write = await (upTo(2) === 0 ? tagMany(page) : markMany(page));
        const from = performance.now();
        await first.press();
        await says(page, first.sentence);
        const tookMs = performance.now() - from;
        kept = new Map([...kept, ...first.after]);
        const kinds = [
          () => tagMany(page),
          () => markMany(page),
          () => undo(page, first.after, before),
          () => takeList(page),
        ];
        begun = (await kinds[count % kinds.length]?.()) ?? undo(page, first.after, before);
        about = `kill ${count} in ${begun.kind}, DAODU_SEED=${SEED}`;
        begun.press().catch(() => undefined); // Firefox may be gone before it was pressed
        await wait(upTo(2 * tookMs));
        await firefox.kill();
      }
      const page = await openLibrary('');
      await page.waitForSelector('input[type=file]');
      await look(page, begun, about);
      console.info(`${KILLS} kills of Firefox, DAODU_SEED=${SEED}`, outcomes);
    },
  );
});
