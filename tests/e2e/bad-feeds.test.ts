import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedDay } from '@/core/feeds/feed';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { badFiles } from '../bad-files';
import { dayFileOf, lastDays } from '../feed-days';
import { FeedServer } from '../feed-server';
import { allowHosts } from './allow';
import { CHROME_BUILD } from './arxiv';
import { previewFeed, readPreview, settle, subscribe } from './feeds-page';
import { readSamplePapers, replicaSite } from './sample';

const papers = readSamplePapers();
const GIVEN = badFiles(papers);
const FILES = GIVEN.map((file) => ({ ...file, ...file.inBrowser }));
const DAYS = lastDays(FILES.length + 1);
const ADDRESS = 'https://feeds.example.org/{date}.jsonl';
const urlOf = (date = '') => ADDRESS.replace('{date}', date);

/** All that is kept of a feed's days. */
const readDays = (page: Page) =>
  page.evaluate<FeedDay[]>(`new Promise((resolve) => {
    const opening = indexedDB.open('library');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('feedDays').objectStore('feedDays').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result);
      };
    };
  })`);

describe('files that are broken', () => {
  let server: FeedServer;
  let chromium: Chromium;
  let folder: string;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-bad-'));
    server = await FeedServer.start(replicaSite());
    chromium = await openChromium({ extension: CHROME_BUILD, server: server.loopback });
    await allowHosts(chromium, 'https://feeds.example.org/*');
    server.put(urlOf(DAYS[0]), { body: '' });
    page = await previewFeed(chromium, ADDRESS, '有好有坏');
    await readPreview(page);
  });
  afterAll(async () => {
    await Promise.all([chromium.close(), server.close()]);
    rmSync(folder, { recursive: true });
  });

  test('are told of in a preview: what is good of them, or why nothing is', async () => {
    for (const { name, bytes, papers: count, said, skipped = 0 } of FILES) {
      server.put(urlOf(DAYS[0]), { body: bytes });
      await page.getByRole('button', { name: '重新预览' }).click();
      await page.getByRole('button', { name: '停止' }).waitFor({ state: 'detached' });
      const text = await readPreview(page);
      if (count === null) {
        expect(text, name).toMatch(said ?? /./);
        expect(text, name).not.toMatch(/[{}]|undefined|null/);
      } else {
        expect(text, name).toContain(`${count} 篇`);
        if (skipped > 0) expect(text, name).toContain(`${skipped} 行`);
      }
    }
  });

  test('keep none of a feed’s other days out, and are told of with their reasons', async () => {
    server.put(urlOf(DAYS[0]), { body: dayFileOf(papers) });
    for (const [index, { bytes }] of FILES.entries()) server.put(urlOf(DAYS[index + 1]), { body: bytes });
    await page.getByRole('button', { name: '重新预览' }).click();
    await page.getByText(`${papers.length} 篇`, { exact: true }).first().waitFor();
    await subscribe(page);
    await settle(page);
    await page.getByLabel('天数').fill(String(DAYS.length));
    await page.getByRole('button', { name: `补取最近 ${DAYS.length} 天` }).click();
    await page.getByRole('progressbar').waitFor();
    await settle(page);
    const days = new Map((await readDays(page)).map((day) => [day.date, day]));
    const more = page.getByRole('button', { name: /^再看/ });
    if (await more.isVisible()) await more.click();
    for (const [index, { name, papers: count, said }] of FILES.entries()) {
      const day = days.get(DAYS[index + 1] ?? '');
      expect([name, day?.state, day?.papers], name).toEqual([name, count === null ? 'bad' : 'there', count ?? 0]);
      if (said) await page.getByText(said).first().waitFor();
    }
    expect(days.get(DAYS[0] ?? '')).toMatchObject({ state: 'there', papers: papers.length });
  });

  test('are told of when they are imported, and keep no other file out', async () => {
    const dated = FILES.map((file, index) => ({
      ...file,
      path: join(folder, `2020-01-${10 + index}-${file.name}.jsonl`),
    }));
    for (const { path, bytes } of dated) writeFileSync(path, bytes);
    const told = await importFiles(chromium, ...dated.map(({ path }) => path)).catch(String);
    const bad = FILES.filter((file) => file.papers === null);
    expect(told).toContain(`${bad.length} 个文件失败`);
  });

  test('are told of by daodu parse, which goes on', () => {
    const paths = GIVEN.map(({ name, bytes }, index) => {
      const path = join(folder, `2020-02-${10 + index}-${name}.jsonl`);
      writeFileSync(path, bytes);
      return path;
    });
    const cli = join(import.meta.dirname, '..', '..', 'cli', 'start.mjs');
    const { stdout, status } = spawnSync(process.execPath, [cli, 'parse', ...paths], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    expect(status).toBe(1);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, never>); // as: checked below
    expect(lines).toHaveLength(GIVEN.length);
    for (const [index, { name, papers: count, said, skipped = 0 }] of GIVEN.entries()) {
      const {
        report,
        error,
        skipped: told,
      } = lines[index] as { report?: { papers: [] }; error?: { message: string }; skipped?: [] }; // as: what it prints
      if (count === null) expect(error?.message, name).toMatch(said ?? /./);
      else expect([report?.papers.length, told?.length], name).toEqual([count, skipped]);
    }
  });
});
