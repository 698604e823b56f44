import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type Firefox, openFirefox } from '@/scripts/browser/firefox';
import type { Site } from '@/scripts/browser/site';
import { FIREFOX_BUILD } from './arxiv';
import { rowsOf } from './killing';

/** Our pages may lie behind others and are not drawn there. */
const POLLING = { polling: 50, timeout: 30_000 } as const;

const isThere = (text: string, scope: string) => document.querySelector<HTMLElement>(scope)?.innerText.includes(text);

/** A reader with one of our own pages before them, in Firefox; every host that is asked for is allowed. */
export class FirefoxReader {
  private opened = 0;

  private constructor(
    readonly firefox: Firefox,
    /** Changes with every page that is opened. */
    public page: Page,
    private readonly downloads: string,
  ) {}

  /** @param idleMilliseconds how long the background may be idle before it dies; Firefox's own default otherwise. */
  static async start(site: Site, idleMilliseconds?: number): Promise<FirefoxReader> {
    const downloads = mkdtempSync(join(tmpdir(), 'daodu-downloads-'));
    const firefox = await openFirefox({
      extension: FIREFOX_BUILD,
      site,
      grantsHosts: true,
      downloads,
      ...(idleMilliseconds !== undefined && { idleMilliseconds }),
    });
    // Only the extension's own pages may open another one here, and the welcome page opens by itself.
    return new FirefoxReader(firefox, await firefox.findPage('welcome.html'), downloads);
  }

  async close(): Promise<void> {
    await this.firefox.close();
    rmSync(this.downloads, { recursive: true, force: true });
  }

  /** Opens one of our pages anew: `library.html`, at `#/import`. */
  async open(path: string, fragment = ''): Promise<void> {
    this.opened += 1;
    const address = `${path}?${this.opened}${fragment}`;
    await this.page.evaluate((to) => location.assign(to), address);
    this.page = await this.firefox.findPage(address);
    await this.page.bringToFront();
  }

  /** Another place of the same page. */
  async go(fragment: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to;
    }, fragment);
  }

  /** @throws Error with what stands there instead. */
  async sees(text: string, within = 'body'): Promise<void> {
    await this.page.waitForFunction(isThere, POLLING, text, within).catch(async (cause: unknown) => {
      throw new Error(`No “${text}” in: ${await this.read(within)}`, { cause });
    });
  }

  read(within: string): Promise<string> {
    return this.page.$eval(within, (element) => (element as HTMLElement).innerText); // as: all of ours are of HTML
  }

  /** Presses the button, or the item of a menu, whose text begins so. */
  async press(name: string, within = 'body'): Promise<void> {
    const found = await this.page.waitForFunction(
      (wanted, scope) =>
        [...document.querySelectorAll(`${scope} button, ${scope} [role=menuitem]`)].find(
          (one) =>
            !one.matches(':disabled') && (one.getAttribute('aria-label') ?? one.textContent.trim()).startsWith(wanted),
        ),
      POLLING,
      name,
      within,
    );
    await (found as ElementHandle).click(); // as: it is waited for until it is one
  }

  /** Writes the note of the paper that stands open anew. */
  async writeNote(text: string): Promise<void> {
    const field = 'textarea[aria-label="笔记"]';
    await this.page.waitForSelector(field);
    await this.page.$eval(field, (area) => area.select());
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
    await this.page.$eval(field, (area) => area.blur());
    await this.sees('笔记已保存');
  }

  async give(files: string | string[], input = '.toolbar input[type=file]'): Promise<void> {
    const field = await this.page.waitForSelector(input);
    await (field as ElementHandle<HTMLInputElement>).uploadFile(...[files].flat()); // as: for files nothing else is there
  }

  /** All rows of a table of the library, by their keys. */
  rows<T>(table: string): Promise<T> {
    return this.page.evaluate(rowsOf(table as never)) as Promise<T>; // as: any table has rows, of which tests know the kind
  }

  /** What the clipboard holds, as a reader finds out: by pasting it. */
  async paste(): Promise<{ [type: string]: string }> {
    await this.page.evaluate(() => {
      const place = document.createElement('div');
      place.contentEditable = 'true';
      place.id = 'pasted';
      document.body.append(place);
      place.addEventListener('paste', ({ clipboardData }) => {
        const forms = clipboardData?.types.map((type) => [type, clipboardData.getData(type)]) ?? [];
        place.dataset['pasted'] = JSON.stringify(Object.fromEntries(forms));
      });
      place.focus();
    });
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('v');
    await this.page.keyboard.up('Control');
    const pasted = await this.page.waitForFunction(
      () => document.querySelector<HTMLElement>('#pasted')?.dataset['pasted'],
      POLLING,
    );
    const text = String(await pasted.jsonValue());
    await this.page.$eval('#pasted', (place) => place.remove());
    return JSON.parse(text) as { [type: string]: string }; // as: written above
  }

  /** A downloaded file, as soon as all of it is there; the folder is empty afterwards. */
  async takeDownload(): Promise<{ name: string; bytes: Buffer }> {
    let name = '';
    const find = (): boolean => {
      const names = readdirSync(this.downloads);
      // Until it is whole, Firefox keeps an empty file of its name, and beside it what has come.
      name = names.find((one) => statSync(join(this.downloads, one)).size > 0) ?? '';
      return names.length === 1 && name !== '' && !name.endsWith('.part');
    };
    await expect.poll(find, { interval: 20 }).toBe(true);
    const bytes = readFileSync(join(this.downloads, name));
    rmSync(join(this.downloads, name));
    return { name, bytes };
  }
}
