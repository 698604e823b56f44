/** The language of a text, as far as its script tells. */
export type TextLanguage = 'zh' | 'en' | 'ja' | 'ko' | 'other';

/** More than this is not looked at. */
const LONGEST = 20_000;

/** Chinese with English terms is Chinese; Japanese has kana and Korean has hangul beside whatever else they hold. */
export function languageOf(text: string): TextLanguage {
  const count = (pattern: RegExp) => (text.slice(0, LONGEST).match(pattern) ?? []).length;
  const [han, kana, hangul, latin] = [
    /\p{sc=Han}/gu,
    /[\p{sc=Hira}\p{sc=Kana}]/gu,
    /\p{sc=Hang}/gu,
    /\p{sc=Latn}/gu,
  ].map(count);
  if (!han && !kana && !hangul) return latin ? 'en' : 'other';
  if ((hangul ?? 0) > (han ?? 0) + (kana ?? 0)) return 'ko';
  if ((kana ?? 0) * 5 > (han ?? 0)) return 'ja';
  // An English analysis may name somebody in Chinese.
  return (han ?? 0) * 20 > (latin ?? 0) ? 'zh' : 'en';
}
