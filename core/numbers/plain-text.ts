/** Stands for what is no text: no letter, no digit, no space. */
const BLANK = '\uFFFC';

const WIDE = /[０-９％．＋－／～−∼〜]/g;

/** The text with full-width digits and signs as their narrow ones; every character keeps its place. */
export function toNarrow(text: string): string {
  return text.replace(WIDE, (sign) => {
    if (sign === '−') return '-';
    if (sign === '∼' || sign === '〜') return '~';
    return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}

/** Blanks out what a pattern matches, or its group `number` where it has one; every other character keeps its place. */
export function blankOut(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match: string, ...rest: unknown[]) => {
    const groups = rest.at(-1);
    const number = typeof groups === 'object' && groups !== null && 'number' in groups ? groups.number : undefined;
    if (typeof number !== 'string') return BLANK.repeat(match.length);
    const at = match.lastIndexOf(number);
    return match.slice(0, at) + BLANK.repeat(number.length) + match.slice(at + number.length);
  });
}
