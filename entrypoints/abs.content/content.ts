import type { PanelActions } from '@/components/panel/view';
import { highlightSentence } from '@/components/panel/highlight';
import type { PanelContent } from '@/components/panel/panel';
import { type PageText, readPageText, SELECTORS } from '@/core/arxiv/page-text';
import type { ArxivId } from '@/core/arxiv/id';
import { AppError } from '@/core/errors';
import type { Outline } from '@/core/roles/outline';
import type { PanelPosition, PanelTheme } from '@/core/settings';
import { ask } from '@/messages/ask';
import type { GuideReply } from '@/messages/protocol';

/** Reads the page when it is first needed: most visits never do. */
function readPaper(page: Document): PageText {
  const paper = readPageText(page);
  if (!paper) throw new AppError('unknown', 'the page shows a paper no more');
  return paper;
}

/** A panel's content, where it stands and how; `style` is '' where no answer has brought it. */
export interface Shown {
  content: PanelContent;
  position: PanelPosition;
  theme: PanelTheme;
  style: string;
}

/** Turns the answer to `guide/read` into what the panel shows. Never rejects: what went wrong becomes a sentence. */
export async function readContent(page: Document, id: ArxivId, asked: Promise<GuideReply>): Promise<Shown> {
  try {
    const data = await asked;
    const shownVersion = data.guides.length > 0 ? findShownVersion(page, id) : null;
    const outline = data.guides.length === 0 && data.outlineOpen ? await readOutlineEarly(page) : null;
    const { position, theme, style } = data;
    return { content: { kind: 'ready', data, shownVersion, outline }, position, theme, style };
  } catch (cause) {
    console.error('[Daodu] no guide', cause);
    // What the background refuses comes with a sentence for the reader; a message that got lost does not.
    const told = cause instanceof AppError && cause.code !== 'unknown' && cause.code !== 'extension-updated';
    return {
      content: { kind: 'error', message: told ? cause.message : null },
      position: 'above',
      theme: 'page',
      style: '',
    };
  }
}

/** For a reader who wants the outline at once. Should it fail, its button is still there. */
async function readOutlineEarly(page: Document): Promise<Outline | null> {
  try {
    return await ask('outline/read', { paper: readPaper(page) });
  } catch (cause) {
    console.error('[Daodu] no outline', cause);
    return null;
  }
}

/** Tells that the page was seen, and what it says when the paper was saved by its id alone. */
export async function noteVisit(page: Document, id: string, asked: Promise<GuideReply>): Promise<void> {
  const { unread } = await asked;
  await ask('paper/see', unread ? { id, paper: readPaper(page) } : { id });
}

/** The URL's version, else the one the page says it shows. */
function findShownVersion(page: Document, id: ArxivId): number | null {
  const shown = /v(\d+)\s*$/.exec(page.querySelector(SELECTORS.shownId)?.textContent ?? '');
  return id.version ?? (shown ? Number(shown[1]) : null);
}

/**
 * Binds the panel to the background and the page. `isOrphan` is asked after a failure, and ends the script if so; `follow`
 * begins to follow what is being written, `refresh` draws again what the library has.
 */
export function createPanelActions(
  page: Document,
  id: string,
  isOrphan: () => boolean,
  { follow, refresh }: { follow: () => void; refresh: () => Promise<unknown> },
): PanelActions {
  const checked = async <T>(asked: () => Promise<T>): Promise<T> => {
    try {
      return await asked();
    } catch (cause) {
      isOrphan();
      throw cause;
    }
  };
  const remember = (set: { height?: 'line' | 'brief' | 'full'; outlineOpen?: boolean }) => {
    checked(() => ask('panel/set', { id, ...set })).catch((cause: unknown) =>
      console.error('[Daodu] not remembered', cause),
    );
  };
  return {
    save: (saved) => checked(() => ask('paper/save', { paper: readPaper(page), saved })),
    cite: (format, guideKey) => checked(() => ask('paper/cite', { paper: readPaper(page), format, guideKey })),
    readOutline: () => checked(() => ask('outline/read', { paper: readPaper(page) })),
    setHeight: (height) => remember({ height }),
    setOutlineOpen: (outlineOpen) => remember({ outlineOpen }),
    highlight: (sentence) => highlightSentence(page, sentence),
    writing: {
      async write(source) {
        const { started } = await checked(() => ask('guide/write', { paper: readPaper(page), source }));
        if (started) follow();
      },
      async stop() {
        await checked(() => ask('guide/stop', { id }));
      },
      async check(guideKey) {
        await checked(() => ask('guide/check', { id, guideKey }));
        await refresh();
      },
    },
  };
}
