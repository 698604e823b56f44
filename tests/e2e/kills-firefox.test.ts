import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '@/core/paper';
import { openFirefox, type Firefox } from '@/scripts/browser/firefox';
import { ModelServer } from '../model-server';
import { absUrl, FIREFOX_BUILD } from './arxiv';
import { replyUntil, type Rows, rowsOf, saidBy } from './killing';
import { readSamplePapers, replicaSite } from './sample';
import { keysAskedFor, WRITTEN } from './writer';

/** Shorter than the pause between two signs of life of a running job, so that the worker dies in every silence of the model. */
const IDLE_MILLISECONDS = 700;
const { title: _, ...SAID } = WRITTEN;

/** Presses a button of the panel. */
const press = (page: Page, name: string) =>
  page.locator(`daodu-panel >>> ::-p-aria([name="${name}"][role="button"])`).click();

describe('Firefox ends the background while guides are written', () => {
  let firefox: Firefox;
  let server: ModelServer;
  let own: Page;
  const papers = readSamplePapers();
  const kills = new Map<string, number>();

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

  /** Opens the page of a paper; that of another one wakes the background. */
  async function open({ id }: Paper): Promise<Page> {
    const page = await firefox.open(absUrl(id));
    await page.waitForSelector('daodu-panel:not([data-state=loading])');
    return page;
  }

  /** Resolves once the background is gone. */
  const dead = () =>
    own.waitForFunction('!browser.extension.getViews().some((view) => view.location.pathname.includes("background"))', {
      polling: 50, // a page in the background is not drawn
    });

  // The background dies in each silence of the model: before it says anything, or behind so many parts of its answer.
  test.each<[string, boolean, number[]]>([
    ['before the model says anything', false, [0]],
    ['in the middle of an answer', false, [3]],
    ['again and again', false, [5, 0, 1, 2]],
    ['with nobody watching', true, [0, 4]],
    ['with nobody watching, again and again', true, [3, 0, 2]],
  ])(
    '%s: the guide is written all the same',
    async (name, leaves, silences) => {
      const paper = papers[kills.size] ?? papers[0];
      const other = papers.find((one) => one !== paper) ?? paper;
      const before = server.seen.length;
      const queue = [...silences];
      let silence = queue.shift();
      server.otherwise = ({ body }) =>
        replyUntil(
          body,
          silence === undefined ? null : silence === 0 ? { at: 'request' } : { at: 'part', count: silence },
        );
      let page = await open(paper);
      await press(page, '生成解读');

      let missing = Object.keys(WRITTEN);
      for (let requests = 1; ; requests++) {
        await server.arrived(before + requests);
        await server.held();
        expect(keysAskedFor(server.seen.at(-1)?.body ?? '')).toEqual(missing);
        if (requests === 1 && leaves) await page.close();
        if (silence === undefined) break;
        if (silence > 0) {
          server.release();
          await server.held();
          // The last part that came is finished when the next one begins.
          missing = missing.slice(silence - 1);
        }
        if (leaves) {
          await dead();
          silence = queue.shift();
          server.release();
          // A background this short-lived may die before it has looked for jobs; readers open more than one page.
          while (server.seen.length <= before + requests) await (await open(other)).close();
        } else {
          silence = queue.shift();
          await server.arrived(before + requests + 1);
          await server.held(2);
        }
      }
      server.release();
      if (leaves) page = await open(paper);
      await page.waitForSelector('daodu-panel[data-state=analysis]:not([data-job])');
      kills.set(name, silences.length);
      expect(server.seen).toHaveLength(before + silences.length + 1);
      expect((await readRows('jobs')).find(({ id }) => id === `guide|${paper.id}`)).toMatchObject({
        state: 'done',
        error: null,
      });
      const written = (await readRows('analyses')).filter(({ paperId }) => paperId === paper.id);
      expect(written.map(saidBy)).toEqual([SAID]);
      expect(firefox.requests.filter((url) => url.includes(`/html/${paper.id}`))).toHaveLength(1);
      await page.close();
    },
    180_000,
  );
});
