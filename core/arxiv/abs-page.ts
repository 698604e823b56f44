import { cleanText, readCategories } from './clean-text';
import { parseDay } from './day';
import { parseAbsUrl, parseCitedId } from './id';
import type { PagePaper } from './page-paper';
import { type PageText, readPageText } from './page-text';
import { toUnicode } from './tex-accents';

/** `Surname Jr., Forename` → `Forename Surname Jr.`; a collaboration or a single name has no comma. */
function toName(citation: string): string {
  return cleanText(toUnicode(citation).replace(/^([^,]*),(.*)$/s, '$2 $1'));
}

/** What the submission history says of each version. */
function parseHistory(history: PageText['history']) {
  const versions = new Map<number, { day: string | null; withdrawn: boolean }>();
  for (const [mark, text, emphasis] of history) {
    const version = Number(/\[v(\d+)\]/.exec(mark)?.[1]);
    // What is emphasised is “(withdrawn)”, whatever language a translator made of it.
    if (version) versions.set(version, { day: parseDay(text), withdrawn: emphasis });
  }
  return versions;
}

/** The rows below the abstract. Report number and journal reference share a class: the former stands before the id. */
function parseRows(cells: PageText['rows']) {
  const rows: Partial<Record<'comments' | 'subjects' | 'report' | 'journal' | 'doi' | 'msc' | 'acm', string>> = {};
  let label = '';
  let cited = false;
  for (const [className, raw] of cells) {
    const has = (name: string) => className.split(/\s+/).includes(name);
    const text = cleanText(raw);
    if (has('label')) label = text;
    else if (has('arxivid')) cited = true;
    else if (has('jref'))
      rows[/journal/i.test(label) || (cited && !/report/i.test(label)) ? 'journal' : 'report'] = text;
    else if (has('comments')) rows.comments = text;
    else if (has('subjects')) rows.subjects = text;
    else if (has('msc-classes')) rows.msc = text;
    else if (has('acm-classes')) rows.acm = text;
    else if (has('doi')) rows.doi = raw.trim();
  }
  return rows;
}

/**
 * Understands what an abstract page says.
 *
 * @returns null when that names no paper.
 */
export function toPagePaper(page: PageText): PagePaper | null {
  const read = (name: string) => page.tags.find((tag) => tag[0] === name)?.[1] ?? '';
  const meta = (name: string) => read(`citation_${name}`) || read(`og:${name}`);
  const shown = parseCitedId(page.shownId.trim()) ?? parseAbsUrl(meta('url'));
  const id = parseCitedId(meta('arxiv_id')) ?? shown;
  const title = cleanText(meta('title')) || cleanText(page.title);
  if (!id || !title) return null;

  const history = parseHistory(page.history);
  const mentioned = page.dateline.matchAll(/\bv(\d+)\b/g);
  const known = [...history.keys(), ...Array.from(mentioned, (match) => Number(match[1]))];
  const version = shown?.version ?? Math.max(1, ...known);
  const tagged = page.tags.filter(([name]) => name === 'citation_author').map(([, content]) => toName(content));
  const rows = parseRows(page.rows);

  return {
    id: id.base,
    version,
    latestVersion: Math.max(version, ...known),
    title,
    authors: tagged.length > 0 ? tagged : page.authors.map(cleanText),
    abstract: cleanText(meta('abstract') || read('og:description')) || cleanText(page.abstract),
    categories: readCategories(rows.subjects ?? ''),
    published: parseDay(meta('date')) ?? history.get(1)?.day ?? null,
    versionDate: parseDay(meta('online_date')) ?? history.get(version)?.day ?? null,
    comments: rows.comments || null,
    journalRef: rows.journal || null,
    doi: meta('doi') || rows.doi || null,
    reportNumber: rows.report || null,
    mscClass: rows.msc || null,
    acmClass: rows.acm || null,
    withdrawn: (history.get(version)?.withdrawn ?? false) || page.fullText.map(cleanText).includes('Withdrawn'),
  };
}

/**
 * Reads a paper's abstract page, in both looks, before or after MathJax or a translator has changed it.
 *
 * @returns null when the page shows no paper: arXiv answers unknown ids under the same URLs.
 */
export function parseAbsPage(page: ParentNode): PagePaper | null {
  const text = readPageText(page);
  return text && toPagePaper(text);
}
