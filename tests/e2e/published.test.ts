import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportText } from '@/core/library/records';
import { formatReport } from '@/core/report/format';
import { readInput } from '@/core/report/read';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { ArxivDays } from '../arxiv-days';
import { FeedServer } from '../feed-server';
import { allowHosts } from './allow';
import { CHROME_BUILD } from './arxiv';
import { announcedDays } from './daily-world';
import { previewFeed, readPreview, settle, subscribe } from './feeds-page';
import { rowsOf } from './killing';
import { replicaSite } from './sample';

const START = join(import.meta.dirname, '..', '..', 'cli', 'start.mjs');
const SITE = 'https://rooms.example.org/daily';
const [date = ''] = announcedDays(1);

let folder: string;
let arxiv: ArxivDays;
let server: FeedServer;
let chromium: Chromium;

const fileOf = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daodu-published-'));
  arxiv = new ArxivDays(() => Date.now());
  const env = { ...process.env, DAODU_ARXIV: await arxiv.start() };
  const args = ['report', '--date', date, '--categories', 'cs.CV', '--out', folder, '--max', '3', '--pace', '0'];
  await promisify(execFile)(process.execPath, [START, ...args], { env });
  server = await FeedServer.start(replicaSite([]));
  server.put(`${SITE}/${date}.json`, { body: fileOf(`${date}.json`) });
  server.put(`${SITE}/arxiv_cv_report_${date}.md`, { body: fileOf(`arxiv_cv_report_${date}.md`) });
  chromium = await openChromium({ extension: CHROME_BUILD, server: server.loopback });
  await allowHosts(chromium, 'https://rooms.example.org/*');
});
afterAll(async () => {
  await Promise.all([chromium.close(), server.close(), arxiv.close()]);
  rmSync(folder, { recursive: true });
});

test.each(['{date}.json', 'arxiv_cv_report_{date}.md'])(
  'a folder that was published is read by its %s',
  async (name) => {
    const page = await previewFeed(chromium, `${SITE}/${name}`, `组里的日报 ${name.length}`);
    expect(await readPreview(page)).toContain('3 篇');
    await subscribe(page);
    await settle(page);
    const texts = await page.evaluate<ReportText[]>(rowsOf('reportTexts'));
    const published = readInput(fileOf(`${date}.json`), { date }).report;
    expect(texts.at(-1)?.report).toEqual(published);
    expect(formatReport(published)).toBe(fileOf(`arxiv_cv_report_${date}.md`));
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    for (const { title } of published.papers) await popup.getByText(title).first().waitFor();
    expect(await popup.locator('body').innerText()).toContain('自动统计（未用模型）');
    await Promise.all([popup.close(), page.close()]);
  },
);
