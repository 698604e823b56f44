import { Shelf } from './shelf';
import { browser } from './webext';

/** The shelf as the background and our own pages keep it. */
export const ownShelf = new Shelf(browser.storage.local, browser.runtime.getManifest().version);
