import { render } from 'preact';
import { beginFirstLook, finishFirstLook, type FirstLook } from '@/storage/first-popup-look';
import { App } from './app';
import { findTabPaper, hasSiteAccess } from './browser-state';

declare global {
  /** Set by popup-first.js, which the page loads before its modules. */
  var daoduFirstLook: FirstLook | undefined;
}

// All that the first view needs is asked for at once, before anything is drawn.
const tabPaper = findTabPaper();
const siteAccess = hasSiteAccess();
const paperId = tabPaper.then(
  (paper) => paper?.id ?? null,
  () => null,
);
const firstLook = finishFirstLook(globalThis.daoduFirstLook ?? beginFirstLook(), paperId);
render(<App tabPaper={tabPaper} siteAccess={siteAccess} firstLook={firstLook} />, document.body);
