/** A formula of the text, with its delimiters. */
export interface FormulaSpan {
  start: number;
  end: number;
}

const FORMULA =
  /\$\$[^$]{1,2000}\$\$|(?<![\\$])\$(?=[^\s$])[^$\n]{0,400}?(?<=[^\s\\])\$(?!\d)|\\\([^\n]{1,400}?\\\)|\\\[[\s\S]{1,1000}?\\\]/g;

export function formulaSpans(text: string): FormulaSpan[] {
  return Array.from(text.matchAll(FORMULA), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

const OPENS =
  /(?:^|[=<>≤≥≈∼~∈,;[×±→:]|\\(?:sim|approx|leq?|geq?|l|g|in|to|rightarrow|times|pm|simeq|ll|gg|uparrow|downarrow|,|;|quad|\{)|(?:^|[^A-Za-z)}\s])\s*[({+-]|\\(?:textbf|mathbf|text|mathrm|bm|boldsymbol|underline)\{)[\s{}]*$/;
const CLOSES =
  /^[\s{}]*(?:$|\\%|%|[,;\])×±~∼=<>]|[–-](?=\s?[\d$])|\.(?!\d)|\\(?:times|pm|sim|,|;|text|mathrm|rm|to|rightarrow|quad|\}|le|ge|approx|%|circ|deg)|\^\{?\\circ|[\u3400-\u9FFF]|(?:ms|s|fps|K|M|B|k|x|GB|MB|dB|Hz|mm|cm|m|km|kg)(?![A-Za-z]))/;

/** Whether a number in a formula states something, as in `$93.4\%$`, `$N=64$`; not an index, an exponent, a coefficient. */
export function isFormulaPart(text: string, formula: FormulaSpan, start: number, end: number): boolean {
  const length = text.startsWith('$$', formula.start) || text[formula.start] === '\\' ? 2 : 1;
  const before = text.slice(formula.start + length, start);
  const after = text.slice(end, formula.end - length);
  if (!OPENS.test(before.slice(-24)) && before.length > 0) return false;
  if (!CLOSES.test(after.slice(0, 16)) && after !== '') return false;
  // The first value of an index counts nothing: i=1, k=1,\dots,K, t=0.
  return !(/[a-z]\s*=\s*$/.test(before) && /^[01]$/.test(text.slice(start, end)));
}
