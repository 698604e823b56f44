import { browser } from '@/messages/webext';

const ABSTRACT_PAGES = ['https://arxiv.org/abs/*', 'https://www.arxiv.org/abs/*'];

/**
 * Has the browser wake this worker when an abstract page is asked for. Starting a worker takes as long as a page's own way to
 * the reader, and so its answer is there with the page. Nothing is read of the request, and nothing is held up.
 */
export function wakeForPages(): void {
  browser.webRequest.onBeforeRequest.addListener(() => undefined, { urls: ABSTRACT_PAGES, types: ['main_frame'] });
}
