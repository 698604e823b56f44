import { type ArxivId, findPaperInUrl } from './id';

/** The paper that a tab is about, with the tab's title without arXiv's id before it. */
export interface TabPaper extends ArxivId {
  title: string;
}

/** @returns null for a tab that shows no paper, or whose address is not told. */
export function findTabPaper(url: string, title: string): TabPaper | null {
  const found = url === '' ? null : findPaperInUrl(url);
  // A viewer of PDF names the tab by the file.
  const isName = /\.pdf$|^[\w.:/-]+v?\d+$/.test(title.trim());
  return found && { ...found, title: isName ? '' : title.replace(/^\[[^\]]*\]\s*/, '') };
}
