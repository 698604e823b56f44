import { defineUnlistedScript } from '#imports';
import { beginFirstLook, type FirstLook } from '@/storage/first-popup-look';

declare global {
  /** The popup's first look at the library, begun by a script of its own (popup-first.ts). */
  var daoduFirstLook: FirstLook | undefined;
}

// A script of its own, small enough to be run while the browser still reads and compiles popup-view.js: the library is open by the
// time that there is something to draw with.
export default defineUnlistedScript(() => {
  globalThis.daoduFirstLook = beginFirstLook();
});
