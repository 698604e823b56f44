import { findAbstract } from '@/core/arxiv/page-text';

const NAME = 'daodu-key';
// Dark text on light yellow, in both themes: a highlight takes no custom properties in every browser.
const STYLE = `::highlight(${NAME}) { background-color: #ffe9a3; color: #1d2326; }`;

// What stands beside the text and is not read: the label, MathJax's glyphs (its source follows in a script), a copy that a
// translator added.
const NOISE =
  '.descriptor, .MathJax, .MathJax_Preview, .MathJax_SVG, .MJX_Assistive_MathML, mjx-container, style, noscript, ' +
  'script:not([type^="math/tex"]), [class*="translate-target"]';

interface Word {
  text: string;
  node: Text;
  start: number;
  end: number;
}

/** Marks a sentence in the page's abstract without touching its DOM; null takes the mark away. */
export function highlightSentence(page: Document, sentence: string | null): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return; // Chromium before 105, Firefox before 140
  CSS.highlights.delete(NAME);
  const abstract = sentence ? findAbstract(page) : null;
  const range = abstract && sentence ? findSentence(abstract, sentence) : null;
  if (!range) return;
  addStyle(page);
  CSS.highlights.set(NAME, new Highlight(range));
}

const styled = new WeakSet<Document>();

function addStyle(page: Document): void {
  if (styled.has(page)) return;
  styled.add(page);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

/**
 * Finds a sentence in an element whose text differs in white space, in formulas (TeX, or what MathJax made of it), in
 * links (“this https URL”), or in the wrappers a translator left: words are aligned, and most of them have to agree.
 *
 * @returns null when the sentence is not there, as on a translated page.
 */
export function findSentence(root: Element, sentence: string): Range | null {
  const wanted = splitWords(sentence.replace(/https?:\/\/\S+/g, ' this https URL ')).map((word) => word.text);
  const words = readWords(root);
  const found = align(wanted.slice(0, 160), words);
  const [first, last] = [words[found?.first ?? -1], words[found?.last ?? -1]];
  if (!first || !last) return null;

  const range = root.ownerDocument.createRange();
  const formula = first.node.parentElement?.closest('script');
  if (formula) range.setStartBefore(beforeGlyphs(formula));
  else
    range.setStart(
      first.node,
      first.start - (/["'“‘([`$]*$/.exec(first.node.data.slice(0, first.start))?.[0].length ?? 0),
    );
  const lastFormula = last.node.parentElement?.closest('script');
  if (lastFormula) range.setEndAfter(lastFormula);
  else range.setEnd(last.node, last.end + (/^[^\p{L}\p{N}\s]*/u.exec(last.node.data.slice(last.end))?.[0].length ?? 0));
  return range;
}

/** MathJax 2 puts preview and glyphs before the script with the source. */
function beforeGlyphs(formula: Element): Element {
  let start = formula;
  for (
    let before = formula.previousElementSibling;
    before?.matches('[class^="MathJax"]');
    before = before.previousElementSibling
  ) {
    start = before;
  }
  return start;
}

function splitWords(text: string): { text: string; start: number; end: number }[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({
    text: match[0].normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function readWords(root: Element): Word[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node instanceof Element && node.matches(NOISE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const words: Word[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text; // the filter accepts text alone
    for (const word of splitWords(node.data)) words.push({ ...word, node });
  }
  return words;
}

/** Of one way to align the words so far: its score, how many agree, and where the first and last that agree stand. */
interface Alignment {
  score: number;
  hits: number;
  first: number;
  last: number;
}

/** Semi-global alignment: all wanted words against any run of the page's words. */
function align(wanted: readonly string[], words: readonly Word[]): Alignment | null {
  let above: Alignment[] = [{ score: 0, hits: 0, first: -1, last: -1 }];
  for (let at = 0; at < words.length; at += 1) above.push({ score: 0, hits: 0, first: -1, last: -1 });
  for (const want of wanted) {
    const row: Alignment[] = [];
    for (const [at, up] of above.entries()) {
      // A word that is not on the page, …
      let best = { ...up, score: up.score - 1 };
      const word = words[at - 1];
      const before = above[at - 1];
      if (word && before && word.text === want) {
        // … one that is, …
        const score = before.score + 2;
        if (score > best.score) {
          best = { score, hits: before.hits + 1, first: before.hits ? before.first : at - 1, last: at - 1 };
        }
      } else if (before && before.score - 1 > best.score) {
        best = { ...before, score: before.score - 1 }; // … another in its place, …
      }
      const left = row[at - 1];
      // … or a word of the page in between: cheap, since formulas are written in several ways.
      if (left && left.hits > 0 && left.score - 0.5 > best.score) best = { ...left, score: left.score - 0.5 };
      row.push(best);
    }
    above = row;
  }
  const best = above.reduce<Alignment | null>((top, one) => (top && top.score >= one.score ? top : one), null);
  return best && best.hits >= Math.max(2, wanted.length * 0.6) ? best : null;
}
