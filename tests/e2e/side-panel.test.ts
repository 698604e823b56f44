import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { type Loopback, serveLoopback } from '@/scripts/browser/loopback';
import { ModelServer } from '../model-server';
import { ZoteroServer } from '../zotero-server';
import { allowHosts } from './allow';
import { absUrl, CHROME_BUILD, SAMPLE } from './arxiv';
import { readSamplePapers, replicaSite } from './sample';
import { attachSidePanel, type SidePanel } from './side-panel-target';
import { addModel, writtenReply } from './writer';

/** A paper that no report told of. */
const UNKNOWN = '2601.01234';
const API = `https://export.arxiv.org/api/query?id_list=${UNKNOWN}v2&start=0&max_results=1`;
const ANSWER = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry>
  <id>http://arxiv.org/abs/${UNKNOWN}v2</id><title>Drawing Maps at Once</title><summary>We draw maps.</summary>
  <published>2026-01-03T00:00:00Z</published><updated>2026-01-05T00:00:00Z</updated>
  <author><name>Ada Lovelace</name></author><category term="cs.CV"/></entry></feed>`;

/** Text of the panel's page, and of the guide in its shadow root. */
const TEXT = `(document.body.innerText + [...document.querySelectorAll('daodu-panel')].map((host) => host.shadowRoot.textContent).join(''))`;
const shows = (text: string) => `${TEXT}.includes(${JSON.stringify(text)})`;
/** A button of the guide whose name holds the text. */
const button = (text: string) =>
  `[...document.querySelector('daodu-panel').shadowRoot.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent).includes('${text}'))`;

/** Something of the panel's page whose text holds this. */
const named = (selector: string, text: string) =>
  `[...document.querySelectorAll('${selector}')].find((one) => one.textContent.includes('${text}'))`;

describe('the side panel', () => {
  let chromium: Chromium;
  let server: Loopback;
  let models: ModelServer;
  let side: SidePanel;
  let tab: Page;
  const papers = readSamplePapers();
  const [paper] = papers;

  beforeAll(async () => {
    const site = replicaSite([...papers, { ...paper, id: UNKNOWN, version: 2 }])
      .addText(`https://arxiv.org/pdf/${paper.id}v1`, '<title>a PDF</title>')
      .addText('https://example.org/', '<title>no paper</title>')
      .addText(API, ANSWER);
    [server, models] = await Promise.all([serveLoopback(site), ModelServer.start()]);
    models.otherwise = ({ body }) => writtenReply(body);
    chromium = await openChromium({ extension: CHROME_BUILD, server });
    await importFiles(chromium, SAMPLE);
    tab = await chromium.context.newPage();
    await tab.goto(`https://arxiv.org/pdf/${paper.id}v1`);
  });
  afterAll(() => Promise.all([chromium.close(), server.close(), models.close()]));

  /** Types into the field for tags, and presses keys once it offers this. */
  async function tag(text: string, offer: string, ...keys: string[]): Promise<void> {
    await side.evaluate(`(() => {
      const field = document.querySelector('.tag-input');
      field.value = '${text}';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()`);
    await side.until(named('[role=option]', offer));
    for (const key of keys) {
      await side.evaluate(
        `document.querySelector('.tag-input').dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))`,
      );
    }
  }

  async function choose(menu: string, item: string): Promise<void> {
    await side.evaluate(`${named('[aria-haspopup=menu]', menu)}.click()`);
    await side.until(named('[role=menuitem]', item));
    await side.evaluate(`${named('[role=menuitem]', item)}.click()`);
  }

  const requests = (host: string) => server.requests.filter((address) => new URL(address).host === host);

  test('opens in a click on the popup, which gives way to it', async () => {
    const popup = await chromium.context.newPage();
    // Headless, a popup stands in a tab, and would see itself as the current one.
    await popup.addInitScript(
      `if (globalThis.chrome?.tabs) {
        const query = chrome.tabs.query.bind(chrome.tabs);
        chrome.tabs.query = async (asked) => (await query(asked)).map((tab) => ({ ...tab, url: '${tab.url()}' }));
      }`,
    );
    await popup.goto(chromium.pageUrl('popup.html'));
    await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name: '侧边栏' }).click()]);
    side = await attachSidePanel(tab);
    await tab.bringToFront();
    await side.until(shows(paper.title));
    await side.until(`document.querySelector('daodu-panel[data-state=analysis]')`);
  });

  test('saves, and keeps status and note of the paper beside it', async () => {
    await side.evaluate(`${button('收藏')}.click()`);
    await side.until(`${button('收藏')}.ariaPressed === 'true'`);
    await side.evaluate(`(() => {
      const status = document.querySelector('select');
      status.value = 'reading';
      status.dispatchEvent(new Event('change', { bubbles: true }));
      const note = document.querySelector('textarea');
      note.value = '读到第三节';
      note.dispatchEvent(new Event('input', { bubbles: true }));
      note.dispatchEvent(new Event('blur'));
    })()`);
    await side.until(shows('笔记已保存'));
    await tag('综述', '新建标签', 'Enter');
    await side.until(shows('#综述'));
    const library = await chromium.context.newPage();
    await library.goto(chromium.pageUrl(`library.html#/paper/${paper.id}`));
    await library.getByLabel('阅读状态').waitFor();
    expect(await library.getByLabel('阅读状态').inputValue()).toBe('reading');
    expect(await library.getByLabel('笔记').inputValue()).toBe('读到第三节');
    // The active tab is ours now, and shows no paper.
    await side.until(shows('当前标签页不是论文页'));
    await library.close();
  });

  test('follows the tab that is active, and where it goes', async () => {
    await tab.bringToFront();
    await side.until(shows(paper.title));
    await tab.goto('https://example.org/');
    await side.until(`${shows('当前标签页不是论文页')} && !document.querySelector('daodu-panel')`);
    const other = await chromium.context.newPage();
    await other.goto(absUrl(paper.id));
    await side.until(shows(paper.title));
    await other.close();
    await side.until(shows('当前标签页不是论文页'));
  });

  test('tags a paper that no report told of, completes the tag, saves the paper and only then asks arXiv for it', async () => {
    await tab.goto(`https://arxiv.org/html/${UNKNOWN}v2`);
    await tab.bringToFront();
    await side.until(shows('论文库里还没有这篇论文'));
    expect(requests('export.arxiv.org')).toEqual([]);
    await side.evaluate(`void (globalThis.noteField = document.querySelector('textarea'))`);
    await tag('综', '综述', 'ArrowDown', 'Enter');
    await side.until(shows('Drawing Maps at Once'));
    await side.until(`${button('收藏')}.ariaPressed === 'true' && ${shows('#综述')}`);
    // Whoever writes a note meanwhile goes on writing.
    expect(await side.evaluate(`noteField === document.querySelector('textarea')`)).toBe(true);
    expect(requests('export.arxiv.org')).toEqual([API]);
  });

  test('sends it to Zotero, with its tag', async () => {
    await allowHosts(chromium, 'http://127.0.0.1/*');
    const zotero = await ZoteroServer.start(23119);
    await tab.bringToFront();
    await side.until(shows('Drawing Maps at Once'));
    await choose('发送到', '发送到 Zotero');
    await side.until(shows('已发送 1 篇到 Zotero 的“我的文库”。'));
    await zotero.close();
    expect(zotero.items).toMatchObject([{ title: 'Drawing Maps at Once', tags: [{ tag: '综述' }] }]);
  });

  test('has a guide written, for which arXiv is not asked again', async () => {
    const options = await chromium.context.newPage();
    await options.goto(chromium.pageUrl('options.html#models'));
    await addModel(options, '其他兼容 OpenAI 的服务', `${models.url}/v1`, 'sk-1');
    await options.close();
    await tab.bringToFront();
    await side.until(shows('Drawing Maps at Once'));
    await side.evaluate(`${button('生成解读')}.click()`);
    await side.until(`document.querySelector('daodu-panel[data-state=analysis]:not([data-job])')`);
    await side.until(shows('没有试过海图'));
    expect(models.seen).toHaveLength(1);
    // What is known is not asked for again.
    expect(requests('export.arxiv.org')).toEqual([API]);
  });
});
