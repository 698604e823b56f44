import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium, stopWorkers } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { absUrl, CHROME_BUILD, SAMPLE } from './arxiv';
import { openPaper, settledPanel } from './panel';
import { readSamplePapers, replicaSite } from './sample';

const STALE = '货架上的旧话。';
const papers = readSamplePapers();
const [first] = papers;

let chromium: Chromium;
let own: Page;

beforeAll(async () => {
  chromium = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
  await importFiles(chromium, SAMPLE);
  own = await chromium.context.newPage();
  await own.goto(chromium.pageUrl('options.html'));
});
afterAll(() => chromium.close());

/** `storage.local` of our own pages, which playwright's types do not know. */
interface Area {
  get(): Promise<Record<string, string>>;
  set(items: Record<string, string>): Promise<void>;
}
type Own = typeof globalThis & { chrome: { storage: { local: Area } } };

/** What stands on the shelf, by place. */
const readShelf = () => own.evaluate(() => (globalThis as Own).chrome.storage.local.get()); // as: in our page

const placesOf = async (id: string) =>
  Object.entries(await readShelf()).filter(([, shelved]) => shelved.split('\n')[0]?.endsWith(` ${id}`));

/** Has the shelf say something else of a paper than the library, as if that had changed behind its back. */
async function putStale(id: string): Promise<void> {
  await expect.poll(() => placesOf(id), { timeout: 15_000 }).toHaveLength(1);
  const [place = '', shelved = ''] = (await placesOf(id))[0] ?? [];
  const reply = JSON.parse(shelved.slice(shelved.indexOf('\n'))) as { guides: { gist: unknown }[] };
  for (const guide of reply.guides) guide.gist = [STALE];
  const stale = { [place]: `${shelved.split('\n')[0]}\n${JSON.stringify(reply)}` };
  await own.evaluate((items) => (globalThis as Own).chrome.storage.local.set(items), stale); // as: see above
}

/** Opens a paper's page, and notes every text that its panel has shown. */
async function openWatched(url: string): Promise<{ page: Page; shown: () => Promise<string[]> }> {
  const page = await chromium.context.newPage();
  await page.addInitScript(() => {
    const shown: string[] = [];
    Object.assign(window, { shown });
    const note = (root: ShadowRoot) => {
      const text = root.querySelector('.panel')?.textContent ?? '';
      if (text !== '' && shown.at(-1) !== text) shown.push(text);
    };
    new MutationObserver((_, observer) => {
      const root = document.querySelector('daodu-panel')?.shadowRoot;
      if (!root) return;
      observer.disconnect();
      note(root);
      new MutationObserver(() => note(root)).observe(root, { childList: true, characterData: true, subtree: true });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  return { page, shown: () => page.evaluate(() => (window as unknown as { shown: string[] }).shown) }; // as: put there above
}

describe('the shelf', () => {
  test('has the papers of the newest day before anyone opens them, and nothing but what their pages are told', async () => {
    await expect.poll(async () => (await readShelf())['day'], { timeout: 20_000 }).toMatch(/\|/);
    const { day, ...shelved } = await readShelf();
    expect(day).toBeDefined();
    const replies = Object.values(shelved).map(
      (one) => JSON.parse(one.slice(one.indexOf('\n'))) as Record<string, unknown>,
    );
    expect(new Set(replies.map(({ id }) => id))).toEqual(new Set(papers.map(({ id }) => id)));
    // As `GuideReply` has it: whatever more comes in there is to be thought about here.
    const names = 'id saved unread guides height position theme outlineOpen job readsPdf estimate words style';
    expect(new Set(replies.flatMap((reply) => Object.keys(reply)))).toEqual(new Set(names.split(' ')));
  });

  test('gives the panel while the worker starts, whose answer then counts', async () => {
    await putStale(first.id);
    await stopWorkers(own);
    const { page, shown } = await openWatched(absUrl(first.id));
    await settledPanel(page);
    await expect.poll(async () => (await shown()).at(-1)).not.toContain(STALE);
    const texts = await shown();
    expect(texts[0]).toContain(STALE);
    expect(texts).toHaveLength(2);
    // And the shelf has learned it.
    await expect.poll(async () => (await placesOf(first.id))[0]?.[1], { timeout: 15_000 }).not.toContain(STALE);
    await expect.poll(() => placesOf(first.id)).toHaveLength(1);
    await page.close();
  });

  test('draws once where it has what the worker says', async () => {
    await expect.poll(() => placesOf(first.id)).toHaveLength(1);
    const { page, shown } = await openWatched(absUrl(first.id));
    await settledPanel(page);
    // The visit is noted behind the answer.
    await expect
      .poll(async () => {
        const popup = await chromium.context.newPage();
        await popup.goto(chromium.pageUrl('popup.html'));
        const seen = await popup.locator(`[data-paper="${first.id}"]`).innerText();
        await popup.close();
        return seen;
      })
      .toContain('看过');
    expect(await shown()).toHaveLength(1);
    await page.close();
  });

  test('forgets a paper that was saved elsewhere, and everything when the settings change', async () => {
    const [, second] = papers;
    await expect.poll(() => placesOf(second.id)).toHaveLength(1);
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    await popup.locator(`[data-paper="${second.id}"]`).getByRole('button', { name: '收藏' }).click();
    await expect.poll(() => placesOf(second.id)).toHaveLength(0);
    expect(await placesOf(first.id)).toHaveLength(1);
    await popup.close();
    const { page, panel } = await openPaper(chromium, absUrl(second.id));
    expect(await panel.locator('button[aria-pressed]').getAttribute('aria-pressed')).toBe('true');
    await page.close();

    await stopWorkers(own);
    await own.getByRole('group', { name: '界面语言' }).getByLabel('English').click();
    await expect.poll(async () => Object.keys(await readShelf())).toEqual([]);
  });

  test('is emptied with the library', async () => {
    await own.getByLabel('简体中文').first().click();
    const { page } = await openPaper(chromium, absUrl(first.id));
    await expect.poll(() => placesOf(first.id)).toHaveLength(1);
    await page.close();
    const backup = own.waitForEvent('download');
    await own.getByRole('button', { name: '先备份到文件' }).click();
    await backup;
    await own.getByLabel('输入“清空”确认').fill('清空');
    await own.getByRole('button', { name: '清空论文库' }).click();
    await own.getByText('论文库已清空').waitFor();
    await expect.poll(async () => Object.keys(await readShelf())).toEqual([]);
  });

  test('hides no word on why the library cannot be read', async () => {
    await importFiles(chromium, SAMPLE);
    const { page } = await openPaper(chromium, absUrl(first.id));
    await expect.poll(() => placesOf(first.id)).toHaveLength(1);
    await page.close();
    // No page of ours stands open, so that nothing holds the library while a newer version makes it its own.
    for (const one of chromium.context.pages()) if (one !== own) await one.close();
    await own.goto(chromium.pageUrl('manifest.json'));
    await stopWorkers(own);
    await own.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('library', 990);
          opening.addEventListener('success', () => resolve(opening.result.close()));
          opening.addEventListener('error', () => reject(new Error('not opened')));
        }),
    );
    const again = await openPaper(chromium, absUrl(first.id));
    await again.page.locator('daodu-panel[data-state=error]').waitFor();
    await again.page.getByText('更新').first().waitFor();
    await again.page.close();
  });
});
