import type { Language } from '../settings';

/** Whether a text is written in another language than was asked for; names and formulas count as neither. */
export function isForeign(text: string, language: Language): boolean {
  const plain = text.replace(/\$[^$\n]*\$|`[^`\n]*`/g, '');
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = plain.match(/[^\P{L}\p{Script=Han}]/gu)?.length ?? 0;
  return language === 'zh' ? han * 10 < others : han * 2 > others;
}
