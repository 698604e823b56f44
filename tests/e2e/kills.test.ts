import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GuideJob } from '@/core/jobs/job';
import type { Paper } from '@/core/paper';
import { openChromium, stopWorkers, type Chromium } from '@/scripts/browser/chromium';
import { ModelServer, type Reply } from '../model-server';
import { absUrl, CHROME_BUILD } from './arxiv';
import {
  isWritten,
  keptKeys,
  type Moment,
  randomMoment,
  replyUntil,
  type Rows,
  rowsOf,
  saidBy,
  seededRandom,
} from './killing';
import { openPaper } from './panel';
import { readSamplePapers, replicaSite } from './sample';
import { allowHosts } from './allow';
import { addModel, keysAskedFor, piecesOf, writtenReply, WRITTEN } from './writer';

/** How often the worker is stopped, at least. */
const LEAST_KILLS = 50;
const SEED = Number(process.env['DAODU_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const random = seededRandom(SEED);
const upTo = (count: number) => Math.floor(random() * count);

const writeButton = (panel: Locator) => panel.getByRole('button', { name: /^(?:生成解读|重新生成)$/ });
const { title: _, ...SAID } = WRITTEN;

/** Resolves once the second part of what is being written is there. */
const showsProblem = (page: Page) => page.locator('daodu-panel[data-job]').getByText('画地图太慢').waitFor();

/** Resolves once the page shows what was written, and nothing more is. */
const written = (page: Page) => page.locator('daodu-panel[data-state=analysis]:not([data-job])').waitFor();

describe(`the worker is stopped while guides are written (DAODU_SEED=${SEED})`, () => {
  let chromium: Chromium;
  let server: ModelServer;
  /** A page of ours, which reads the library without the worker. */
  let own: Page;
  const papers = readSamplePapers();
  const kills: Record<string, number> = {};
  const total = () => Object.values(kills).reduce((sum, count) => sum + count, 0);
  /** Papers whose full text arXiv was asked for; told of each, and whether it keeps silent. */
  const textsAsked: string[] = [];
  let onText: (() => void) | null = null;

  beforeAll(async () => {
    [chromium, server] = await Promise.all([
      openChromium({ extension: CHROME_BUILD, site: replicaSite(papers) }),
      ModelServer.start(),
    ]);
    await chromium.context.route(/^https:\/\/arxiv\.org\/html\//, async (route) => {
      textsAsked.push(route.request().url());
      if (onText) onText();
      else await route.fallback();
    });
    await allowHosts(chromium, 'http://127.0.0.1/*');
    own = await chromium.context.newPage();
    await own.goto(chromium.pageUrl('options.html#models'));
    await addModel(own, '其他兼容 OpenAI 的服务', `${server.url}/v1`, 'sk-planted-0123456789');
  });
  afterAll(() => Promise.all([chromium.close(), server.close()]));

  const readRows = <T extends keyof Rows>(table: T) => own.evaluate<Rows[T]>(rowsOf(table));

  async function readJob(paper: Paper): Promise<GuideJob> {
    const job = (await readRows('jobs')).find(({ id }) => id === `guide|${paper.id}`);
    if (!job) throw new Error(`${paper.id} has no job (DAODU_SEED=${SEED})`);
    return job;
  }

  /** Whether the browser will wake the worker for its jobs; it has other reasons as well. */
  const isToWake = () => own.evaluate(`chrome.alarms.get('jobs').then((alarm) => alarm !== undefined)`);

  async function kill(at: string): Promise<void> {
    await stopWorkers(own);
    kills[at] = (kills[at] ?? 0) + 1;
  }

  /** Asks for a guide, and stops the worker while the wish is on its way: if it got lost, that is said, and may be said again. */
  async function askWhileKilled(page: Page, panel: Locator): Promise<void> {
    await Promise.all([writeButton(panel).click(), kill('click')]);
    const lost = panel.getByText('没有成功，请再点一次');
    await page.locator('daodu-panel[data-job]').or(lost).first().waitFor();
    if (await lost.isVisible()) await writeButton(panel).click();
  }

  /** Asks for a guide, and stops the worker while arXiv is silent about its full text. */
  async function askWithoutText(panel: Locator): Promise<void> {
    const asked = new Promise<void>((resolve) => {
      onText = resolve;
    });
    await writeButton(panel).click();
    await asked;
    onText = null;
    await kill('text');
  }

  /** Opens the page of another paper, which wakes the worker. */
  async function visitAnother(paper: Paper): Promise<void> {
    const other = papers.find(({ id }) => id !== paper.id) ?? paper;
    await (await openPaper(chromium, absUrl(other.id))).page.close();
  }

  /** Has a guide written, with the worker stopped at each of these moments that its job comes to. `leaves`: nobody watches. */
  async function write(paper: Paper, begin: 'click' | 'text' | null, moments: readonly Moment[], leaves: boolean) {
    const about = JSON.stringify({ paper: paper.id, begin, moments, leaves, seed: SEED });
    const textsBefore = textsAsked.length;
    let { page, panel } = await openPaper(chromium, absUrl(paper.id));
    const queue = [...moments];
    let moment: Moment | null = queue.shift() ?? null;
    server.otherwise = ({ body }) => replyUntil(body, moment);
    if (begin === 'click') await askWhileKilled(page, panel);
    else if (begin === 'text') await askWithoutText(panel);
    else await writeButton(panel).click();

    const kept = new Set<string>();
    let isFirst = true;
    for (let isOpen = true; isOpen; isFirst = false) {
      await server.held();
      const asked = keysAskedFor(server.seen.at(-1)?.body ?? '');
      expect(
        asked.filter((key) => kept.has(key)),
        `asked again: ${about}`,
      ).toEqual([]);
      if (isFirst && leaves) await page.close();
      // The model is silent: what the page shows is what was kept.
      if (!leaves && kept.has('problem')) await showsProblem(page);
      expect(await isToWake(), about).toBe(true);
      if (moment === null || moment.at !== 'request') server.release();
      if (moment === null) break;
      if (moment.at !== 'request') await server.held();
      for (let look = 0; moment.at === 'end' && look < moment.looks; look++) await readJob(paper);
      await kill(moment.at);
      server.release();
      const job = await readJob(paper);
      for (const key of keptKeys(job)) kept.add(key);
      isOpen = !isWritten(job);
      moment = queue.shift() ?? null;
      if (leaves && job.state !== 'done') await visitAnother(paper);
    }

    const { length: requests } = server.seen;
    if (leaves) ({ page, panel } = await openPaper(chromium, absUrl(paper.id)));
    await written(page);
    expect(server.seen.length, `asked after the end: ${about}`).toBe(requests);
    expect(textsAsked.length - textsBefore, about).toBeLessThanOrEqual(begin === 'text' ? 2 : 1);
    await expectWritten(paper, about);
    await page.close();
  }

  async function expectWritten(paper: Paper, about: string): Promise<void> {
    expect(await readJob(paper), about).toMatchObject({ state: 'done', error: null });
    await expect.poll(isToWake, { message: about, timeout: 10_000 }).toBe(false);
    const analyses = (await readRows('analyses')).filter(({ paperId }) => paperId === paper.id);
    expect(analyses.map(saidBy), about).toEqual([SAID]);
  }

  test(
    'at random moments: each is written, and nothing that is there is asked for again',
    { timeout: 240_000 },
    async () => {
      const begins = ['text', 'click', null] as const;
      for (const [index, paper] of papers.entries()) {
        await write(paper, begins[index % 3] ?? null, [randomMoment(upTo), randomMoment(upTo)], upTo(2) === 0);
      }
      while (total() < LEAST_KILLS) {
        const paper = papers[upTo(papers.length)] ?? papers[0];
        const moments = Array.from({ length: 2 + upTo(4) }, () => randomMoment(upTo));
        await write(paper, upTo(4) === 0 ? 'click' : null, moments, upTo(2) === 0);
      }
      console.info(`${total()} kills, ${server.seen.length} requests`, kills);
    },
  );

  test('with two at once: neither takes anything from the other', async () => {
    const both = papers.slice(-2);
    server.otherwise = ({ body }) => replyUntil(body, { at: 'part', count: 4 });
    const before = server.seen.length;
    const pages: Page[] = [];
    for (const paper of both) {
      const { page, panel } = await openPaper(chromium, absUrl(paper.id));
      await writeButton(panel).click();
      pages.push(page);
    }
    await server.held(2);
    server.release();
    await server.held(2);
    await kill('two');
    server.release();
    const jobs = await Promise.all(both.map(readJob));
    server.otherwise = ({ body }) => replyUntil(body, null);
    await server.held(2);
    for (const { body } of server.seen.slice(before + 2)) {
      const job = jobs.find(({ input }) => body.includes(input.paper.title));
      expect(keysAskedFor(body).filter((key) => !job || keptKeys(job).includes(key))).toEqual([]);
    }
    server.release();
    await Promise.all(pages.map(written));
    for (const paper of both) await expectWritten(paper, `two at once, DAODU_SEED=${SEED}`);
    expect(server.seen.length - before).toBe(4);
    await Promise.all(pages.map((page) => page.close()));
  });

  test.each<[string, Reply]>([
    ['is busy', { status: 429, headers: { 'retry-after': '1' }, body: { error: { message: 'slow down' } } }],
    ['has failed', { status: 500, body: { error: { message: 'internal error' } } }],
    [
      'broke off',
      {
        steps: [
          ...piecesOf(Object.keys(WRITTEN))
            .slice(0, 4)
            .map((say) => ({ say })),
          { hold: true },
          { cut: true },
        ],
      },
    ],
    ['said nothing', { steps: [{ finish: 'stop' }] }],
  ])('while a job waits because the model %s: it is tried again, and written', async (name, reply) => {
    const paper = papers[upTo(papers.length)] ?? papers[0];
    const before = server.seen.length;
    server.next(reply);
    server.otherwise = ({ body }) => writtenReply(body);
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    await writeButton(panel).click();
    if (name === 'broke off') {
      await server.held();
      await showsProblem(page);
      server.release();
    }
    await panel.getByText('会自动再试').waitFor();
    await kill('back-off');
    await written(page);
    await expectWritten(paper, `${name}, DAODU_SEED=${SEED}`);
    const asked = server.seen.slice(before + 1).map(({ body }) => keysAskedFor(body));
    if (name === 'broke off') expect(asked.flat()).not.toContain('gist');
    else expect(asked[0]).toEqual(Object.keys(WRITTEN));
    await page.close();
  });

  test('before the model refuses for good: the job fails with the reason, and takes nothing away', async () => {
    const [paper] = papers;
    server.otherwise = () => ({ late: true, status: 401, body: { error: { message: 'no such key' } } });
    const [before, analyses] = [server.seen.length, await readRows('analyses')];
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    await writeButton(panel).click();
    await server.held();
    await kill('refused');
    server.release();
    await server.held();
    server.release();
    await page.locator('daodu-panel[data-job=failed]').waitFor();
    expect(await readJob(paper)).toMatchObject({ state: 'failed', error: 'model-key' });
    expect(server.seen.length - before).toBe(2);
    await expect.poll(isToWake).toBe(false);
    expect(await readRows('analyses')).toEqual(analyses);
    await page.close();
  });
});
