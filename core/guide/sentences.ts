const ENDS = '。！？!?';
/** All signs that have a say in where a sentence ends. */
const SIGNS = /[\n。！？!?.（(“《「『【[）)”》」』】\]]/g;
const OPENING = '（(“《「『【[';
const CLOSING = '）)”》」』】]';

/**
 * Cuts Chinese (or mixed) text into sentences, each with its mark. A mark inside brackets or quotes ends nothing, nor does
 * one that a closing quote and then more of the sentence follow; `.` ends a sentence only between Latin words. What is
 * unbalanced is cut at every mark.
 */
export function splitSentences(text: string): string[] {
  return cut(text, true) ?? cut(text, false) ?? [];
}

function cut(text: string, balanced: boolean): string[] | null {
  const sentences: string[] = [];
  let start = 0;
  let depth = 0;
  const push = (end: number): void => {
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') sentences.push(sentence);
    start = end;
  };
  for (const { 0: sign, index: at } of text.matchAll(SIGNS)) {
    if (sign === '\n') {
      if (balanced && depth !== 0) return null;
      push(at);
      depth = 0;
    } else if (balanced && OPENING.includes(sign)) depth += 1;
    else if (balanced && CLOSING.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (ENDS.includes(sign) || endsLatin(text, at))) push(at + 1);
  }
  if (balanced && depth !== 0) return null;
  push(text.length);
  return sentences;
}

function endsLatin(text: string, at: number): boolean {
  return (
    text[at] === '.' &&
    /[a-z\d)]{2}$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s+[A-Z\u3400-\u9FFF]/.test(text.slice(at + 1, at + 4))
  );
}

/** The longest beginning of at most `longest` characters that ends with a clause outside brackets; ends with a full stop. */
export function cutAtClause(sentence: string, longest: number): string {
  let depth = 0;
  let end = 0;
  for (let at = 0; at < Math.min(sentence.length, longest); at += 1) {
    const sign = sentence.charAt(at);
    if (OPENING.includes(sign)) depth += 1;
    else if (CLOSING.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[，；;]/.test(sign) && !/(?:表明|显示|发现|证明|指出|认为)$/.test(sentence.slice(0, at)))
      end = at;
  }
  return end > longest * 0.4 ? `${sentence.slice(0, end)}。` : `${sentence.slice(0, longest - 1)}…`;
}
