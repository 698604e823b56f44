import { parseAbsUrl } from '@/core/arxiv/id';
import { browser } from '@/messages/webext';

const ABSTRACT_PAGES = ['https://arxiv.org/abs/*', 'https://www.arxiv.org/abs/*'];

/**
 * Has the browser wake this worker when an abstract page is asked for. Starting a worker takes as long as a page's own way to
 * the reader, and so its answer is there with the page. Nothing is read of the request but its address, and nothing is held up.
 *
 * @param onPage told of the paper, and of the tab that its page goes to.
 */
export function wakeForPages(onPage: (tabId: number, paperId: string) => void): void {
  browser.webRequest.onBeforeRequest.addListener(
    ({ tabId, url }) => {
      const id = parseAbsUrl(url);
      if (id) onPage(tabId, id.base);
    },
    { urls: ABSTRACT_PAGES, types: ['main_frame'] },
  );
}
