import { isLeftOut, readBlocks, readLine } from './full-text-blocks';
import { type HtmlElement, type HtmlNode, findElement, findElements, hasClass, parseHtml } from './html-tree';
import { parseArxivId, parseCitedId } from './id';
import { toUnicode } from './tex-accents';
import { removeUnseenCharacters } from './visible';

export type FullTextKind = 'abstract' | 'body' | 'appendix' | 'acknowledgements' | 'references';

/**
 * `text`: paragraphs separated by blank lines; formulas as TeX between $ signs, captions as `Figure 2: …` paragraphs, tables
 * as rows with ` | ` between cells. `level` counts from 1. `number` as printed, '' for none.
 */
export interface FullTextSection {
  kind: FullTextKind;
  level: number;
  number: string;
  title: string;
  text: string;
}

/** `id` without version; `version` counts from 1; null when the page does not say. */
export interface FullText {
  id: string | null;
  version: number | null;
  title: string;
  authors: string[];
  sections: FullTextSection[];
}

/** Seen in 2026-11 on arxiv.org/html/2512.23705v1 in both looks, and in LaTeXML's own schema. */
const CLASSES = {
  document: /(?:^|\s)ltx_document(?:\s|$)/,
  title: /(?:^|\s)ltx_title_document(?:\s|$)/,
  heading: /(?:^|\s)ltx_title(?:\s|$)/,
  authors: /(?:^|\s)ltx_authors(?:\s|$)/,
  person: /(?:^|\s)ltx_personname(?:\s|$)/,
  section:
    /(?:^|\s)ltx_(?:part|chapter|section|subsection|subsubsection|paragraph|subparagraph|appendix|abstract|acknowledgements?|bibliography)(?:\s|$)/,
  tag: /(?:^|\s)ltx_tag(?:\s|$)/,
  notName: /(?:^|\s)ltx_(?:note|contact|role_\w+)(?:\s|$)/,
} as const;

const KINDS: [of: RegExp, kind: FullTextKind][] = [
  [/(?:^|\s)ltx_abstract(?:\s|$)/, 'abstract'],
  [/(?:^|\s)ltx_appendix(?:\s|$)/, 'appendix'],
  [/(?:^|\s)ltx_acknowledgements?(?:\s|$)/, 'acknowledgements'],
  [/(?:^|\s)ltx_bibliography(?:\s|$)/, 'references'],
];
/** Many styles make these ordinary sections. */
const TITLED: [of: RegExp, kind: FullTextKind][] = [
  [/^abstract\W*$/i, 'abstract'],
  [/^acknowledge?ments?\b/i, 'acknowledgements'],
  [/^(?:references|bibliography)\W*$/i, 'references'],
  [/^(?:appendix|appendices|supplementary materials?|supplemental materials?)\b/i, 'appendix'],
];

interface Draft extends Omit<FullTextSection, 'text'> {
  paragraphs: string[];
}

function findHeading(section: HtmlElement): HtmlElement | null {
  for (const child of section.children) if (typeof child !== 'string' && hasClass(child, CLASSES.heading)) return child;
  return null;
}

function readHeading(heading: HtmlElement | null): { number: string; title: string } {
  if (!heading) return { number: '', title: '' };
  const tag = findElement(heading, (element) => hasClass(element, CLASSES.tag));
  const whole = removeUnseenCharacters(readLine(heading.children));
  const number = tag ? removeUnseenCharacters(readLine(tag.children)) : '';
  return { number, title: (whole.startsWith(number) ? whole.slice(number.length) : whole).trim() };
}

function kindOf(section: HtmlElement, title: string, outer: FullTextKind): FullTextKind {
  const marked = KINDS.find(([pattern]) => hasClass(section, pattern))?.[1];
  if (marked) return marked;
  return outer === 'body' ? (TITLED.find(([pattern]) => pattern.test(title))?.[1] ?? 'body') : outer;
}

/** Walks the document in its order; what stands before the first section becomes one without a title. */
function readSections(article: HtmlElement): FullTextSection[] {
  const drafts: Draft[] = [];

  function add(own: Draft, paragraphs: string[]): void {
    if (paragraphs.length === 0) return;
    if (drafts.at(-1) === own) own.paragraphs = own.paragraphs.concat(paragraphs);
    // Text behind an inner section would change places if it went to the section's own text.
    else drafts.push({ ...own, number: '', title: '', paragraphs });
  }

  function walk(parent: HtmlElement, heading: HtmlElement | null, own: Draft, level: number): void {
    let between: HtmlNode[] = [];
    const flush = () => {
      add(own, readBlocks(between));
      between = [];
    };
    for (const child of parent.children) {
      if (typeof child === 'string') {
        between.push(child);
      } else if (hasClass(child, CLASSES.section)) {
        flush();
        const inner = findHeading(child);
        const { number, title } = readHeading(inner);
        const draft: Draft = { kind: kindOf(child, title, own.kind), level, number, title, paragraphs: [] };
        drafts.push(draft);
        walk(child, inner, draft, level + 1);
      } else if (child === heading || hasClass(child, CLASSES.authors) || hasClass(child, CLASSES.title)) {
        flush();
      } else if (!isLeftOut(child) && findElement(child, (element) => hasClass(element, CLASSES.section))) {
        flush();
        walk(child, heading, own, level); // a wrapper, such as a column
      } else {
        between.push(child);
      }
    }
    flush();
  }

  walk(article, null, { kind: 'body', level: 1, number: '', title: '', paragraphs: [] }, 1);
  return drafts
    .map(({ paragraphs, ...section }) => ({ ...section, text: removeUnseenCharacters(paragraphs.join('\n\n')) }))
    .filter(({ text, title }) => text !== '' || title !== '');
}

/** What follows a comma and is no name. */
const NO_NAME = /^(?:jr|sr|i{2,3}|iv|ph\.?d|m\.?d|(?:(?:senior|student|life) )?(?:member|fellow)|ieee)\b/i;

/** The names of one `\author`, which may hold several and an address behind a line break. */
function readNames(person: HtmlElement): string[] {
  const nodes: HtmlNode[] = [];
  for (const child of person.children) {
    if (typeof child !== 'string' && (child.name === 'br' || /^(?:p|div|table)$/.test(child.name))) {
      if (nodes.some((node) => readLine([node]) !== '')) break;
      if (child.name !== 'br') nodes.push(...child.children);
    } else if (
      typeof child === 'string' ||
      !(/^(?:sup|sub|math)$/.test(child.name) || hasClass(child, CLASSES.notName))
    ) {
      nodes.push(child);
    }
  }
  return removeUnseenCharacters(readLine(nodes))
    .split(/\s*(?:[,;&]|\band\b)\s*/)
    .map((name) => toUnicode(name).replace(/[\s*†‡§∗\d]+$/u, ''))
    .filter((name) => name.length > 1 && name.length <= 80 && !/@|^\P{L}*$/u.test(name) && !NO_NAME.test(name));
}

/** Which paper a page is of: the mark at its side (2026 look), or where its relative links lead. */
function readId(page: HtmlElement) {
  const mark = findElement(page, ({ attributes }) => attributes.get('id') === 'watermark-tr');
  const cited = mark && /arXiv:\S+/i.exec(readLine(mark.children))?.[0];
  const base = findElement(page, ({ name }) => name === 'base')?.attributes.get('href') ?? '';
  return (cited ? parseCitedId(cited) : null) ?? parseArxivId(base.replace(/^\//, 'https://arxiv.org/'));
}

/**
 * Reads a paper's full text as arXiv's HTML pages have it (LaTeXML), in both looks. What the page hides from its readers
 * is left out. Never throws.
 *
 * @returns null when the page is no full text: a 404, a notice that there is no HTML, an abstract page.
 */
export function parseFullText(html: string): FullText | null {
  const page = parseHtml(html);
  const article = findElement(page, (element) => hasClass(element, CLASSES.document));
  if (!article) return null;
  const sections = readSections(article);
  if (!sections.some(({ text }) => text !== '')) return null;
  const title = findElement(article, (element) => hasClass(element, CLASSES.title));
  const authors = findElement(article, (element) => hasClass(element, CLASSES.authors));
  const id = readId(page);
  return {
    id: id?.base ?? null,
    version: id?.version ?? null,
    title: title ? removeUnseenCharacters(readLine(title.children)) : '',
    authors: authors ? findElements(authors, (element) => hasClass(element, CLASSES.person)).flatMap(readNames) : [],
    sections,
  };
}
