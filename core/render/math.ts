import temml from 'temml';
import { parseMathml, withoutEnclosures } from './mathml';
import type { Tree, TreeElement } from './tree';

/** A formula in a text. `source` is what stood there, with its delimiters. */
export interface Formula {
  readonly tex: string;
  readonly display: boolean;
  readonly source: string;
}

/** Longest formula that is drawn: renderers recurse, and a table of cells grows forty-five times. */
const LONGEST_TEX = 2_000;
/** How much markup the formulas of one text may make together. */
const MARKUP_BUDGET = 1_000_000;
// Definitions are how a short source becomes a long formula; links and pictures have no place in one.
const REFUSED =
  /\\(?:[egx]?def|let|futurelet|global|(?:re|provide)?newcommand|renewcommand|providecommand|href|url|includegraphics|html\w*|class|id|data)(?![a-zA-Z])/;

/** Draws the formulas of one text; equal ones are drawn once, and all of them together stay within a budget. */
export class FormulaRenderer {
  readonly #drawn = new Map<string, Tree>();
  #left = MARKUP_BUDGET;

  /** MathML whose `alttext` is the TeX, or the source as code when it cannot be drawn. */
  draw(formula: Formula): Tree {
    const key = `${formula.display ? 'd' : 'i'}${formula.tex}`;
    const known = this.#drawn.get(key);
    if (known) return known;
    const drawn = this.#try(formula) ?? asCode(formula);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  #try({ tex, display }: Formula): TreeElement | null {
    if (tex.length > LONGEST_TEX || this.#left <= 0 || REFUSED.test(tex)) return null;
    try {
      const markup = temml.renderToString(tex, {
        displayMode: display,
        throwOnError: true,
        trust: false,
        strict: false,
      });
      this.#left -= markup.length;
      const [, , ...children] = parseMathml(markup);
      const attributes: Record<string, string> = display ? { display: 'block', alttext: tex } : { alttext: tex };
      return ['math', attributes, ...children.map(withoutEnclosures)];
    } catch {
      // A command it does not know, or a RangeError: deep nesting overflows its stack.
      this.#left -= tex.length;
      return null;
    }
  }
}

function asCode({ source, display }: Formula): TreeElement {
  return display ? ['code', null, source.trim()] : ['code', null, source];
}
