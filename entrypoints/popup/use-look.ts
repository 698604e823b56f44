import { useLayoutEffect, useState } from 'preact/hooks';
import type { toErrorSentence } from '@/core/words/error-sentence';
import type { setDismissed, setSaved } from '@/storage/marks';
import type { PopupLook, watchPopupLook } from '@/storage/popup-look';
import type { importSample } from '@/storage/sample';
import type { watchFull } from '@/storage/watch-full';
import type { TabPaper } from './browser-state';
import type { mountDock, mountLeftOut, showWhy } from './late-daily';
import type { mountHere } from './late-here';

type Late<F extends (...asked: never[]) => unknown> = (...asked: Parameters<F>) => Promise<Awaited<ReturnType<F>>>;

/** The library's own code, which comes after the first look: Dexie alone is more than all that the popup draws with. */
export interface LibraryCode {
  watchPopupLook: Late<typeof watchPopupLook>;
  watchFull: Late<typeof watchFull>;
  setSaved: Late<typeof setSaved>;
  setDismissed: Late<typeof setDismissed>;
  importSample: Late<typeof importSample>;
  toErrorSentence: Late<typeof toErrorSentence>;
  mountDock: Late<typeof mountDock>;
  mountLeftOut: Late<typeof mountLeftOut>;
  mountHere: Late<typeof mountHere>;
  showWhy: Late<typeof showWhy>;
}

/** What was asked for before anything was drawn; none of it rejects. */
export interface AppProps {
  /** The current tab's paper; null when it shows none. */
  tabPaper: Promise<TabPaper | null>;
  siteAccess: Promise<boolean>;
  /** The newest day; null leaves it to the library. */
  firstLook: Promise<PopupLook | null>;
  /** Called when the first look has been painted, or in a click. */
  loadLibrary: () => Promise<LibraryCode>;
  /** Asks the reader for access to arXiv; called in the click itself. */
  requestSiteAccess: () => Promise<boolean>;
  /** Opens the side panel of a window; called in the click itself. Null where the browser has none. */
  openBeside: ((windowId: number) => Promise<void>) | null;
}

/** What the browser says of the current tab. */
interface Surroundings {
  tab: TabPaper | null;
  hadAccess: boolean;
}

/** Waits until what was just drawn is on the screen; a page in the background has no frames and waits a moment. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

export function useSurroundings({ tabPaper, siteAccess }: AppProps): Surroundings | undefined {
  const [surroundings, setSurroundings] = useState<Surroundings>();
  // A layout effect, here and below: an effect would wait for the paint of a page that has nothing on it yet.
  useLayoutEffect(() => {
    void Promise.all([tabPaper, siteAccess]).then(([tab, hadAccess]) => setSurroundings({ tab, hadAccess }));
  }, []);
  return surroundings;
}

/** The popup's look at the library: the first at once, then kept fresh. `dayKey` null is the newest day. */
export function usePopupLook(
  { firstLook, tabPaper, loadLibrary }: AppProps,
  dayKey: string | null,
): PopupLook | undefined {
  const [look, setLook] = useState<PopupLook>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useLayoutEffect(() => {
    let stop: (() => void) | null = null;
    let over = false;
    const begin = async () => {
      const first = look ? null : await firstLook;
      if (first && !over) {
        setLook(first);
        await afterPaint();
      }
      const tab = await tabPaper;
      const code = await loadLibrary();
      if (over) return;
      stop = await code.watchPopupLook(dayKey, tab?.id ?? null, {
        look: setLook,
        error: (error) => setFailure({ error }),
      });
      if (over) stop();
    };
    begin().catch((error: unknown) => setFailure({ error }));
    return () => {
      over = true;
      stop?.();
    };
  }, [dayKey]);
  if (failure) throw failure.error;
  return look;
}

/** Whether the library has no room, once the first look has been drawn. */
export function useFull({ loadLibrary }: AppProps, isDrawn: boolean): boolean {
  const [isFull, setFull] = useState(false);
  useLayoutEffect(() => {
    if (!isDrawn) return undefined;
    let stop: (() => void) | null = null;
    let over = false;
    const begin = async () => {
      await afterPaint();
      const code = await loadLibrary();
      if (!over) stop = await code.watchFull(setFull);
      if (over) stop?.();
    };
    begin().catch(console.error); // a library that does not answer says so elsewhere
    return () => {
      over = true;
      stop?.();
    };
  }, [isDrawn]);
  return isFull;
}
