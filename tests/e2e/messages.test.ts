import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { Site } from '@/scripts/browser/site';
import { replicaPage } from '@/scripts/start/replica';
import { readSamplePapers } from './sample';
import { CHROME_BUILD } from './arxiv';
import { openPaper } from './panel';

/** Runs an expression where the content script of an open page lives, as a page that took it over could. */
async function inContentScript(page: Page, expression: string): Promise<unknown> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension:')) resolve(context.id);
    });
  });
  await cdp.send('Runtime.enable');
  const { result } = await cdp.send('Runtime.evaluate', {
    expression,
    contextId: await found,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  return result.value;
}

describe('the background', () => {
  let chromium: Chromium;
  let page: Page;
  const [paper, other] = readSamplePapers();

  beforeAll(async () => {
    const site = new Site().addText(`https://arxiv.org/abs/${paper.id}`, replicaPage(paper));
    chromium = await openChromium({ extension: CHROME_BUILD, site });
    ({ page } = await openPaper(chromium, `https://arxiv.org/abs/${paper.id}`));
  });
  afterAll(() => chromium.close());

  const send = (message: unknown) => inContentScript(page, `chrome.runtime.sendMessage(${JSON.stringify(message)})`);

  test('answers a content script that asks for the paper of its own page', async () => {
    expect(await send({ name: 'guide/read', request: { id: paper.id } })).toHaveProperty('value.id', paper.id);
  });

  test.each([
    ['another paper', { name: 'guide/read', request: { id: other.id } }],
    ['an unknown name', { name: 'library/read', request: {} }],
    ['a name of every object', { name: 'constructor', request: {} }],
    ['a field too many', { name: 'guide/read', request: { id: paper.id, all: true } }],
    ['a number for an id', { name: 'guide/read', request: { id: 170603762 } }],
    ['an endless id', { name: 'guide/read', request: { id: '1'.repeat(1_000_000) } }],
    ['no request', { name: 'guide/read' }],
    ['a height there is not', { name: 'panel/set', request: { id: paper.id, height: 'huge' } }],
    ['a paper without fields', { name: 'paper/save', request: { paper: { id: paper.id }, saved: true } }],
    ['a string', 'guide/read'],
    ['null', null],
    ['an array', ['guide/read', { id: paper.id }]],
  ])('refuses %s', async (_, message) => {
    expect(await send(message)).toMatchObject({ code: 'bad-request' });
  });

  test('refuses a page of the extension, which reads the library itself', async () => {
    const own = await chromium.context.newPage();
    await own.goto(chromium.pageUrl('library.html'));
    const message = JSON.stringify({ name: 'guide/read', request: { id: paper.id } });
    const answer: unknown = await own.evaluate(`chrome.runtime.sendMessage(${message})`);
    expect(answer).toMatchObject({ code: 'bad-request' });
    await own.close();
  });

  test('is out of reach of the web page', async () => {
    expect(await page.evaluate('typeof chrome === "object" && "runtime" in chrome')).toBe(false);
  });
});
