// The one module that names the polyfill: the background and our own pages take `browser` from here. Content scripts use
// WXT's, since the polyfill would add 9.6 kB to every arXiv page.
import browser from 'webextension-polyfill';

export { browser };
