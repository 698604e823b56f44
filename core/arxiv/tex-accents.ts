const MARKS: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};
const LETTERS =
  'aa å AA Å ae æ AE Æ dh ð DH Ð dj đ DJ Đ i ı j ȷ l ł L Ł ng ŋ NG Ŋ o ø O Ø oe œ OE Œ ss ß SS ẞ th þ TH Þ'.split(' ');

// Bounded, so that a text full of openings takes no more than linear time.
const MATH = String.raw`\\\$|\$\$[^]{0,4000}?\$\$|\$(?:\\.|[^$\\]){0,4000}\$|\\\([^]{0,4000}?\\\)|\\\[[^]{0,4000}?\\\]`;
// Braces around one letter go, unless they are another accent's own: \d{\^e}.
const OPEN = String.raw`(?<!\\[A-Za-z])\{`;
const NAME = String.raw`\\(${LETTERS.filter((_, index) => index % 2 === 0).join('|')})(?![A-Za-z])`;
// A control word swallows the white space or the empty group behind it: S\o rensen, \ss{}.
const LETTER = new RegExp(String.raw`${MATH}|${OPEN}${NAME}\s*\}|${NAME}(?:\{\}|\s+)?`, 'g');
const ACCENTED = String.raw`\\(?:([\x60'^~=."])(?:\{\s*(\p{L})\s*\}|(\p{L}))|([uvHckrdb])(?:\s*\{\s*(\p{L})\s*\}|\s+(\p{L})|([ıȷ])))`;
const ACCENT = new RegExp(String.raw`${MATH}|${OPEN}${ACCENTED}\}|${ACCENTED}`, 'gu');

/**
 * Writes TeX accents and letters as Unicode (`Erd\H{o}s` → `Erdős`, also stacked: `Nguy\~{\^e}n` → `Nguyễn`); formulas
 * between `$…$`, `\(…\)` or `\[…\]` stay as they are, and so does what is no accent.
 */
export function toUnicode(tex: string): string {
  if (!tex.includes('\\')) return tex;
  let text = tex.replace(LETTER, (whole: string, braced?: string, plain?: string) => {
    const name = braced ?? plain;
    return name ? (LETTERS[LETTERS.indexOf(name) + 1] ?? whole) : whole;
  });
  // Each pass reads one layer: two for Nguyễn, and nothing that people write needs a fourth.
  for (let pass = 0; pass < 3; pass++) {
    text = text.replace(ACCENT, (whole: string, ...groups: unknown[]) => {
      // Seven groups for the accent in braces, seven without; the first that took part is the mark, the second the letter.
      const [mark, letter] = groups.slice(0, 14).filter((group) => typeof group === 'string');
      if (!mark || !letter) return whole;
      // A dotless i gets its dot back: the accent replaces it in print, but in Unicode í is i with an acute.
      const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
      return (base + (MARKS[mark] ?? '')).normalize('NFC');
    });
  }
  return text;
}
