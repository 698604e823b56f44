/** The language of a text as far as its script tells it; `en` stands for everything in Latin letters. */
export type TextLanguage = 'zh' | 'en' | 'ja' | 'ko' | 'other';

/** More of a text does not change what language it is in. */
const ENOUGH = 2_000;

/**
 * The language of a text, by counting scripts. Chinese full of English terms is Chinese, and so is Chinese that quotes a kana or
 * two; English that quotes a Chinese name is English. `other` for texts without letters and for other scripts.
 */
export function languageOf(text: string): TextLanguage {
  const counts = { han: 0, kana: 0, hangul: 0, latin: 0, other: 0 };
  const end = Math.min(text.length, ENOUGH);
  for (let at = 0; at < end; at += 1) {
    const script = scriptOf(text.charCodeAt(at));
    if (script) counts[script] += 1;
  }
  const { han, kana, hangul, latin, other } = counts;
  const eastern = han + kana + hangul;
  // A sign of these scripts says as much as several letters.
  if (eastern > 1 && eastern * 8 > eastern + latin + other) {
    if (hangul * 2 > eastern) return 'ko';
    // Half of Japanese is kana; a headline may have few.
    return kana * 6 > han + kana ? 'ja' : 'zh';
  }
  return latin > other ? 'en' : 'other';
}

/** By code rather than by pattern, which is slow where every sign of a long text matches. Rare signs beyond U+FFFF do not count. */
function scriptOf(code: number): 'han' | 'kana' | 'hangul' | 'latin' | 'other' | null {
  if (code < 0x250)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code >= 0xc0 ? 'latin' : null;
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) return 'han';
  if ((code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) || (code >= 0xff66 && code <= 0xff9d)) return 'kana';
  if ((code >= 0xac00 && code <= 0xd7af) || (code >= 0x1100 && code <= 0x11ff)) return 'hangul';
  // Greek letters stand in formulas of every language.
  return code >= 0x400 && code < 0x2000 ? 'other' : null;
}
