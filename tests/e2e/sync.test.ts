import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLibraryJson } from '@/core/library/json';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { DAV_SERVERS, DavServer, PASSWORD, USER } from '../dav-server';
import { DavProxy } from '../dav-proxy';
import { samplePaper } from '../library-samples';
import { allowHosts } from './allow';
import { CHROME_BUILD } from './arxiv';
import { findViolations } from './axe';
import { findBrowser } from './killing';

const ID = '2512.23705';
const SECOND = '2512.00002';

/** All that travels, as one of our own pages reads it. */
const READ = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('library');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const stores = ['saves', 'dismissals', 'settings', 'papers', 'sync', 'edits'];
    const transaction = opening.result.transaction(stores);
    const rows = {};
    for (const name of stores) {
      transaction.objectStore(name).getAll().onsuccess = ({ target }) => { rows[name] = target.result; };
    }
    transaction.oncomplete = () => { opening.result.close(); resolve(rows); };
  };
})`;

interface Save {
  paperId: string;
  savedAt: number | null;
  tags: string[];
  note: string;
}

/** A reader's computer: a profile with a page of the settings and one of the library. */
class Computer {
  private constructor(
    public chromium: Chromium,
    private readonly profile: string,
    public options: Page,
    public library: Page,
  ) {}

  static async open(profile: string): Promise<Computer> {
    const chromium = await openChromium({ extension: CHROME_BUILD, profile });
    await allowHosts(chromium, 'http://127.0.0.1/*');
    const [options, library] = [await chromium.context.newPage(), await chromium.context.newPage()];
    const computer = new Computer(chromium, profile, options, library);
    await options.goto(chromium.pageUrl('options.html#sync'));
    await library.goto(chromium.pageUrl('library.html'));
    return computer;
  }

  async rows() {
    const rows =
      await this.options.evaluate<Record<string, { id?: string; state?: { [name: string]: unknown } }[]>>(READ);
    const saves = rows['saves'] as unknown as Save[]; // as: rows of the table
    const state = rows['sync']?.find(({ id }) => id === 'state')?.state ?? {};
    return { ...rows, saves, state, sync: rows['sync'] };
  }

  /** What readers see of what travels. */
  async shown() {
    const { saves, dismissals, papers } = (await this.rows()) as Awaited<ReturnType<Computer['rows']>> &
      Record<string, unknown[]>; // as: rows of these tables
    const titles = (papers as { id: string; title: string }[]).map(({ id, title }) => [id, title]); // as: see above
    return { saves, dismissals, titles };
  }

  press(name: string): Promise<void> {
    return this.options.getByRole('button', { name, exact: true }).click();
  }

  async fill(url: string, password: string, device: string): Promise<void> {
    await this.options.getByLabel('地址', { exact: true }).fill(url);
    await this.options.getByLabel('用户名', { exact: true }).fill(USER);
    await this.options.getByLabel('密码', { exact: true }).fill(password);
    await this.options.getByLabel('这台电脑的名字').fill(device);
  }

  /** Syncs by the button and waits until that has ended. */
  async sync(): Promise<void> {
    const { succeededAt } = (await this.rows()).state;
    await this.options.bringToFront();
    await this.press('立即同步');
    await expect.poll(async () => (await this.rows()).state['succeededAt'], { timeout: 20_000 }).not.toBe(succeededAt);
  }

  async import(papers: Parameters<typeof writeLibraryJson>[0]): Promise<void> {
    const path = join(this.profile, 'library.json');
    writeFileSync(path, writeLibraryJson(papers, '2026-11-27T00:00:00Z'));
    await this.library.bringToFront();
    await this.library.locator('.toolbar input[type=file]').setInputFiles(path);
    await expect.poll(async () => (await this.rows()).saves.length).toBeGreaterThan(0);
  }

  async openPaper(id: string): Promise<void> {
    await this.library.bringToFront();
    await this.library.goto('about:blank');
    await this.library.goto(this.chromium.pageUrl(`library.html#/paper/${id}`));
    await this.library.getByLabel('笔记').waitFor();
  }

  async write(id: string, note: string): Promise<void> {
    await this.openPaper(id);
    await this.library.getByLabel('笔记').fill(note);
    await this.library.getByLabel('笔记').blur();
    await this.library.getByText('笔记已保存').waitFor();
  }

  /** Kills the browser as a power cut would, and opens it again. */
  async kill(): Promise<Computer> {
    process.kill(findBrowser(this.profile), 'SIGKILL');
    await this.chromium.close().catch(() => undefined);
    return Computer.open(this.profile);
  }
}

const savedPaper = (id: string, note: string) => ({
  paper: samplePaper({ id, title: `Title of ${id}` }),
  analyses: [],
  saved: { savedAt: 1_700_000_000_000, tags: ['视频'], note },
});

describe('two computers over WebDAV', () => {
  let office: Computer;
  let home: Computer;
  const profiles = ['office', 'home'].map((name) => mkdtempSync(join(tmpdir(), `daodu-${name}-`)));
  const servers = new Map<string, { server: DavServer; proxy: DavProxy }>();
  const at = (name: string) => {
    const found = servers.get(name);
    if (!found) throw new Error(`${name} was not started`);
    return found;
  };

  beforeAll(async () => {
    for (const name of DAV_SERVERS) {
      const server = await DavServer.start(name);
      servers.set(name, { server, proxy: await DavProxy.start(server.port) });
    }
    [office, home] = (await Promise.all(profiles.map((profile) => Computer.open(profile)))) as [Computer, Computer]; // as: of two
  });
  afterAll(async () => {
    await Promise.all([office?.chromium.close(), home?.chromium.close()]);
    for (const { server, proxy } of servers.values()) await Promise.all([proxy.close(), server.close()]);
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
  });

  test('the section can be used by everybody, and a server that cannot be used is named before anything is kept', async () => {
    const { proxy } = at('apache2');
    await office.press('坚果云');
    expect(await office.options.getByLabel('地址', { exact: true }).inputValue()).toBe(
      'https://dav.jianguoyun.com/dav/',
    );
    expect(await findViolations(office.options)).toEqual([]);
    await office.press('取消');
    await office.press('其他 WebDAV');
    await office.fill('http://example.org/dav', PASSWORD, '办公室');
    await office.press('测试并开始同步');
    await office.options.getByText('地址要以 https:// 开头').waitFor();
    await office.fill(proxy.url, 'wrong', '办公室');
    await office.press('测试并开始同步');
    await office.options.getByText('服务器不接受这个用户名或密码').waitFor();
    for (const [fault, words] of [
      [{ status: 200, body: '<!doctype html>' }, '不是 WebDAV'],
      [{ status: 507 }, '服务器的空间满了'],
      [{ status: 302, headers: { location: 'http://127.0.0.1:1/' } }, '该地址已跳转'],
    ] as const) {
      proxy.fault = () => fault;
      await office.fill(proxy.url, PASSWORD, '办公室');
      await office.press('测试并开始同步');
      await office.options.getByText(words).waitFor();
    }
    proxy.fault = () => null;
    expect((await office.rows()).state).toEqual({});
    await office.press('取消');
  });

  test('what is saved on one is there on the other, without what reports say', async () => {
    const { proxy, server } = at('apache2');
    await office.import([savedPaper(ID, '要读'), savedPaper(SECOND, '')]);
    for (const [computer, device] of [
      [office, '办公室'],
      [home, '家里'],
    ] as const) {
      await computer.options.bringToFront();
      await computer.press('其他 WebDAV');
      await computer.fill(proxy.url, PASSWORD, device);
      await computer.press('测试并开始同步');
      await expect
        .poll(async () => (await computer.rows()).state['succeededAt'] ?? null, { timeout: 20_000 })
        .not.toBeNull();
    }
    const { saves, titles } = await home.shown();
    expect(saves).toMatchObject([
      { paperId: SECOND, tags: ['视频'] },
      { paperId: ID, note: '要读' },
    ]);
    expect(titles).toContainEqual([ID, `Title of ${ID}`]);
    expect([...server.files().values()].join('')).not.toContain(samplePaper().abstract);
    await office.sync();
    await office.options
      .getByText('家里：最近一次修改')
      .waitFor({ timeout: 1_000 })
      .catch(() => undefined);
    expect(await findViolations(office.options)).toEqual([]);
    // The password is in no page, and in no file on the server.
    expect(await office.options.content()).not.toContain(PASSWORD);
  });

  test.each(DAV_SERVERS)('over %s, both edit at once, and are equal in the end with nothing lost', async (name) => {
    const { proxy } = at(name);
    if (name !== 'apache2') {
      for (const computer of [office, home]) {
        await computer.options.bringToFront();
        await computer.press('修改');
        await computer.options.getByLabel('地址', { exact: true }).fill(proxy.url);
        await computer.options.getByLabel('密码', { exact: true }).fill(PASSWORD);
        const { succeededAt } = (await computer.rows()).state;
        await computer.press('测试并保存');
        await expect
          .poll(async () => (await computer.rows()).state['succeededAt'] ?? succeededAt, { timeout: 20_000 })
          .not.toBe(succeededAt);
      }
    }
    await Promise.all([office.write(ID, `办公室写的，${name}`), home.write(ID, `家里写的，${name}`)]);
    await Promise.all([office.sync(), home.sync()]);
    await office.sync();
    await home.sync();
    const shown = await office.shown();
    expect(await home.shown()).toEqual(shown);
    const note = shown.saves.find(({ paperId }) => paperId === ID)?.note;
    expect(note).toContain(`办公室写的，${name}`);
    expect(note).toContain(`家里写的，${name}`);
    await office.options.bringToFront();
    await office.options.getByText('笔记在两台电脑上同时改过').waitFor();
    // Whoever reads both and writes one text has settled it.
    await home.write(ID, `合在一起，${name}`);
    await home.sync();
    await office.sync();
    expect((await office.shown()).saves.find(({ paperId }) => paperId === ID)?.note).toBe(`合在一起，${name}`);
  });

  test('a browser that is killed in the middle of a sync goes on, and loses nothing', async () => {
    const { proxy } = at('nginx');
    for (const method of ['PUT', 'GET']) {
      await home.write(ID, `家里，在 ${method} 之前`);
      await home.sync();
      await office.write(SECOND, `办公室，在 ${method} 之前`);
      proxy.fault = (request) => (request.method === method ? 'hold' : null);
      await office.options.bringToFront();
      await office.press('立即同步');
      await proxy.holding();
      office = await office.kill();
      proxy.fault = () => null;
      proxy.drop();
      await office.sync();
      await home.sync();
      expect(await home.shown()).toEqual(await office.shown());
      expect((await home.shown()).saves.map(({ note }) => note)).toEqual([
        `办公室，在 ${method} 之前`,
        `家里，在 ${method} 之前`,
      ]);
    }
  });

  test('stopping keeps everything, and forgets the password', async () => {
    const { server } = at('nginx');
    const before = await office.shown();
    const files = server.files().size;
    await office.options.bringToFront();
    await office.press('停止同步');
    await office.options.getByText('已停止同步').waitFor();
    expect(await office.shown()).toEqual(before);
    expect((await office.rows()).sync).toEqual([]);
    expect(server.files().size).toBe(files);
  });
});
