import './page.css';
import { defineContentScript } from '#imports';
import { watchPageTheme } from '@/components/panel/theme';
import { createRowKit, type Row } from '@/components/triage/row';
import { TriageList } from '@/components/triage/triage-list';
import { createListReader } from '@/core/arxiv/list-reader';
import { ask } from '@/messages/ask';
import type { ListReply } from '@/messages/protocol';
import type { ScriptContext } from '@/messages/script-context';
import { act } from './actions';
import { drawRows, refreshRows } from './draw';
import { listenForKeys } from './list-keys';
import { readScores } from './scores';

export default defineContentScript({
  // The hosts that have abstract pages, each with its lists (of days and months, to catch up, of an author) and searches.
  matches: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'].flatMap((host) =>
    ['list/*', 'catchup/*', 'a/*', 'search*'].map((path) => `https://${host}/${path}`),
  ),
  runAt: 'document_start',
  async main(ctx: ScriptContext) {
    const { signal } = ctx;
    const asked = ask('list/open', {}); // before the page exists, so that the worker wakes meanwhile
    const list = new TriageList(document, signal);
    const read = createListReader(document);
    const waiting: Row[] = [];
    let draw: (() => void) | null = null;
    let isOff = false;
    const parsed = whileParsing(signal, () => {
      if (isOff) return;
      waiting.push(...list.place(read()));
      draw?.();
    });

    const reply = await asked.catch((cause: unknown) => {
      console.error('[Daodu] no rows', cause);
      return null;
    });
    if (signal.aborted) return;
    if (!reply) {
      isOff = true;
      list.remove();
      list.release();
      return;
    }
    let drawing = Promise.resolve();
    const start = begin(list, reply, ctx);
    draw = () => {
      const rows = waiting.splice(0);
      if (rows.length === 0) return;
      drawing = drawing.then(() => start(rows));
    };
    draw();
    await parsed;
    await drawing;
    list.release(); // also where there is no list
    await readScores(list, signal);
  },
});

/** Readies all that rows share. @returns what draws the rows that have come. */
function begin(list: TriageList, reply: ListReply, ctx: ScriptContext): (rows: readonly Row[]) => Promise<void> {
  const { signal } = ctx;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(reply.style);
  const kit = createRowKit(document, sheet, reply.words, (row, action) => {
    row.work = row.work.then(() => act(list, kit, { row, action }, () => ctx.isInvalid));
  });
  list.bar.dress(sheet, reply.words, reply.keys);
  if (reply.keys) listenForKeys(list, kit, signal);

  const refresh = () => {
    if (!ctx.isInvalid) void refreshRows(list, kit);
  };
  // Back from the browser's page cache, or from another tab: the library may have changed.
  window.addEventListener('pageshow', ({ persisted }) => persisted && refresh(), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh(), { signal });
  let isThemed = false;
  return async (rows) => {
    if (!isThemed && document.body) {
      isThemed = true;
      const findPlace = () => list.rows[0]?.place.item ?? document.body;
      watchPageTheme(document, findPlace, signal, (theme) => list.setTheme(theme), afterLayout);
    }
    await drawRows(list, rows, kit, signal);
  };
}

/** Runs between the page's next layout and its paint: what is asked then of styles costs no other styling, and is seen at once. */
function afterLayout(run: () => void): void {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    run();
  });
  observer.observe(document.documentElement);
}

/** Calls `grown` whenever more of the page is there, and once more when all of it is. */
function whileParsing(signal: AbortSignal, grown: () => void): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      if (!signal.aborted) grown();
      resolve();
    };
    const observer = new MutationObserver(grown);
    signal.addEventListener('abort', end, { once: true });
    if (document.readyState !== 'loading') return end();
    document.addEventListener('DOMContentLoaded', end, { once: true, signal });
    observer.observe(document, { childList: true, subtree: true });
  });
}
