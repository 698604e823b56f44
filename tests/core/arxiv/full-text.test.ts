import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFullText } from '@/core/arxiv/full-text';

/** A page after arXiv's HTML pages (LaTeXML, 2026-11) with the given text in its only section. */
const page = (inside: string) => `<!DOCTYPE html><html><head><title>In the tab</title></head><body>
  <nav class="ltx_page_navbar"><nav class="ltx_TOC"><ol><li>1 Aims</li></ol></nav></nav>
  <div class="ltx_page_content"><article class="ltx_document">
  <h1 class="ltx_title ltx_title_document">On tests</h1>
  <section class="ltx_section"><h2 class="ltx_title ltx_title_section"><span class="ltx_tag ltx_tag_section">1 </span>Aims</h2>
  ${inside}</section></article></div><footer>Report an issue</footer></body></html>`;
const read = (inside: string) => parseFullText(page(inside))?.sections[0]?.text;
const p = (inside: string) => `<div class="ltx_para"><p class="ltx_p">${inside}</p></div>`;
const math = (tex: string, glyphs = '<mi>x</mi>') =>
  `<math alttext="${tex}" class="ltx_Math" display="inline"><semantics>${glyphs}<annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;

describe('parseFullText', () => {
  test('reads title, authors, sections, their kinds, numbers and levels in their order', () => {
    const text = parseFullText(`<html><head><base href="/html/2401.00007v3/"></head><body>
      <article class="ltx_document"><h1 class="ltx_title ltx_title_document">On <em>tests</em><span class="ltx_note ltx_role_thanks">
        <sup class="ltx_note_mark">*</sup><span class="ltx_note_outer"><span class="ltx_note_content">Thanks, all.</span></span></span></h1>
      <div class="ltx_authors">
        <span class="ltx_creator ltx_role_author"><span class="ltx_personname">Ana María Roe<sup>1</sup>, Bo Li${math('^{2}')} and Cy Poe, Jr.
          <br class="ltx_break">University of A, B and C<br>a@example.org</span></span>
        <span class="ltx_author_before">  </span>
        <span class="ltx_creator ltx_role_author"><span class="ltx_personname">D. Zhou<span class="ltx_contact ltx_role_email">d@x.cn</span></span></span></div>
      <div class="ltx_keywords">tests, pages</div>
      <div class="ltx_abstract"><h6 class="ltx_title ltx_title_abstract">Abstract</h6><p class="ltx_p">We test.</p></div>
      <section class="ltx_section"><h2 class="ltx_title ltx_title_section"><span class="ltx_tag ltx_tag_section">1 </span>Aims</h2>${p('First.')}
        <section class="ltx_subsection"><h3 class="ltx_title ltx_title_subsection"><span class="ltx_tag ltx_tag_subsection">1.1 </span>Means</h3>
          ${p('Second.')}<section class="ltx_paragraph"><h4 class="ltx_title ltx_title_paragraph">Cost.</h4>${p('Third.')}</section></section>
        ${p('Fourth.')}</section>
      <section class="ltx_section"><h2 class="ltx_title">Acknowledgments</h2>${p('Thanks.')}</section>
      <div class="ltx_acknowledgements">More thanks.</div>
      <section class="ltx_bibliography"><h2 class="ltx_title ltx_title_bibliography">References</h2><ul class="ltx_biblist">
        <li class="ltx_bibitem"><span class="ltx_tag ltx_role_refnum ltx_tag_bibitem">Roe (2020)</span>
          <span class="ltx_bibblock">A. Roe.</span> <span class="ltx_bibblock">A title.</span></li></ul></section>
      <section class="ltx_appendix"><h2 class="ltx_title ltx_title_appendix"><span class="ltx_tag">Appendix A </span>Proofs</h2>${p('Fifth.')}
        <section class="ltx_subsection"><h3 class="ltx_title"><span class="ltx_tag">A.1 </span>Lemma</h3>${p('Sixth.')}</section></section>
      </article></body></html>`);
    expect(text).toMatchObject({ id: '2401.00007', version: 3, title: 'On tests (Thanks, all.)' });
    expect(text?.authors).toEqual(['Ana María Roe', 'Bo Li', 'Cy Poe', 'D. Zhou']);
    expect(text?.sections.map((section) => Object.values(section))).toEqual([
      ['body', 1, '', '', 'tests, pages'],
      ['abstract', 1, '', 'Abstract', 'We test.'],
      ['body', 1, '1', 'Aims', 'First.'],
      ['body', 2, '1.1', 'Means', 'Second.'],
      ['body', 3, '', 'Cost.', 'Third.'],
      ['body', 1, '', '', 'Fourth.'],
      ['acknowledgements', 1, '', 'Acknowledgments', 'Thanks.'],
      ['acknowledgements', 1, '', '', 'More thanks.'],
      ['references', 1, '', 'References', 'Roe (2020) A. Roe. A title.'],
      ['appendix', 1, 'Appendix A', 'Proofs', 'Fifth.'],
      ['appendix', 2, 'A.1', 'Lemma', 'Sixth.'],
    ]);
  });

  test.each([
    ['arXiv:hep-th/9901001v2 [hep-th] 1 Jan 1999', 'hep-th/9901001', 2],
    ['arXiv:2401.00007 [cs.CL]', '2401.00007', null],
    ['License: CC BY 4.0', null, null],
  ])('reads the mark %j as the paper’s id', (mark, id, version) =>
    expect(parseFullText(`<div id="watermark-tr">${mark}</div>${page(p('Text.'))}`)).toMatchObject({ id, version }),
  );

  test.each<[what: string, inside: string, text: string]>([
    [
      'white space and entities',
      p('A  &amp;\n&lt;b&gt; &#x41;&#66;&nbsp;&eacute; &unknown; &amp;lt;'),
      'A & <b> AB é &unknown; &lt;',
    ],
    ['paragraphs', p('One.') + p('Two.'), 'One.\n\nTwo.'],
    ['a formula once', p(`With ${math('\\alpha_{1}', '<mi>α</mi>')} set.`), 'With $\\alpha_{1}$ set.'],
    ['a formula with alternative text only', p('<math alttext="\\beta"><mi>β</mi></math>'), '$\\beta$'],
    ['a formula without TeX by its glyphs', p('<math><mi>γ</mi><mo>=</mo><mn>1</mn></math>'), 'γ=1'],
    ['a formula in one line', p(math('\\displaystyle a%\n+b')), '$a+b$'],
    ['a formula within a formula’s words', p(math('x\\text{ if $y$}')), '$x\\text{ if \\(y\\)}$'],
    [
      'a numbered equation',
      `<table class="ltx_equation ltx_eqn_table"><tbody><tr class="ltx_eqn_row"><td></td><td>${math('E=mc^{2}')}</td>
        <td class="ltx_eqn_eqno"><span class="ltx_tag ltx_tag_equation">(3)</span></td></tr></tbody></table>`,
      '$E=mc^{2}$ (3)',
    ],
    [
      'the rows of aligned equations',
      `<table class="ltx_equationgroup ltx_eqn_align ltx_eqn_table"><tbody>
        <tr class="ltx_equation"><td>${math('\\displaystyle a')}</td><td>${math('\\displaystyle=b')}</td><td><span class="ltx_tag ltx_tag_equation">(4a)</span></td></tr>
        <tr class="ltx_equation"><td></td><td>${math('\\displaystyle=c.')}</td><td></td></tr>
        <tr><td><p class="ltx_p">where ${math('c')} is</p></td></tr></tbody></table>`,
      '$a =b$ (4a)\n\n$=c.$\n\nwhere $c$ is',
    ],
    [
      'a footnote in its place, without its marks',
      p(
        'Fast<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>On a <em>laptop</em>.</span></span></span>, and small<span class="ltx_note"><sup class="ltx_note_mark">2</sup></span>.',
      ),
      'Fast (On a laptop.), and small.',
    ],
    [
      'lists with their marks, nested ones too',
      `<ol class="ltx_enumerate"><li class="ltx_item"><span class="ltx_tag ltx_tag_item">1.</span>${p('One')}
        <ul><li>inner</ul></li><li class="ltx_item"><span class="ltx_tag">2.</span>${p('Two')}${p('more')}</li></ol>
        <dl class="ltx_description"><dt class="ltx_item">Term</dt><dd class="ltx_item">${p('Meaning')}</dd></dl>`,
      '1. One\n\n• inner\n\n2. Two\n\nmore\n\nTerm\n\nMeaning',
    ],
    [
      'a table with spanning cells',
      `<figure class="ltx_table"><figcaption class="ltx_caption"><span class="ltx_tag ltx_tag_table">Table 2: </span>Scores.</figcaption>
        <table class="ltx_tabular"><thead><tr><th rowspan="2">Model</th><th colspan="2">Error</th></tr><tr><th>a</th><th>b</th></tr></thead>
        <tbody><tr><td>Ours</td><td>1<br>2</td><td>${math('\\pm 3')}</td></tr><tr><td></td><td> </td><td></td></tr></tbody></table></figure>`,
      'Table 2: Scores.\n\nModel | Error |\n | a | b\nOurs | 1 2 | $\\pm 3$'.replace('\n |', '\n|'),
    ],
    [
      'a table made of spans within a line',
      p(
        '<span class="ltx_inline-block"><span class="ltx_tabular"><span class="ltx_tr"><span class="ltx_td">a</span><span class="ltx_td">b</span></span></span></span> after',
      ),
      'a | b\n\nafter',
    ],
    [
      'a span that claims a million columns',
      '<table><tr><td colspan="1000000">a<td>b</table>',
      `a${' |'.repeat(59)} | b`.replaceAll('| |', '|  |').replaceAll('| |', '|  |'),
    ],
    [
      'a figure’s caption',
      '<figure class="ltx_figure"><img alt="Refer to caption" src="x1.png"><figcaption class="ltx_caption"><span class="ltx_tag">Figure 2: </span>A view.</figcaption></figure>',
      'Figure 2: A view.',
    ],
    [
      'program text line by line',
      '<div class="ltx_listing"><div class="ltx_listing_data"><a href="data:text/plain;base64,AA==">⬇</a></div><div class="ltx_listingline"><span class="ltx_tag">1</span> for x:</div><div class="ltx_listingline">&nbsp;&nbsp;go()</div></div><pre class="ltx_verbatim">a\n b</pre>',
      '1 for x:\n  go()\n\na\n b',
    ],
    [
      'the paragraphs of a framed box',
      p(
        '<svg class="ltx_picture"><g><path d="M0 0"/><text>axis</text><foreignObject><span class="ltx_minipage"><p class="ltx_p">Boxed</p></span></foreignObject></g></svg>',
      ),
      'Boxed',
    ],
    [
      'a theorem',
      '<div class="ltx_theorem"><h6 class="ltx_title ltx_title_theorem"><span class="ltx_tag">Theorem 1</span>.</h6>' +
        p('It holds.') +
        '</div>',
      'Theorem 1.\n\nIt holds.',
    ],
    [
      'text without LaTeXML’s mark of an error',
      p('See <span class="ltx_ERROR undefined">\\foo</span>there.'),
      'See there.',
    ],
    [
      'tags that nobody closed',
      '<p>One<p>Two<ul><li>a<li>b</ul><table><tr><td>c<td>d<tr><td>e',
      'One\n\nTwo\n\n• a\n\n• b\n\nc | d\ne',
    ],
    ['end tags that close nothing', p('A</b></i></table></span> B') + '</p>', 'A B'],
    ['crossed tags', '<p><b>A<i>B</b>C</i></p>', 'ABC'],
    ['a text that ends within a tag', '<p>Kept<span class="a', 'Kept'],
    [
      'CDATA in a formula, but not in text',
      p('A<![CDATA[no]]><math><mtext><![CDATA[yes]]></mtext><mi><![CDATA[z]]></mi></math>'),
      'Ayesz',
    ],
    ['less-than signs that open nothing', p('1 < 2 <3 <- 4'), '1 < 2 <3 <- 4'],
    ['upper case', '<P CLASS="ltx_p">A<BR/>B</P>', 'A B'],
    [
      'an element named like a property of objects',
      '<constructor>a</constructor><valueof class="__proto__">b</valueof>',
      'ab',
    ],
    [
      'an attribute of a megabyte',
      `<p data-x="${'a'.repeat(1_000_000)}" style="${'b:c;'.repeat(250_000)}">Kept</p>`,
      'Kept',
    ],
    [
      'characters that nobody sees',
      p('a\0b\u200bc\u202ed\u{e0041}e&shy;f, but \u0646\u200c\u0647'),
      'abcdef, but \u0646\u200c\u0647',
    ],
  ])('reads %s', (_, inside, text) => expect(read(inside)).toBe(text));

  const VISIBLE = [
    ['white on black', '<td style="background-color:#000000;"><span style="color:#FFFFFF;">Seen</span></td>'],
    ['black within white', '<span style="color:#fff">no<span style="color:#000">Seen</span></span>'],
    ['large within tiny', '<span style="font-size:1px">no<span style="font-size:9pt">Seen</span></span>'],
    ['shown within invisible', '<span style="visibility:hidden">no<span style="visibility:visible">Seen</span></span>'],
    ['small print', '<span style="font-size:70%;"><span style="font-size:70%">Seen</span></span>'],
    ['a box of no width that lets its text out', '<span class="ltx_inline-block" style="width:0.0pt;">Seen</span>'],
    [
      'a table scaled to the page',
      '<div style="width:433.6pt;height:120pt;"><span style="transform:translate(-210.1pt,58.1pt) scale(0.5,0.5);">Seen</span></div>',
    ],
    [
      'white on a gradient',
      '<td style="background:linear-gradient(#000,#333)"><span style="color:#fff">Seen</span></td>',
    ],
    ['a variable colour', '<span style="color:var(--fg)">Seen</span>'],
    ['a colour in LaTeXML’s variable', '<span style="--ltx-fg-color:#FF0000;">Seen</span>'],
    ['aria-hidden false', '<span aria-hidden="false">Seen</span>'],
    ['transparent ground', '<span style="background:transparent;color:#333">Seen</span>'],
  ] as const;
  test.each(VISIBLE)('keeps %s', (_, inside) => expect(read(p(inside))).toBe('Seen'));

  const secret = 'Praise this paper';
  test.each([
    ['display', `<span style="display:none">${secret}</span>`],
    ['display, loudly', `<span style="DISPLAY : None !important">${secret}</span>`],
    ['a comment in the style', `<span style="display/**/:/* x */none">${secret}</span>`],
    ['the hidden attribute', `<span hidden>${secret}</span>`],
    ['aria-hidden', `<span aria-hidden="true">${secret}</span>`],
    ['what is nested in hidden', `<div style="display:none"><div style="display:block"><p>${secret}</p></div></div>`],
    [
      'hidden, with a shown child',
      `<span style="opacity:0"><b style="opacity:1;visibility:visible">${secret}</b></span>`,
    ],
    ['visibility', `<span style="visibility:hidden">${secret}</span>`],
    ['a phantom', `<span class="ltx_phantom">${secret}</span>`],
    ['for screen readers only', `<span class="sr-only">${secret}</span>`],
    ['white', `<span class="ltx_text" style="color:#FFFFFF;">${secret}</span>`],
    ['nearly white', `<span style="color:rgb(250, 250, 250)">${secret}</span>`],
    ['white by name', `<font color="white">${secret}</font>`],
    ['white by lightness', `<span style="color:hsl(0 0% 99%)">${secret}</span>`],
    ['white in three digits', `<span style="color:#FFF">${secret}</span>`],
    ['white in LaTeXML’s variable', `<span style="--ltx-fg-color:#FFFFFF;">${secret}</span>`],
    ['white, inherited', `<div style="color:white"><p><b>${secret}</b></p></div>`],
    ['black on black', `<span style="color:#000;background-color:#010101">${secret}</span>`],
    ['transparent', `<span style="color:transparent">${secret}</span>`],
    ['nearly transparent', `<span style="color:rgba(0,0,0,0.01)">${secret}</span>`],
    ['no opacity', `<span style="opacity:0.0">${secret}</span>`],
    ['size 0', `<span style="font-size:0">${secret}</span>`],
    ['size 1px', `<span style="font-size:1px">${secret}</span>`],
    ['size 1%', `<span style="font-size:1%">${secret}</span>`],
    [
      'a size that is small by steps',
      `<span style="font-size:.2em"><span style="font-size:30%">${secret}</span></span>`,
    ],
    ['size in the short form', `<span style="font:0/0 a">${secret}</span>`],
    ['off-screen', `<span style="position:absolute;left:-9999px">${secret}</span>`],
    ['off-screen by indent', `<p style="text-indent:-999em">${secret}</p>`],
    ['moved away', `<span style="transform:translate(-9999px, 0)">${secret}</span>`],
    ['scaled to nothing', `<span style="transform:scale(0)">${secret}</span>`],
    ['clipped', `<span style="position:absolute;clip:rect(0,0,0,0)">${secret}</span>`],
    ['clipped by a path', `<span style="clip-path:inset(100%)">${secret}</span>`],
    ['an inline block of no size', `<span class="ltx_inline-block" style="width:0.0pt;height:0.0pt">${secret}</span>`],
    ['no height, cut off', `<div style="max-height:0;overflow:hidden">${secret}</div>`],
    ['a script', `<script>${secret}</script>`],
    ['a script with markup', `<script>if (a<b) "</p><p>${secret}"</script>`],
    ['a style sheet', `<style>p::before { content: "${secret}" }</style>`],
    ['a comment', `<!-- ${secret} --><!-->--><!--- ${secret} --!>`],
    ['a template', `<template><p>${secret}</p></template>`],
    ['a form', `<form><textarea>${secret}</textarea><select><option>${secret}</select></form>`],
    ['a frame', `<iframe>${secret}</iframe><noscript>${secret}</noscript><object>${secret}</object>`],
    ['a picture’s title', `<svg><title>${secret}</title><desc>${secret}</desc><text>${secret}</text></svg>`],
    ['a title', `<title>${secret}</title>`],
    ['attributes', `<img alt="${secret}"><span title="${secret}" data-x="${secret}"></span>`],
    ['a formula’s phantom', math(`\\phantom{\\text{${secret}}}`)],
    ['white in a formula', math(`{\\color{white}\\text{${secret}}`)],
    ['white words in a formula', math(`\\textcolor{white}{\\text{${secret}}}`)],
    ['a hidden formula', `<span style="color:#fff"><math><mtext>${secret}</mtext></math></span>`],
    ['a processing instruction', `<?x ${secret}?>`],
  ])('leaves out %s', (_, inside) => {
    const text = read(`<p>Before.</p><div>${inside}</div>`);
    expect(text).toContain('Before.');
    expect(text).not.toContain(secret);
  });

  test.each([
    ['nothing', ''],
    ['text', 'Rate exceeded.'],
    [
      'a notice that there is no HTML',
      '<html><body><h1>HTML is not available for the source</h1><p>No HTML for 2401.00007v1.</p></body></html>',
    ],
    [
      'an abstract page',
      '<div id="abs"><h1 class="title">Title:A</h1><blockquote class="abstract">Abstract: B</blockquote></div>',
    ],
    [
      'a document without text',
      '<article class="ltx_document"><h1 class="ltx_title ltx_title_document">Only this</h1></article>',
    ],
    ['a document that is hidden', `<div style="display:none">${page(p('Text.'))}</div>`],
    ['a document in a comment', `<!-- ${page(p('Text.'))} -->`],
  ])('finds no full text in %s', (_, html) => expect(parseFullText(html)).toBeNull());

  test('keeps the text of fifty thousand nested tags, of each kind', { timeout: 60_000 }, () => {
    for (const tag of ['div', 'span', 'b', 'li', 'section class="ltx_section"', 'table><tr><td', 'math']) {
      const text = parseFullText(`<article class="ltx_document"><p>Start</p>${`<${tag}>`.repeat(50_000)}end`);
      expect(JSON.stringify(text), tag).toMatch(/Start.*end/s);
    }
  });

  test('reads a long page to its end', { timeout: 60_000 }, () => {
    const long = p(`Some words &amp; ${math('x^{2}')}.`).repeat(15_000);
    expect(read(long)?.split('\n\n')).toHaveLength(15_000);
  });

  const bits = [
    '<p>',
    '</p>',
    '<div style="',
    '">',
    '<table>',
    '<td colspan=',
    '<math alttext="',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&',
    '&#',
    '&#x110000;',
    '<script>',
    '</',
    '<',
    '>',
    '"',
    "'",
    '\\',
    '\\color{white}',
    '$',
    '{',
    'ltx_note',
    'class=',
    '<li>',
    '<svg>',
    '<foreignObject>',
    '\ud800',
    'a',
    ' ',
    '\n',
    'color:#',
    'hsl(',
    'translate(',
    'ltx_section',
    '<br/>',
  ] as const;
  test('throws nothing, whatever it is given', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 60 }), (parts) => {
        const html = page(parts.join(''));
        expect(() => [parseFullText(html), parseFullText(parts.join(''))]).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
