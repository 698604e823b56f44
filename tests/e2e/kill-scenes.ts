import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { dayOf, dayReport, idOf } from '../day-reports';
import { bigId } from './big-library';
import { backupFile, type GivenMarks, idList, libraryFile } from './kill-files';
import type { MarksOf } from './kill-model';
import { changeTag, markMany, undoMany, type UpTo, type Write, writeOfPaper } from './kill-writes';

/** Days whose reports are there from the beginning, and the papers of each. */
export const DAYS = 2;
export const PAPERS = 10;
/** Papers that are marked all at once, or as many of them as one author has. */
export const MANY = 600;
const AUTHORS = 50;
/** Papers of a file that comes in. */
const IN_FILE = 240;

/** What is written before a kill, and how much longer than the write before it, which is short or the same, it may take. */
export const SCENES = { paper: 1.5, bulk: 2.5, tags: 2.5, report: 5, list: 3, library: 6, restore: 12 };
export type Scene = keyof typeof SCENES;

/** Each round has these, in an order of its own. */
const ROUND: readonly Scene[] = [
  ...(['bulk', 'bulk', 'bulk', 'bulk', 'paper', 'paper'] as const),
  ...(['tags', 'report', 'list', 'library', 'restore'] as const),
];

export function* scenes(upTo: UpTo): Generator<Scene, never> {
  for (;;) {
    const left = [...ROUND];
    while (left.length > 0) yield* left.splice(upTo(left.length), 1);
  }
}

/** What was begun; `path` is the file that it comes from, if any. */
export interface Begun extends Write {
  scene: Scene;
  path: string | null;
  /** How long the write before took until it was said to be kept, in milliseconds. */
  tookMs: number;
}

export function dayFile(folder: string, day: number): string {
  const path = join(folder, `${dayOf(day)}.md`);
  writeFileSync(path, dayReport(day, PAPERS));
  return path;
}

/** A reader at the library's page, who remembers what was said to be kept. */
export class Reader {
  kept: MarksOf = new Map();
  private count = 0;
  private tookMs = 0;

  constructor(
    private readonly folder: string,
    private readonly upTo: UpTo,
  ) {}

  keep({ after }: Pick<Write, 'after'>): void {
    this.kept = new Map([...this.kept, ...after]);
  }

  private async done(write: Write): Promise<Write> {
    const from = performance.now();
    await write.press();
    await write.said();
    this.tookMs = performance.now() - from;
    this.keep(write);
    return write;
  }

  /** Opens a place of the library anew: another fragment alone would keep the page. */
  async goTo(page: Page, hash: string): Promise<void> {
    const [address] = page.url().split('#');
    await page.goto('about:blank');
    await page.goto(`${address}${hash}`);
  }

  /** Selects the papers of a list: many, or those of one author. */
  private async select(page: Page, isMany: boolean): Promise<string[]> {
    const author = this.upTo(AUTHORS);
    const all = Array.from({ length: MANY }, (_, at) => at).filter((at) => isMany || at % AUTHORS === author);
    await this.goTo(page, `#/author/${isMany ? 'Everybody%20Else' : `Author%20${author}`}`);
    await page.locator('.item:not(.waiting)').first().waitFor();
    await page.keyboard.press('Control+a');
    await page.getByText(`选中 ${all.length} 篇`, { exact: true }).waitFor();
    return all.map(bigId);
  }

  private async give(page: Page, scene: Scene, { path, marks }: GivenMarks): Promise<Begun> {
    const { tookMs } = this;
    const choose = () => page.locator('.toolbar input[type=file]').setInputFiles(path);
    const given = { kind: scene, scene, after: marks, path, tookMs };
    if (scene !== 'restore') {
      const said = () => page.locator('.import-account').filter({ hasText: '导入完成' }).waitFor();
      return { ...given, press: choose, said };
    }
    await choose();
    const button = page.getByRole('button', { name: '恢复', exact: true });
    await button.waitFor();
    return { ...given, press: () => button.click(), said: () => page.getByText('恢复完成').waitFor() };
  }

  /** Writes something and waits until it is said to be kept. @returns what is to be written next */
  async write(page: Page, scene: Scene): Promise<Begun> {
    const { upTo } = this;
    const next = () => this.count++;
    const begin = async (write: Write | Promise<Write>): Promise<Begun> => {
      return { ...(await write), scene, path: null, tookMs: this.tookMs };
    };
    if (scene === 'paper') {
      const id = idOf(upTo(DAYS), upTo(PAPERS));
      await this.goTo(page, `#/paper/${id}`);
      await page.getByLabel('笔记').waitFor();
      await this.done(await writeOfPaper(page, id, this.kept, next(), upTo));
      return begin(writeOfPaper(page, id, this.kept, next(), upTo));
    }
    const ids = await this.select(page, scene === 'bulk' && upTo(4) > 0);
    const before = this.kept;
    const first = await this.done(await markMany(page, ids, before, next(), upTo, scene === 'tags' ? 'tag' : null));
    const path = join(this.folder, `given-${next()}`);
    switch (scene) {
      case 'bulk': {
        const fate = first.after.size > 0 ? upTo(6) : 5;
        if (fate === 0) return begin(undoMany(page, first.after, before));
        if (fate === 1) await this.done(undoMany(page, first.after, before));
        return begin(markMany(page, ids, this.kept, next(), upTo));
      }
      case 'tags':
        await page.getByRole('button', { name: '管理标签' }).click();
        await page.getByRole('dialog').locator('li .name').first().waitFor();
        await this.done(await changeTag(page, this.kept, next(), upTo));
        return begin(changeTag(page, this.kept, next(), upTo));
      case 'report':
        return this.give(page, scene, { path: dayFile(this.folder, DAYS + next()), marks: new Map() });
      case 'list':
        return this.give(page, scene, idList(`${path}.txt`, next(), IN_FILE));
      case 'library':
        return this.give(page, scene, libraryFile(`${path}.json`, next(), IN_FILE));
      case 'restore':
        return this.give(page, scene, backupFile(`${path}.jsonl`, next(), IN_FILE));
    }
  }
}
