import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLibraryJson } from '@/core/library/json';
import { Site } from '@/scripts/browser/site';
import { DavServer, PASSWORD, USER } from '../dav-server';
import { sampleEntry } from '../library-samples';
import { ZoteroServer } from '../zotero-server';
import { FirefoxReader } from './firefox-hands';

const ID = '1706.03762';
/** Where Zotero itself listens. */
const PORT = 23119;

interface Save {
  paperId: string;
  note: string;
  tags: string[];
}

const readSaves = (reader: FirefoxReader) => reader.rows<Save[]>('saves');

/** When the last sync ended. */
async function readSynced(reader: FirefoxReader): Promise<unknown> {
  const rows = await reader.rows<{ id: string; state?: { succeededAt?: number } }[]>('sync');
  return rows.find(({ id }) => id === 'state')?.state?.succeededAt;
}

/** Syncs by the button, and waits until that has ended. */
async function sync(reader: FirefoxReader): Promise<void> {
  const before = await readSynced(reader);
  await reader.press('立即同步', '#sync');
  await expect.poll(() => readSynced(reader)).not.toBe(before);
}

/** Runs in the page. */
function whereIs(id: string): string {
  const { top = -1, height = 0 } = document.getElementById(id)?.getBoundingClientRect() ?? {};
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  if (height > 0 && Math.abs(top) < 100) return 'at the top';
  return `${isAtEnd && top > 0 && top < innerHeight ? 'in sight at the end' : 'elsewhere'}: ${top} of ${innerHeight}`;
}

async function write(reader: FirefoxReader, text: string): Promise<void> {
  await reader.open('library.html', `#/paper/${ID}`);
  await reader.writeNote(text);
  await reader.open('options.html', '#sync');
}

describe('what leaves Firefox for other programs and computers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-sending-'));
  let dav: DavServer;
  let office: FirefoxReader;
  let home: FirefoxReader;

  beforeAll(async () => {
    [dav, office, home] = await Promise.all([
      DavServer.start('apache2'),
      FirefoxReader.start(new Site()),
      FirefoxReader.start(new Site()),
    ]);
    const file = join(folder, 'library.json');
    const saved = { savedAt: 1, tags: ['必读'], note: '要读' };
    writeFileSync(file, writeLibraryJson([sampleEntry({ saved })], '2026-11-28T00:00:00Z'));
    await office.open('library.html');
    await office.give(file);
    await office.sees('导入完成：新增 1 篇');
  });
  afterAll(async () => {
    await Promise.all([office?.close(), home?.close(), dav?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('Zotero takes a paper, once it runs, with tags and notes', async () => {
    await office.go(`#/paper/${ID}`);
    await office.press('发送到');
    await office.press('发送到 Zotero', '[role=menu]');
    await office.sees('没有连上 Zotero', 'dialog');
    const zotero = await ZoteroServer.start(PORT);
    try {
      await office.press('再试一次', 'dialog');
      await office.sees('已发送 1 篇到 Zotero 的“我的文库”');
      expect(zotero.complaints).toEqual([]);
      expect(zotero.items).toMatchObject([{ archiveID: `arXiv:${ID}`, tags: [{ tag: '必读', type: 0 }] }]);
      expect(zotero.items.flatMap(({ notes }) => notes.map(({ note }) => note)).join()).toContain('要读');
    } finally {
      await zotero.close();
    }
  });

  test('the settings stand where their address says, though their parts come one by one', async () => {
    for (const name of ['sync', 'models', 'about']) {
      await office.open('options.html', `#${name}`);
      await expect
        .poll(() => office.page.evaluate(whereIs, name), { timeout: 10_000 })
        .toMatch(/^at the top|^in sight at the end/);
    }
  });

  async function startSync(reader: FirefoxReader, device: string): Promise<void> {
    await reader.open('options.html', '#sync');
    await reader.press('其他 WebDAV', '#sync');
    const values = { 地址: `http://127.0.0.1:${dav.port}/`, 用户名: USER, 密码: PASSWORD, 这台电脑的名字: device };
    for (const [label, value] of Object.entries(values)) {
      const field = await reader.page.waitForSelector(
        `::-p-xpath(//*[@id="sync"]//label[starts-with(normalize-space(), "${label}")])`,
      );
      await field?.click();
      await reader.page.keyboard.down('Control');
      await reader.page.keyboard.press('a');
      await reader.page.keyboard.up('Control');
      await reader.page.keyboard.type(value);
    }
    await reader.press('测试并开始同步', '#sync');
    await reader.sees('上次同步', '#sync');
  }

  test('two profiles come to the same over WebDAV, with nothing lost of what both wrote', async () => {
    await startSync(office, '办公室');
    await startSync(home, '家里');
    await expect.poll(() => readSaves(home)).toMatchObject([{ paperId: ID, note: '要读', tags: ['必读'] }]);

    await Promise.all([write(office, '办公室写的'), write(home, '家里写的')]);
    for (const reader of [office, home, office, home]) await sync(reader);
    await expect.poll(() => readSaves(office)).toMatchObject([{ note: expect.stringContaining('家里写的') }]);
    const saves = await readSaves(office);
    expect(saves).toMatchObject([{ note: expect.stringContaining('办公室写的') }]);
    await expect.poll(() => readSaves(home)).toEqual(saves);
    expect([...dav.files().values()].join('')).not.toContain(PASSWORD);
  });
});
