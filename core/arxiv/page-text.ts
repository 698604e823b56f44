/**
 * Where an abstract page says what. All were seen in 2026-11 on arxiv.org/abs/1607.08199v1 in the looks of December 2025
 * and of mid-2026, unless a line says otherwise. Metadata comes first: translators and MathJax leave it alone.
 */
export const SELECTORS = {
  /** The paper itself; a 404 under the same URL has none (abs/2512.99999). */
  paper: '#abs',
  abstract: '#abs blockquote.abstract',
  title: '#abs h1.title',
  /** Folded beyond 100 authors, the citation tags are not. */
  authors: '#abs .authors a',
  dateline: '#abs .dateline',
  /** `arXiv:1607.08199v1`: with the version, also where the URL has none. */
  shownId: '#abs td.arxividv a',
  rows: '#abs .metatable td',
  /** The shown version is bold text, the others are links. */
  history: '.submission-history strong',
  /** “Withdrawn” in the place of the links to the full text (abs/0704.0615). */
  fullText: '.full-text li',
  tags: 'meta[name^="citation_"], meta[property^="og:"]',
} as const;

// What a reader does not see twice: the label, MathJax's glyphs beside its source (abs/0704.0506 after MathJax 2.7.3),
// and the copy that a bilingual translator puts behind the text.
const NOISE =
  '.descriptor, .MathJax, .MathJax_Preview, .MathJax_Display, .MathJax_SVG, .MJX_Assistive_MathML, .button-and-tooltip, ' +
  '[class*="translate-target"]';

/**
 * What an abstract page says, word for word: all that has to be read where the page is. `toPagePaper` understands it, in the
 * background, so that the script on every abstract page stays small.
 */
export interface PageText {
  /** Name and content of the metadata tags, in their order. */
  tags: [name: string, content: string][];
  title: string;
  abstract: string;
  /** As shown; empty where the tags name the authors. */
  authors: string[];
  dateline: string;
  shownId: string;
  /** Class and text of the cells below the abstract; a DOI's text is the DOI. */
  rows: [className: string, text: string][];
  /** Of each version its mark, such as `[v2]`, what follows it, and whether something there is emphasised. */
  history: [mark: string, text: string, emphasis: boolean][];
  fullText: string[];
}

/** Text of an element, formulas as TeX and links as their addresses, which arXiv hides behind “this https URL”. */
export function readText(element: Element | null): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element; // a clone is of the kind it was cloned from
  for (const noise of copy.querySelectorAll(NOISE)) noise.remove();
  for (const formula of copy.querySelectorAll('script[type^="math/tex"]')) {
    const fence = formula.getAttribute('type')?.includes('display') ? '$$' : '$';
    formula.replaceWith(fence + formula.textContent + fence);
  }
  for (const link of copy.querySelectorAll('a.link-external:not([data-doi])')) {
    // A bare name with a dot (X.Name) became a link too; nobody wrote the scheme there.
    link.replaceWith((link.getAttribute('href') ?? '').replace(/^http:\/\/(?!www\.)(?=[^/]+$)/, ''));
  }
  return copy.textContent ?? '';
}

function readVersion(mark: Element): [string, string, boolean] {
  let text = '';
  let emphasis = false;
  for (let node = mark.nextSibling; node && node.nodeName !== 'STRONG'; node = node.nextSibling) {
    text += node.textContent ?? '';
    emphasis ||= node.nodeName === 'EM';
  }
  return [mark.textContent ?? '', text, emphasis];
}

/** Reads an abstract page. @returns null when it shows no paper: arXiv answers unknown ids under the same URLs. */
export function readPageText(page: ParentNode): PageText | null {
  if (!page.querySelector(SELECTORS.paper)) return null;
  const all = (name: keyof typeof SELECTORS) => Array.from(page.querySelectorAll(SELECTORS[name]));
  const one = (name: keyof typeof SELECTORS) => readText(page.querySelector(SELECTORS[name]));
  const tags = all('tags').map((tag): [string, string] => [
    tag.getAttribute('name') ?? tag.getAttribute('property') ?? '',
    tag.getAttribute('content') ?? '',
  ]);
  return {
    tags,
    title: one('title'),
    abstract: one('abstract'),
    authors: tags.some(([name]) => name === 'citation_author') ? [] : all('authors').map(readText),
    dateline: one('dateline'),
    shownId: one('shownId'),
    rows: all('rows').map((cell) => {
      const doi = cell.matches('.doi') && cell.querySelector('[data-doi]')?.getAttribute('data-doi');
      return [cell.className, doi || readText(cell)];
    }),
    history: all('history').map(readVersion),
    fullText: all('fullText').map(readText),
  };
}

/** The element that holds the abstract, behind its label; null on a page without a paper. */
export function findAbstract(page: ParentNode): Element | null {
  return page.querySelector(SELECTORS.abstract);
}
