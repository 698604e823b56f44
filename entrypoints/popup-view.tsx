import { render } from 'preact';
import { defineUnlistedScript } from '#imports';
import style from '@/components/popup/popup.css?inline';
import { hasSidePanel, openSidePanel } from '@/messages/side-panel';
import { finishFirstLook } from '@/storage/first-popup-look';
import { App } from './popup/app';
import type { LibraryCode } from './popup/use-look';
import { findTabPaper, hasSiteAccess, requestSiteAccess } from './popup/browser-state';

declare global {
  /** Called by the page's module (popup/main.ts), which brings what the first view does without. */
  var daoduBringLibrary: (code: LibraryCode) => void;
}

// The popup's first view in one file, style sheet and all: each file more that the page waits for takes its time from the list.
export default defineUnlistedScript(() => {
  const library = new Promise<LibraryCode>((resolve) => {
    globalThis.daoduBringLibrary = resolve;
  });
  const loadLibrary = async () => {
    const late = document.querySelector<HTMLMetaElement>('meta[name=late-module]')?.content;
    if (late) await import(/* @vite-ignore */ late);
    return library;
  };
  // A browser that does not answer shows the list all the same.
  const tabPaper = findTabPaper().catch(() => null);
  const siteAccess = hasSiteAccess().catch(() => true);
  const begun = globalThis.daoduFirstLook;
  const tabPaperId = tabPaper.then((paper) => paper?.id ?? null);
  const firstLook = begun ? finishFirstLook(begun, tabPaperId) : Promise.resolve(null);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  // With the list and not before it: whatever changes the look of the empty page has it painted once more.
  void Promise.all([tabPaper, siteAccess, firstLook]).then(() => {
    document.adoptedStyleSheets = [sheet];
  });
  render(
    <App
      tabPaper={tabPaper}
      siteAccess={siteAccess}
      firstLook={firstLook}
      loadLibrary={loadLibrary}
      requestSiteAccess={requestSiteAccess}
      openBeside={hasSidePanel() ? openSidePanel : null}
    />,
    document.body,
  );
});
