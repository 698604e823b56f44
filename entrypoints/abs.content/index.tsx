import { browser, defineContentScript } from '#imports';
import earlyStyle from '@/components/panel/early.css?inline';
import { createHost, drawPanel, placeHost } from '@/components/panel/mount';
import type { PanelContent } from '@/components/panel/panel';
import { readPageId } from '@/core/arxiv/page-id';
import { SELECTORS } from '@/core/arxiv/page-text';
import { ask } from '@/messages/ask';
import type { GuideReply } from '@/messages/protocol';
import { followJob } from '@/messages/follow-job';
import type { ScriptContext } from '@/messages/script-context';
import { takeFromShelf } from '@/messages/shelf';
import { createPanelActions, noteVisit, readContent, type Shown } from './content';

/** How long after the page is there the answer may take before the reader is told that it is coming. */
const PATIENCE_MS = 150;

export default defineContentScript({
  matches: ['https://arxiv.org/abs/*', 'https://www.arxiv.org/abs/*', 'https://export.arxiv.org/abs/*'],
  runAt: 'document_start',
  cssInjectionMode: 'manual',
  async main(ctx: ScriptContext) {
    const { signal } = ctx;
    const id = readPageId(location.href);
    if (!id) return;
    const patience = documentReady(signal).then(() => after(PATIENCE_MS));
    const { version } = browser.runtime.getManifest();
    const shelved = Promise.race([takeFromShelf(browser.storage.local, id.base, version), patience]);
    const asked = shelved.then(async (found) => {
      // Asked before the page exists, the worker wakes meanwhile; a page that needs no answer has the processor for itself.
      if (found) await patience;
      return ask('guide/read', { id: id.base });
    });
    asked.catch(() => undefined); // told where it is awaited below; a page without a paper needs no word
    await paperReady(signal);
    if (!document.querySelector(SELECTORS.paper)) return; // arXiv answers unknown ids under the same URLs

    const panel = createHost(document, '');
    let content: PanelContent = { kind: 'loading' };
    let place = '';
    const draw = () => drawPanel(panel, content, actions, signal.aborted);
    const show = (next: Shown) => {
      if (signal.aborted) return; // a newer script has come, and brings its own panel
      content = next.content;
      const style = next.style || (place ? '' : earlyStyle);
      if (style) panel.sheet.replaceSync(style);
      try {
        draw();
      } catch (cause) {
        console.error('[Daodu] not drawn', cause);
        content = { kind: 'error', message: null };
        draw();
      }
      const { position, theme } = next;
      if (`${position} ${theme}` !== place) placeHost(document, panel.host, position, theme, signal);
      place = `${position} ${theme}`;
    };

    const refresh = async () => {
      const again = await readContent(document, id, ask('guide/read', { id: id.base }));
      if (again.content.kind === 'ready') show(again); // what is there stays when nothing newer can be had
      return again.content;
    };
    const follow = () =>
      followJob((job) => {
        // The worker may die in between; asked again, the next one answers.
        if (!job) void refresh().then((now) => (now.kind === 'error' ? refresh() : now));
        else if (content.kind === 'ready') {
          content = { ...content, data: { ...content.data, job } };
          draw();
        }
      }, signal);
    const actions = createPanelActions(document, id.base, () => ctx.isInvalid, { follow, refresh });

    const read = readContent(document, id, asked);
    const first = shelved
      .then((found) => (found ? readContent(document, id, Promise.resolve(JSON.parse(found) as GuideReply)) : read)) // as: see Shelf
      .catch(() => read);
    const early = await Promise.race([first, patience]);
    if (!early) show({ content, position: 'above', theme: 'page', style: '' });
    show(early ?? (await first));
    const settle = async () => {
      const found = await shelved;
      const now = await read;
      // The answer counts where it is another than the shelf's, or says why there is none; one that got lost takes nothing away.
      const isNews = now.content.kind === 'error' ? now.content.message : JSON.stringify(await asked) !== found;
      if (found && isNews) show(now);
      if (isBusy(content)) follow();
    };
    void settle();

    // The script's end is noticed when the reader comes near, not by asking again and again.
    signal.addEventListener('abort', draw);
    const notice = () => void ctx.isInvalid;
    for (const type of ['pointerenter', 'focusin']) panel.host.addEventListener(type, notice, { signal });
    document.addEventListener('visibilitychange', notice, { signal });
    // Back from the browser's page cache: the paper may have been saved or its analysis imported meanwhile.
    const returned = async ({ persisted }: PageTransitionEvent) => {
      if (persisted && !ctx.isInvalid && isBusy(await refresh())) follow();
    };
    window.addEventListener('pageshow', (event) => void returned(event), { signal });
    requestIdleCallback(() => {
      if (signal.aborted) return;
      noteVisit(document, id.base, asked).catch((cause: unknown) => console.error('[Daodu] visit not noted', cause));
    });
  },
});

function isBusy(content: PanelContent): boolean {
  return content.kind === 'ready' && content.data.job !== null && content.data.job.state !== 'failed';
}

/**
 * Waits for the part of the page that a panel goes by: with the submission history behind it, the paper itself is complete.
 * That is some way before the document is, whose scripts and last lines the reader need not wait for.
 */
function paperReady(signal: AbortSignal): Promise<void> {
  const ready = documentReady(signal);
  if (document.querySelector(SELECTORS.history)) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector(SELECTORS.history)) done();
    });
    const done = () => {
      observer.disconnect();
      resolve();
    };
    observer.observe(document, { childList: true, subtree: true });
    ready.then(done, done);
  });
}

function documentReady(signal: AbortSignal): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true, signal });
  });
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds);
  });
}
