import { renderInline } from '../render/markdown';
import { renderTexText } from '../render/tex-text';
import type { Guide } from './guide';

/** How many of the findings must stand in the abstract to be called its sentences. */
const NEARLY_ALL = 0.8;

/**
 * The key findings, each with its language, and whether they are the abstract's own sentences (原文关键句). `evidence` holds for
 * each the sentence of the paper it rests on, where that is known.
 */
export function toFindings(
  findings: readonly string[],
  abstract: string,
  evidence: readonly (string | null)[] = [],
): Guide['findings'] {
  const all = findings
    .map((text, index) => ({ text: text.replace(/\s+/g, ' ').trim(), sentence: evidence[index] ?? null }))
    .filter(({ text }) => text !== '');
  const texts = all.map(({ text }) => text);
  const source = letters(abstract);
  const quoted = texts.map(letters).filter((text) => text.length > 20 && source.includes(text));
  return {
    quoted: quoted.length > 0 && quoted.length >= texts.length * NEARLY_ALL,
    items: all.map(({ text, sentence }) =>
      isChinese(text)
        ? { lang: 'zh', body: renderInline(text), sentence }
        : { lang: 'en', body: renderTexText(text), sentence },
    ),
  };
}

/** Letters and digits only, so that wrapping, quotes and TeX do not hide that two texts are one. */
function letters(text: string): string {
  const lower = text.toLowerCase();
  // The same where all is ASCII, as most abstracts are: there no letter has to be looked up.
  if (/^[\0-\x7f]*$/.test(lower)) return lower.replace(/[^a-z\d]+/g, '');
  return lower.replace(/[^\p{L}\p{N}]+/gu, '');
}

function isChinese(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese > 1 && chinese * 8 > text.length;
}
