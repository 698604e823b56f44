/** Lists of a category by day and by month, an author's own list, a day to catch up with, and every search. */
const PATH = /^\/+(?:list|catchup|a)\/+[^/]|^\/+search(?:\/|$)/;

/**
 * Whether an address is one of arXiv's pages that list papers: on arxiv.org, www. or export., with any query or port. What the page
 * shows may still be no list.
 */
export function isListUrl(text: string): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  return (
    /^https?:$/.test(url.protocol) && /^(?:www\.|export\.)?arxiv\.org$/.test(url.hostname) && PATH.test(url.pathname)
  );
}
