import { defineUnlistedScript } from '#imports';
import { beginLibraryLook, type LibraryLook } from '@/storage/first-library-look';

declare global {
  /** The library page's first look at the library, begun by a script of its own (library-first.ts). */
  var daoduLibraryLook: Promise<LibraryLook | null> | undefined;
}

// A script of its own, small enough to be run while the browser still reads and compiles the page's modules.
export default defineUnlistedScript(() => {
  globalThis.daoduLibraryLook = beginLibraryLook(location.hash);
});
