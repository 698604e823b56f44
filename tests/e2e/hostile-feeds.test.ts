import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { panelText } from '@/scripts/browser/daodu';
import { replicaPage } from '@/scripts/start/replica';
import { lastDays } from '../feed-days';
import { FeedServer } from '../feed-server';
import { COMMON_ID, hostileJson, hostileMarkdown, hostileRows, OWN_IDS, TAG } from '../hostile-day';
import { allowHosts } from './allow';
import { absUrl, CHROME_BUILD } from './arxiv';
import { previewFeed, readPreview, settle, subscribe } from './feeds-page';
import { openPaper } from './panel';
import { readSamplePapers, replicaSite } from './sample';

const [today = ''] = lastDays(1);
const KINDS = ['jsonl', 'json', 'md'] as const;
const FILES = { jsonl: hostileRows(), json: hostileJson(today), md: hostileMarkdown(today) };
const NAME = `${TAG} \u202Eeman {{7*7}} ${'N'.repeat(60)}`;
const WIDTHS = [420, 1366];
const IDS = [COMMON_ID, ...Object.values(OWN_IDS)];
const [sample] = readSamplePapers();

/** What a page of ours consists of; MathML and the icons, which hold no address, go by their namespace. */
const TAGS =
  'a abbr article aside b body br button caption code col colgroup data datalist daodu-panel dd details div dl dt em fieldset figure footer form h1 h2 h3 h4 h5 h6 head header hr html i input kbd label legend li main mark menu meta nav ol optgroup option output p pre progress s search section select small span strong sub summary sup svg table tbody td template textarea th thead time title tr u ul wbr'.split(
    ' ',
  );

/** Elements that are not on the list, act by themselves, or lead anywhere but over http(s) or within the page. */
function findFaults(root: Element, tags: readonly string[]): string[] {
  const nodes = [...(root.shadowRoot ?? root).querySelectorAll('*')];
  const own = location.origin;
  return nodes.flatMap((node) => {
    const isMath = node.namespaceURI === 'http://www.w3.org/1998/Math/MathML';
    const isIcon =
      node.namespaceURI === 'http://www.w3.org/2000/svg' && /^(?:svg|path|circle|rect|g|line)$/.test(node.localName);
    const isKnown =
      isMath || isIcon || (node.namespaceURI === 'http://www.w3.org/1999/xhtml' && tags.includes(node.localName));
    const bad = node
      .getAttributeNames()
      .some((name) => /^(?:on|ping$|srcdoc$|src$|action$|formaction$|background$|xlink:href$)/i.test(name));
    const href = node.getAttribute('href');
    const leads =
      href === null ||
      (node.localName === 'a' &&
        (href.startsWith('#') || /^https?:\/\//.test(href) || new URL(href, own).origin === own));
    return isKnown && !bad && leads ? [] : [node.outerHTML.slice(0, 300)];
  });
}

/** What of a page is wider than its window: nothing, where a reader need not scroll sideways. */
function findWide(root: Element): string[] {
  const page = document.scrollingElement;
  const found =
    page && page.scrollWidth > window.innerWidth + 1 ? [`page ${page.scrollWidth} of ${window.innerWidth}`] : [];
  const scope = root.shadowRoot ? [...root.shadowRoot.children] : [root];
  const boxes = scope.filter((box) => box.getBoundingClientRect().right > window.innerWidth + 1);
  return [...found, ...boxes.map((box) => `${box.localName}.${box.className} ${box.getBoundingClientRect().right}`)];
}

async function expectFitting(page: Page, part = 'body'): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 });
    expect(await page.locator(part).first().evaluate(findWide), `${width}`).toEqual([]);
  }
}

describe('feeds whose every text is hostile', () => {
  let server: FeedServer;
  let chromium: Chromium;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-hostile-'));
    const site = replicaSite();
    for (const id of IDS) site.addText(absUrl(id), replicaPage({ ...sample, id, version: 2 }));
    server = await FeedServer.start(site);
    chromium = await openChromium({ extension: CHROME_BUILD, server: server.loopback });
    chromium.context.setDefaultTimeout(10_000);
    await allowHosts(chromium, 'https://feeds.example.org/*');
  });
  afterAll(async () => {
    await Promise.all([chromium.close(), server.close()]);
    rmSync(folder, { recursive: true });
  });

  /** Nothing ran, nothing was asked for, and nothing stands in the page that could do either; no text turns what is around it. */
  async function expectHarmless(page: Page, part = 'body'): Promise<void> {
    const root = page.locator(part).first();
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(await root.evaluate(findFaults, TAGS)).toEqual([]);
    const text = await root.evaluate((node) => (node.shadowRoot ?? node).textContent ?? '');
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u2066-\u2069]/);
    expect(text.isWellFormed()).toBe(true);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    const own = IDS.map(absUrl);
    const asked = chromium.requests.filter((url) => !own.includes(url) && !url.endsWith('/favicon.ico'));
    expect(asked.filter((url) => !url.startsWith('https://feeds.example.org/'))).toEqual([]);
    expect(server.loopback.requests.filter((url) => url.includes('evil'))).toEqual([]);
  }

  test.each(KINDS)('can be looked at and subscribed to: %s', async (kind) => {
    server.put(`https://feeds.example.org/${today}.${kind}`, { body: FILES[kind] });
    const page = await previewFeed(chromium, `https://feeds.example.org/{date}.${kind}`, NAME + kind);
    const found = await readPreview(page);
    expect(found).toContain('最新的一天');
    expect(found).toContain(TAG);
    await expectHarmless(page);
    await expectFitting(page);
    await subscribe(page);
    await settle(page);
    await page.getByRole('cell', { name: '已取到', exact: true }).waitFor();
    expect(await page.locator('main').innerText()).toContain(TAG);
    await expectHarmless(page);
    await expectFitting(page);
    await page.goto(chromium.pageUrl('library.html#/feeds'));
    await page.getByRole('list', { name: '已订阅' }).waitFor();
    await expectHarmless(page);
    await expectFitting(page);
    await page.close();
  });

  test('say what went wrong in words, whatever they sent', async () => {
    const address = `https://feeds.example.org/bad-{date}.jsonl`;
    server.put(address.replace('{date}', today), {
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: FILES.md,
    });
    const page = await previewFeed(chromium, address, NAME);
    expect(await readPreview(page)).toContain('feeds.example.org');
    await expectHarmless(page);
    server.put(address.replace('{date}', today), {
      body: JSON.stringify({ id: TAG, title: TAG, summary: TAG, AI: TAG }),
    });
    await page.getByRole('button', { name: '重新预览' }).click();
    await page.getByText(/没有读到一篇论文/).waitFor();
    await expectHarmless(page);
    await expectFitting(page);
    await page.close();
  });

  test.each<[path: string, mark: string]>([
    ['popup.html', '[data-paper]'],
    [`library.html#/report/${today}`, '.paper-list li, [role=list] li'],
    [`library.html#/paper/${COMMON_ID}`, 'article, section'],
    [`library.html#/paper/${OWN_IDS.json}`, 'article, section'],
    ['library.html#/reports', 'main li, main a'],
    ['library.html#/', 'main'],
  ])('do nothing on %s', async (path, mark) => {
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl(path));
    await page.locator(mark).first().waitFor();
    if (!path.endsWith('#/') && !path.endsWith('#/reports')) await page.getByText(TAG).first().waitFor();
    await expectHarmless(page);
    // The popup has a width of its own.
    if (!path.startsWith('popup')) await expectFitting(page);
    await page.close();
  });

  test.each(IDS)('do nothing in the panel of an arXiv page: %s', async (id) => {
    const { page, panel } = await openPaper(chromium, absUrl(id));
    const whole = panel.getByRole('button', { name: '全文', exact: true });
    if (await whole.isVisible()) await whole.click();
    expect(await panelText(panel)).toContain('航拍图像');
    await expectHarmless(page, 'daodu-panel');
    await expectFitting(page, 'daodu-panel');
    await page.close();
  });

  test('do nothing on paper, nor in the files that are exported', async () => {
    const page = await chromium.context.newPage();
    await page.addInitScript(() => {
      window.print = () => {};
    });
    await page.goto(chromium.pageUrl(`library.html#/print/${today}`));
    await page.locator('.printed-papers > li').first().waitFor();
    await expectHarmless(page);
    await expectFitting(page);
    await page.setViewportSize({ width: 1366, height: 768 });
    const links = await (async () => {
      await page.goto('about:blank');
      await page.goto(chromium.pageUrl('library.html#/reports'));
      await page.locator(`a[href*="report/${today}"]`).first().waitFor();
      return page
        .locator(`a[href*="report/${today}"]`)
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    })();
    expect(links.length).toBeGreaterThan(0);
    for (const link of new Set(links)) {
      await page.goto('about:blank');
      await page.goto(chromium.pageUrl(`library.html${link}`));
      for (const format of [/Markdown/, /HTML/, /JSON/]) {
        await page.getByRole('button', { name: '导出日报' }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('menuitem', { name: format }).click(),
        ]);
        const path = join(folder, download.suggestedFilename());
        await download.saveAs(path);
        const text = readFileSync(path, 'utf8');
        expect(text.isWellFormed()).toBe(true);
        if (!path.endsWith('.html')) continue;
        const file = await chromium.context.newPage();
        const problems: string[] = [];
        file.on('console', (message) => problems.push(message.text()));
        await file.goto(pathToFileURL(path).href);
        expect(await file.evaluate(() => 'ran' in window)).toBe(false);
        expect(await file.locator('body').evaluate(findFaults, TAGS)).toEqual([]);
        expect(problems).toEqual([]);
        await expectFitting(file);
        await file.close();
      }
    }
    await expectHarmless(page);
    await page.close();
  });
});
