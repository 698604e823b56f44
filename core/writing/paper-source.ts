import { parseArxivId } from '../arxiv/id';

/** What a model was given to read, prepared so that its answer can be held against it. */
export interface PaperSource {
  text: string;
  /** Letters and digits of the text only, and for each of them its place in the text. */
  letters: string;
  places: Uint32Array;
  /** Versionless ids that occur in the text, and the paper's own. */
  ids: ReadonlySet<string>;
}

/** Shorter ones are found anywhere. */
const SHORTEST_SENTENCE = 20;
const LONGEST_SENTENCE = 1_500;
const ID = /(?<![\d.])\d{4}\.\d{4,5}(?!\d)|\b[a-z-]+(?:\.[A-Z]{2})?\/\d{7}\b/g;
const COMMAND = /\\[A-Za-z]+\*?/y;

/** `text` is all that the model read of the paper: title, abstract, full text; `id` the paper's own. */
export function readSource(text: string, id: string | null): PaperSource {
  const ids = new Set([...text.matchAll(ID)].flatMap(([found]) => parseArxivId(found)?.base ?? []));
  if (id !== null) ids.add(parseArxivId(id)?.base ?? id);
  return { text, ids, ...lettersOf(text) };
}

/**
 * The passage of the source that a quotation is, in the source's own characters, whole words, blanks made one; null when it
 * is not there. White space, case, dashes, quotes and TeX commands make no difference.
 */
export function findSentence(source: PaperSource, quotation: string): string | null {
  const { letters } = lettersOf(quotation);
  if (letters.length < SHORTEST_SENTENCE || letters.length > LONGEST_SENTENCE) return null;
  const at = source.letters.indexOf(letters);
  if (at === -1) return null;
  let start = source.places[at] ?? 0;
  let end = (source.places[at + letters.length - 1] ?? 0) + 1;
  while (start > 0 && !/\s/.test(source.text.charAt(start - 1))) start -= 1;
  while (end < source.text.length && !/\s/.test(source.text.charAt(end))) end += 1;
  return source.text.slice(start, end).replace(/\s+/g, ' ');
}

function lettersOf(text: string): { letters: string; places: Uint32Array } {
  const letters: string[] = [];
  const places: number[] = [];
  let at = 0;
  while (at < text.length) {
    COMMAND.lastIndex = at;
    const command = COMMAND.exec(text)?.[0];
    if (command !== undefined) {
      at += command.length;
      continue;
    }
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    // Ligatures of a PDF's text, full-width digits and mathematical alphabets are their letters.
    for (const letter of sign.normalize('NFKC').toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      letters.push(letter);
      for (let unit = 0; unit < letter.length; unit += 1) places.push(at);
    }
    at += sign.length;
  }
  return { letters: letters.join(''), places: Uint32Array.from(places) };
}
