import { defineUnlistedScript } from '#imports';
import { beginFirstLook } from '@/storage/first-popup-look';

// Runs while the popup's modules are still being fetched: opening the library takes as long as that.
export default defineUnlistedScript(() => {
  globalThis.daoduFirstLook = beginFirstLook();
});
