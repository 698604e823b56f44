import { defineUnlistedScript } from '#imports';
import { beginFirstLook, finishFirstLook } from '@/storage/first-popup-look';
import { findTabPaper, hasSiteAccess, requestSiteAccess } from './popup/browser-state';

// Runs while the popup's modules are still being fetched: opening the library and asking the browser take as long as that.
export default defineUnlistedScript(() => {
  const begun = beginFirstLook();
  // A browser that does not answer shows the list all the same.
  const tabPaper = findTabPaper().catch(() => null);
  globalThis.daoduFirst = {
    tabPaper,
    siteAccess: hasSiteAccess().catch(() => true),
    firstLook: finishFirstLook(
      begun,
      tabPaper.then((paper) => paper?.id ?? null),
    ),
    requestSiteAccess,
  };
});
