import { parseAbsUrl, parseCitedId } from './id';
import type { PagePaper } from './page-paper';
import { toUnicode } from './tex-accents';

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
  history: '.submission-history',
  /** “Withdrawn” in the place of the links to the full text (abs/0704.0615). */
  fullText: '.full-text li',
} as const;

// What a reader does not see twice: the label, MathJax's glyphs beside its source (abs/0704.0506 after MathJax 2.7.3),
// and the copy that a bilingual translator puts behind the text.
const NOISE =
  '.descriptor, .MathJax, .MathJax_Preview, .MathJax_Display, .MathJax_SVG, .MJX_Assistive_MathML, .button-and-tooltip, ' +
  '[class*="translate-target"]';

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text of an element, formulas as TeX and links as their addresses, which arXiv hides behind “this https URL”. */
function readText(element: Element | null): string {
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
  return collapse(toUnicode(copy.textContent ?? ''));
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** `2016/07/27` of a tag or `27 Jul 2016` of the submission history as YYYY-MM-DD. */
function parseDay(text: string): string | null {
  const tag = /^\s*(\d{4})[/-](\d\d?)[/-](\d\d?)/.exec(text);
  const written = /(\d\d?) (\w{3})\w* (\d{4})/.exec(text);
  const month = tag ? Number(tag[2]) : MONTHS.indexOf(written?.[2] ?? '?') / 3 + 1;
  if (!(month >= 1)) return null;
  const parts = [tag?.[1] ?? written?.[3], month, tag?.[3] ?? written?.[1]];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** `Surname Jr., Forename` → `Forename Surname Jr.`; a collaboration or a single name has no comma. */
function toName(citation: string): string {
  return collapse(toUnicode(citation).replace(/^([^,]*),(.*)$/s, '$2 $1'));
}

/** What the submission history says of each version. The shown one is bold text, the others are links. */
function readHistory(page: ParentNode) {
  const versions = new Map<number, { day: string | null; withdrawn: boolean }>();
  for (const mark of page.querySelectorAll(`${SELECTORS.history} strong`)) {
    const version = Number(/\[v(\d+)\]/.exec(mark.textContent ?? '')?.[1]);
    if (!version) continue;
    let text = '';
    let withdrawn = false;
    for (let node = mark.nextSibling; node && node.nodeName !== 'STRONG'; node = node.nextSibling) {
      text += node.textContent ?? '';
      withdrawn ||= node.nodeName === 'EM'; // “(withdrawn)”, whatever language a translator made of it
    }
    versions.set(version, { day: parseDay(text), withdrawn });
  }
  return versions;
}

/** The rows below the abstract. Report number and journal reference share a class: the former stands before the id. */
function readRows(page: ParentNode) {
  const rows: Partial<Record<'comments' | 'subjects' | 'report' | 'journal' | 'doi' | 'msc' | 'acm', string>> = {};
  let label = '';
  let cited = false;
  for (const cell of page.querySelectorAll(SELECTORS.rows)) {
    const has = (name: string) => cell.classList.contains(name);
    if (has('label')) label = cell.textContent ?? '';
    else if (has('arxivid')) cited = true;
    else if (has('jref'))
      rows[/journal/i.test(label) || (cited && !/report/i.test(label)) ? 'journal' : 'report'] = readText(cell);
    else if (has('comments')) rows.comments = readText(cell);
    else if (has('subjects')) rows.subjects = readText(cell);
    else if (has('msc-classes')) rows.msc = readText(cell);
    else if (has('acm-classes')) rows.acm = readText(cell);
    else if (has('doi')) rows.doi = cell.querySelector('[data-doi]')?.getAttribute('data-doi') ?? '';
  }
  return rows;
}

/**
 * Reads a paper's abstract page, in both looks, before or after MathJax or a translator has changed it.
 *
 * @returns null when the page shows no paper: arXiv answers unknown ids under the same URLs.
 */
export function parseAbsPage(page: ParentNode): PagePaper | null {
  if (!page.querySelector(SELECTORS.paper)) return null;
  const read = (selector: string) => page.querySelector(selector)?.getAttribute('content') ?? '';
  const meta = (name: string) => read(`meta[name="citation_${name}"]`) || read(`meta[property="og:${name}"]`);
  const shown =
    parseCitedId(page.querySelector(SELECTORS.shownId)?.textContent?.trim() ?? '') ?? parseAbsUrl(meta('url'));
  const id = parseCitedId(meta('arxiv_id')) ?? shown;
  const title = collapse(toUnicode(meta('title'))) || readText(page.querySelector(SELECTORS.title));
  if (!id || !title) return null;

  const history = readHistory(page);
  const mentioned = page.querySelector(SELECTORS.dateline)?.textContent?.matchAll(/\bv(\d+)\b/g) ?? [];
  const known = [...history.keys(), ...Array.from(mentioned, (match) => Number(match[1]))];
  const version = shown?.version ?? Math.max(1, ...known);
  const tags = Array.from(page.querySelectorAll('meta[name="citation_author"]'), (tag) =>
    toName(tag.getAttribute('content') ?? ''),
  );
  const visible = () => Array.from(page.querySelectorAll(SELECTORS.authors), readText);
  const rows = readRows(page);
  const unavailable = Array.from(page.querySelectorAll(SELECTORS.fullText), readText).includes('Withdrawn');

  return {
    id: id.base,
    version,
    latestVersion: Math.max(version, ...known),
    title,
    authors: tags.length > 0 ? tags : visible(),
    abstract:
      collapse(toUnicode(meta('abstract') || meta('description'))) || readText(page.querySelector(SELECTORS.abstract)),
    categories: Array.from(
      rows.subjects?.matchAll(/[(（]([a-z-]+(?:\.[A-Za-z-]+)?)[)）]/g) ?? [],
      (match) => match[1] ?? '',
    ),
    published: parseDay(meta('date')) ?? history.get(1)?.day ?? null,
    versionDate: parseDay(meta('online_date')) ?? history.get(version)?.day ?? null,
    comments: rows.comments || null,
    journalRef: rows.journal || null,
    doi: meta('doi') || rows.doi || null,
    reportNumber: rows.report || null,
    mscClass: rows.msc || null,
    acmClass: rows.acm || null,
    withdrawn: (history.get(version)?.withdrawn ?? false) || unavailable,
  };
}

/** The element that holds the abstract, behind its label; null on a page without a paper. */
export function findAbstract(page: ParentNode): Element | null {
  return page.querySelector(SELECTORS.abstract);
}
