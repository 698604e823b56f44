import { defineUnlistedScript } from '#imports';
import { beginLibraryLook, type LibraryLook } from '@/storage/first-library-look';

declare global {
  /** The library page's first look at the library, begun by a script of its own (library-first.ts). */
  var daoduLibraryLook: Promise<LibraryLook | null> | undefined;
}

// A script of its own, small enough to be run before the browser has the page's modules, which are asked for behind the library.
export default defineUnlistedScript({
  exclude: ['firefox'], // see wxt.config.ts
  main() {
    globalThis.daoduLibraryLook = beginLibraryLook(location.hash);
    const modules = document.querySelector<HTMLMetaElement>('meta[name=late-preload]')?.content.split(' ') ?? [];
    for (const href of modules) {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
    }
  },
});
