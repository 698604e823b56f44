import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GuideJob } from '@/core/jobs/job';
import type { Paper } from '@/core/paper';
import { openFirefox, type Firefox } from '@/scripts/browser/firefox';
import { ModelServer } from '../model-server';
import { absUrl, FIREFOX_BUILD } from './arxiv';
import { isWritten, keptKeys, replyUntil, type Rows, rowsOf, saidBy } from './killing';
import { readSamplePapers, replicaSite } from './sample';
import { keysAskedFor, WRITTEN } from './writer';

/** Shorter than the pause between two signs of life of a running job, so that the worker dies in every silence of the model. */
const IDLE_MILLISECONDS = 700;
const { title: _, ...SAID } = WRITTEN;

const IS_DEAD = '!browser.extension.getViews().some((view) => view.location.pathname.includes("background"))';

/** What became of a wish for a guide, once that is known. */
const ASKED = `(() => {
  const panel = document.querySelector('daodu-panel');
  return panel.hasAttribute('data-job') ? 'yes' : panel.shadowRoot.textContent.includes('没有成功') && 'lost';
})()`;

/** The background dies in each silence of the model: before it says anything, or behind so many parts of its answer. */
const SCENES: [name: string, leaves: boolean, silences: number[]][] = [
  ['before the model says anything', false, [0]],
  ['in the middle of an answer', false, [3]],
  ['again and again', false, [5, 0, 1, 2]],
  ['with nobody watching', true, [0, 4]],
  ['with nobody watching, again and again', true, [3, 0, 2]],
];

/** Presses a button of the panel. */
const press = (page: Page, name: string) =>
  page.locator(`daodu-panel >>> ::-p-aria([name="${name}"][role="button"])`).click();

describe('Firefox ends the background while guides are written', () => {
  let firefox: Firefox;
  let server: ModelServer;
  let own: Page;
  const papers = readSamplePapers();

  beforeAll(async () => {
    [firefox, server] = await Promise.all([
      openFirefox({
        extension: FIREFOX_BUILD,
        site: replicaSite(papers),
        idleMilliseconds: IDLE_MILLISECONDS,
        grantsHosts: true,
      }),
      ModelServer.start(),
    ]);
    // Only the extension's own pages may open another one here, and the welcome page opens by itself.
    const welcome = await firefox.findPage('welcome.html');
    await welcome.evaluate(() => location.assign('options.html#models'));
    own = await firefox.findPage('options.html');
    await own.locator('::-p-aria(其他兼容 OpenAI 的服务)').click();
    await own.locator('#model-address').fill(`${server.url}/v1`);
    await own.locator('#model-model').fill('scripted-model');
    await own.locator('#model-key').fill('sk-planted-0123456789');
    await own.locator('.model-form [type=submit]').click();
    await own.waitForFunction('document.body.textContent?.includes("已保存")');
  });
  afterAll(() => Promise.all([firefox.close(), server.close()]));

  const readRows = <T extends keyof Rows>(table: T) => own.evaluate(rowsOf(table)) as Promise<Rows[T]>; // as: see `Rows`

  async function readJob(paper: Paper): Promise<GuideJob> {
    const job = (await readRows('jobs')).find(({ id }) => id === `guide|${paper.id}`);
    if (!job) throw new Error(`${paper.id} has no job`);
    return job;
  }

  /** Opens the page of a paper; that of another one wakes the background. */
  async function open({ id }: Paper): Promise<Page> {
    const page = await firefox.open(absUrl(id));
    await page.waitForSelector('daodu-panel:not([data-state=loading])');
    // A background this short-lived may die over the page's question; its reader is told to load the page again then.
    while (await page.$('daodu-panel[data-state=error]')) {
      await page.reload({ waitUntil: 'domcontentloaded' });
      await page.waitForSelector('daodu-panel:not([data-state=loading])');
    }
    return page;
  }

  /** Opens the page of a paper and asks for its guide: once more, as its reader is told, should the background die over that. */
  async function begin(paper: Paper): Promise<Page> {
    for (;;) {
      const page = await open(paper);
      if (!(await page.$('daodu-panel[data-job]'))) await press(page, '生成解读');
      const told = await page.waitForFunction(ASKED, { polling: 50 });
      if ((await told.jsonValue()) === 'yes') return page;
      await page.close();
    }
  }

  const isDead = () => own.evaluate(IS_DEAD) as Promise<boolean>; // as: what the expression says

  // Each scene has a paper of its own: what a scene before it left open is answered too, and not counted.
  test.for(SCENES.map((scene, index) => [...scene, index] as const))(
    '%s: the guide is written all the same',
    { timeout: 240_000 },
    async ([, leaves, silences, index], { signal }) => {
      const paper = papers[index] ?? papers[0];
      const other = papers.find((one) => one !== paper) ?? paper;
      /** The silences that are still to come; none: the model says all. */
      const queue = [...silences];
      const isOurs = (body: string) => body.includes(paper.title);
      const requests = () => server.seen.flatMap(({ body }) => (isOurs(body) ? [keysAskedFor(body)] : []));
      const stillOpen = () => [...server.open].filter(({ body }) => isOurs(body)).length;
      const texts = () => firefox.requests.filter((url) => url.includes(`/html/${paper.id}`));
      /** So many parts are sent before the silence, never all that were asked for: an answer may be whole without its end. */
      const sentOf = (asked: string[]) => asked.slice(0, Math.min(queue[0] ?? Infinity, asked.length - 1));
      server.otherwise = ({ body }) => ({
        late: true,
        // Chosen when the answer is let go: until then it may be any life's, and the scene go on meanwhile.
        get steps() {
          const { length: count } = sentOf(keysAskedFor(body));
          const isWhole = queue.length === 0 || !isOurs(body);
          return replyUntil(body, isWhole ? null : { at: 'part', count }).steps ?? [];
        },
      });

      /** Everything that was ever seen to be kept. */
      const kept = new Set<string>();
      async function look(): Promise<GuideJob> {
        signal.throwIfAborted(); // the server is the next scene's by then
        const job = await readJob(paper);
        for (const key of keptKeys(job)) kept.add(key);
        return job;
      }

      let page = await begin(paper);
      let seen = 0;
      let textsAsked = 0;
      for (let isOpen = true; isOpen;) {
        // Only what a background that is dead has asked for is asked for anew.
        await server.until(() => requests().length > seen && stillOpen() <= 1);
        signal.throwIfAborted();
        if (leaves && !page.isClosed()) await page.close();
        // All answers are held now, so that nothing more is kept while the job is read.
        const keys = keptKeys(await readJob(paper));
        const asked = requests().slice(seen);
        seen += asked.length;
        const missing = Object.keys(WRITTEN).filter((key) => !keys.includes(key));
        expect(asked).toEqual(asked.map(() => missing));
        expect(missing.filter((key) => kept.has(key))).toEqual([]);
        textsAsked ||= texts().length;

        const [silence] = queue;
        if (silence !== 0) server.release();
        if (silence === undefined) {
          if (leaves) page = await open(paper);
          // A background may die behind its last part, too.
          while (isOpen && requests().length === seen) isOpen = !isWritten(await look());
          continue;
        }
        // Behind its silence a background is left to die once it has kept what was sent: that a slow one died before that
        // is no fault, and the silence comes again. The last part is finished only when the next one begins.
        const finished = silence === 0 ? [] : sentOf(missing).slice(0, -1);
        const isKept = () => finished.every((key) => kept.has(key));
        while (!isKept() && requests().length === seen && !(await isDead())) await look();
        if (leaves) await own.waitForFunction(IS_DEAD, { polling: 50, timeout: 0 }); // polling: this page is not drawn
        await look();
        if (isKept()) queue.shift();
        if (!leaves) continue;
        // A background this short-lived may die before it has looked for jobs; readers open more than one page.
        while (requests().length === seen) await (await open(other)).close();
      }
      server.release();
      await page.waitForSelector('daodu-panel[data-state=analysis]:not([data-job])');
      expect(requests()).toHaveLength(seen);
      expect(await readJob(paper)).toMatchObject({ state: 'done', error: null });
      const written = (await readRows('analyses')).filter(({ paperId }) => paperId === paper.id);
      expect(written.map(saidBy)).toEqual([SAID]);
      expect(texts()).toHaveLength(textsAsked);
      await page.close();
    },
  );
});
