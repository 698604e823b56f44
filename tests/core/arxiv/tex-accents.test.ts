import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toUnicode } from '@/core/arxiv/tex-accents';

describe('toUnicode', () => {
  test.each([
    [String.raw`Andr\'e, Andr\'{e}, Andr{\'e}, Andr{\'{e}}`, 'André, André, André, André'],
    [String.raw`\"Uber G\"{o}del`, 'Über Gödel'],
    [String.raw`\^o \~n \=o \.z \.{z} \={o}`, 'ô ñ ō ż ż ō'],
    ['Macr\\`i and Macr\\`{\\i}', 'Macrì and Macrì'],
    [String.raw`Ga\c{c}a, Fran\c cois, \v{S}pa\v cek`, 'Gaça, François, Špaček'],
    [String.raw`Erd\H{o}s, Erd\H os, \k{a}, \r{a}, \u{g}`, 'Erdős, Erdős, ą, å, ğ'],
    [String.raw`\d{s} \b{d}`, 'ṣ ḏ'],
    [String.raw`Stra\ss e, Wei{\ss}, Gro\ss{}mann`, 'Straße, Weiß, Großmann'],
    [String.raw`S\o rensen, {\O}re, \L{}o\'s, Pawe\l`, 'Sørensen, Øre, Łoś, Paweł'],
    [String.raw`\AA ngstr\"om, \ae, {\AE}sir, \oe uvre, \OE`, 'Ångström, æ, Æsir, œuvre, Œ'],
    [String.raw`\'{\i}, \'\i, {\'\i}, \u{\i}, \v{\j}, \'{ı}`, 'í, í, í, ĭ, ǰ, í'],
    [String.raw`Nguy\~{\^e}n, Nguy{\~{\^{e}}}n, \d{\^e}`, 'Nguyễn, Nguyễn, ệ'],
    [String.raw`{\dh}, \th orn`, 'ð, þorn'],
    [String.raw`Poincar\'e on $\tilde{x}$ and \'Etale`, 'Poincaré on $\\tilde{x}$ and Étale'],
  ])('writes %s', (tex, unicode) => expect(toUnicode(tex)).toBe(unicode));

  test.each([
    '',
    'no accents at all',
    String.raw`$\'e \o \ss \v{s}$`,
    String.raw`$$\c{c}$$ and \(\o\) and \[\l\]`,
    String.raw`$\~n\$ \'e$`,
    String.raw`\Omega \lambda \section \phi \cite{a} \url{x} \ref{b}`,
    String.raw`\%, \&, \_, \#, \$5, \\ and \{`,
    String.raw`~\cite and \~{} and \'{} and \"{`,
    String.raw`\'1 \v{12} \c{} \vs \ck`,
    'C:\\new\\x.txt',
    '{plain braces}',
    '\\',
  ])('leaves %s alone', (text) => expect(toUnicode(text)).toBe(text));

  test('changes nothing between dollars, and nothing twice', { timeout: 60_000 }, () => {
    const word = fc.constantFrom("\\'e", '\\v{s}', '{\\o}', '\\ss ', 'a', ' ', '\\alpha', '{', '}', '\\"{\\i}', '_');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (left, right) => {
        const text = `${left.join('')}$${right.join('')}$`;
        expect(toUnicode(text).slice(toUnicode(text).indexOf('$'))).toBe(`$${right.join('')}$`);
        expect(toUnicode(toUnicode(text))).toBe(toUnicode(text));
      }),
    );
  });
});
