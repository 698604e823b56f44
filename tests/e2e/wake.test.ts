import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, openChromium, stopWorkers } from '@/scripts/browser/chromium';
import { importFiles, readPanel } from '@/scripts/browser/daodu';
import { FeedServer } from '../feed-server';
import { absUrl, CHROME_BUILD, SAMPLE } from './arxiv';
import { readSamplePapers, replicaSite } from './sample';

let server: FeedServer;
let chromium: Chromium;

beforeAll(async () => {
  server = await FeedServer.start(replicaSite());
  chromium = await openChromium({ extension: CHROME_BUILD, server: server.loopback });
  await importFiles(chromium, SAMPLE);
});
afterAll(() => Promise.all([chromium.close(), server.close()]));

/** What the browser says of our worker; asking does not wake it. */
async function watchWorker(page: Page): Promise<() => string> {
  const cdp = await page.context().newCDPSession(page);
  let status = '';
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const own = versions.findLast(({ scriptURL }) => scriptURL.startsWith('chrome-extension:'));
    if (own) status = own.runningStatus;
  });
  await cdp.send('ServiceWorker.enable');
  return () => status;
}

test('the worker wakes while an abstract page is still on its way, and for no other page', async () => {
  const [paper] = readSamplePapers();
  const url = absUrl(paper.id);
  const html = replicaSite().answer(url)?.body.toString() ?? '';
  const page = await chromium.context.newPage();
  const status = await watchWorker(page);
  await stopWorkers(page);
  await expect.poll(status).toBe('stopped');
  const elsewhere = 'https://feeds.example.org/page.html';
  server.put(elsewhere, { body: '<p>another page</p>', headers: { 'content-type': 'text/html' } });
  await page.goto(elsewhere);
  expect(status()).toBe('stopped');

  server.put(url, { body: html, held: true, headers: { 'content-type': 'text/html; charset=utf-8' } });
  const arrived = page.goto(url);
  await server.held();
  await expect.poll(status, { timeout: 20_000 }).toBe('running');
  server.release();
  await arrived;
  expect(await readPanel(page)).toMatchObject({ state: 'analysis' });
});
