import { toUnicode } from './arxiv/tex-accents';

/** Letters that are no other letter with an accent, and how they are written where only plain ones can be. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ȷ: 'j',
  ŋ: 'n',
  ħ: 'h',
};

/** A text in lower case without accents, TeX's included: `Erd\H{o}s` is `erdos`. Letters of other scripts stay. */
export function toPlainLetters(text: string): string {
  return toUnicode(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => LETTERS[letter] ?? letter);
}
