import { parseXml, XmlElement } from '@rgrove/parse-xml';
import citeproc, { type CslNode } from 'citeproc';
import type { LibraryPaper } from '../library/records';
import { toHtml } from '../render/text';
import type { Tree } from '../render/tree';
import type { Steps } from '../steps';
import { type CslItem, toCslItem } from './citation-item';
import type { CitationStyle } from './copy-formats';
import { eachOnce } from './facts';

type Locale = CslItem['language'];

/** What citing takes beside the papers: the texts of a CSL style and of the locales. */
export interface StyleFiles {
  style: string;
  locales: Record<Locale, string>;
}

interface CitationOptions {
  files: StyleFiles;
  /** The day on which the papers were looked up, YYYY-MM-DD. */
  accessed: string;
}

// Signs for private use stand for what the engine must not make out itself: where italics begin and end, and a `<` that is text.
const ITALIC = '\uE000';
const UPRIGHT = '\uE001';
const LESS = '\uE002';
const SIGNS = /[\uE000-\uE002]/g;
const FORMAT = 'daodu';

/** Plain text as the engine writes it, with marks around italics. */
function addFormat(): void {
  const { Formats } = citeproc.Output;
  Formats[FORMAT] ??= { ...Formats['text'], '@font-style/italic': `${ITALIC}%%STRING%%${UPRIGHT}` };
}

/** XML as the engine reads it. Blanks between elements say nothing; a term may be empty. */
function toNode({ name, attributes, children }: XmlElement): CslNode {
  const elements = children.filter((child) => child instanceof XmlElement);
  if (elements.length > 0) return { name, attrs: { ...attributes }, children: elements.map(toNode) };
  const text = children.map((child) => ('text' in child ? child.text : '')).join('');
  return { name, attrs: { ...attributes }, children: text !== '' || name === 'term' ? [text] : [] };
}

function readStyle(xml: string): CslNode {
  const { root } = parseXml(xml);
  if (!root) throw new Error('a style without a root');
  return toNode(root);
}

/** `<b>` in a title is text: the engine would take it for markup. */
function withoutMarkup(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(SIGNS, '').replaceAll('<', LESS);
  if (Array.isArray(value)) return value.map(withoutMarkup);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutMarkup(each)]));
}

/** An engine of a style in one locale. It is asked for few items at a time: for many it takes far longer than for each. */
class Writer {
  private readonly engine;
  private items = new Map<string, unknown>();

  constructor({ style, locales }: StyleFiles, locale: Locale) {
    addFormat();
    const system = {
      retrieveLocale: (language: string) => readStyle(language === 'zh-CN' ? locales['zh-CN'] : locales['en-US']),
      retrieveItem: (id: string) => this.items.get(id),
    };
    this.engine = new citeproc.Engine(system, readStyle(style), locale, true);
    this.engine.opt.development_extensions['wrap_url_and_doi'] = false;
    this.engine.setOutputFormat(FORMAT);
  }

  /** The references of items that are told apart from each other (2025a, 2025b). */
  write(items: readonly CslItem[]): Map<string, string> {
    this.items = new Map(items.map((item) => [item.id, withoutMarkup(item)]));
    this.engine.updateItems(items.map(({ id }) => id));
    const [{ entry_ids: ids }, entries] = this.engine.makeBibliography();
    const lines = entries.map((entry) =>
      entry
        .replace(/\s+/g, ' ')
        .replace(/^\s*\[\d+\]\s*/, '')
        .trim(),
    );
    return new Map(ids.map(([id = ''], index) => [id, lines[index] ?? '']));
  }
}

/** More papers by the same authors in one year are not told apart: that takes time with their square. */
const MOST_TOLD_APART = 26;

/** In APA papers by the same authors of one year belong together, elsewhere each stands by itself. */
function groupsOf(items: readonly CslItem[], style: CitationStyle): CslItem[][] {
  if (style !== 'apa') return items.map((item) => [item]);
  const groups = new Map<string, CslItem[]>();
  for (const item of items) {
    const year = JSON.stringify(item['issued'] ?? null).match(/\d{4}/)?.[0];
    const key = JSON.stringify([item['author'], year]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length > MOST_TOLD_APART ? group.map((item) => [item]) : [group],
  );
}

/** GB/T 7714 writes 等 behind Chinese authors and et al. behind others, which takes a writer for each. */
function* writeAll(items: readonly CslItem[], style: CitationStyle, files: StyleFiles): Steps<string[]> {
  const writers = new Map<Locale, Writer>();
  const lines = new Map<string, string>();
  for (const group of groupsOf(items, style)) {
    const locale = style === 'gb' ? (group[0]?.language ?? 'en-US') : 'en-US';
    const writer = writers.get(locale) ?? new Writer(files, locale);
    writers.set(locale, writer);
    for (const [id, line] of writer.write(group)) lines.set(id, line);
    yield;
  }
  if (style === 'apa') return [...lines.values()].toSorted((one, other) => BY_AUTHOR.compare(bare(one), bare(other)));
  const inOrder = items.map(({ id }) => lines.get(id) ?? '');
  return inOrder.length === 1 ? inOrder : inOrder.map((line, index) => `[${index + 1}] ${line}`);
}

const bare = (line: string) => line.replace(SIGNS, '');
// Without regard to signs, so that an author by himself and an earlier year come first.
const BY_AUTHOR = new Intl.Collator('en', { ignorePunctuation: true });

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;]/g;

/** An entry as a tree: its italics, its addresses as links. */
function toTree(entry: string): Tree[] {
  return entry.split(/(\uE000[^\uE001]*\uE001)/).flatMap((piece): Tree[] => {
    const text = piece.replace(/[\uE000\uE001]/g, '').replaceAll(LESS, '<');
    if (piece.startsWith(ITALIC)) return [['em', null, text]];
    const trees: Tree[] = [];
    let end = 0;
    for (const found of text.matchAll(ADDRESS)) {
      trees.push(text.slice(end, found.index), ['a', { href: found[0] }, found[0]]);
      end = found.index + found[0].length;
    }
    return [...trees, text.slice(end)];
  });
}

/**
 * Papers as a list of references, in plain text and as HTML: numbered in their order, or sorted by author, as the style
 * demands. The reference of a single paper has no number.
 */
export function* citationSteps(
  papers: readonly LibraryPaper[],
  style: CitationStyle,
  { files, accessed }: CitationOptions,
): Steps<{ text: string; html: string }> {
  const items = eachOnce(papers).map((each) => toCslItem(each, style, accessed));
  const lines = yield* writeAll(items, style, files);
  return {
    text: lines.map((line) => line.replace(/[\uE000\uE001]/g, '').replaceAll(LESS, '<')).join('\n'),
    html: lines.map((line) => `<p>${toHtml(toTree(line))}</p>`).join('\n'),
  };
}
