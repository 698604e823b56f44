// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { parseAbsPage } from '@/core/arxiv/abs-page';
import { findAbstract } from '@/core/arxiv/page-text';

// A page after arXiv's abstract pages of 2026-11, with what the real samples have no case of.
const HEAD = String.raw`
  <meta property="og:title" content="On Erdős problems">
  <meta property="og:url" content="https://arxiv.org/abs/2401.00007v2">
  <meta property="og:description" content="The Erdős bound.">
  <meta name="citation_title" content="On Erd\H{o}s
    problems over $\mathbb{F}_q$">
  <meta name="citation_author" content="Roe Jr., Jane Q.">
  <meta name="citation_author" content="van der Berg, Ana">
  <meta name="citation_author" content="Madonna">
  <meta name="citation_author" content="LHCx Collaboration">
  <meta name="citation_author" content="Ga\'{ı}n, N\'uria">
  <meta name="citation_publication_date" content="2025">
  <meta name="citation_online_date" content="2024/02/09">
  <meta name="citation_arxiv_id" content="2401.00007">
  <meta name="citation_abstract" content=" The Erd\H{o}s bound
    is $\tilde{O}(n)$.
">`;
const BODY = String.raw`
  <div class="subheader"><h1>Mathematics > Combinatorics</h1></div>
  <div id="abs">
    <div class="dateline">[Submitted on 3 Jan 2024 (<a href="/abs/2401.00007v1">v1</a>), revised 9 Feb 2024 (this version, v2),
      <em>latest version 1 Mar 2025</em> (<a href="/abs/2401.00007v4">v4</a>)]</div>
    <h1 class="title mathjax"><span class="descriptor">Title:</span>On Erdős problems</h1>
    <div class="authors"><span class="descriptor">Authors:</span><a>Jane Q. Roe Jr.</a>, <a>Ana van der Berg</a></div>
    <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>  The Erdős bound
      is $\tilde{O}(n)$.</blockquote>
    <div class="metatable"><table>
      <tr><td class="tablecell label">Comments:</td><td class="tablecell comments mathjax">See
        <a href="https://example.org/a;" class="link-external link-https">this https URL</a> and
        <a href="http://J.Name" class="link-external link-http">this http URL</a>; follows
        <a href="https://arxiv.org/abs/2301.00001" data-arxiv-id="2301.00001" class="link-https">arXiv:2301.00001</a>,
        <a href="https://doi.org/10.1000/x" data-doi="10.1000/x" class="link-https link-external">doi:10.1000/x</a></td></tr>
      <tr><td class="tablecell label">Subjects:</td><td class="tablecell subjects">
        <span class="primary-subject">Combinatorics (math.CO)</span>; Disordered Systems and Neural Networks (cond-mat.dis-nn);
        General Relativity and Quantum Cosmology (gr-qc)</td></tr>
      <tr><td class="tablecell label">Report&nbsp;number:</td><td class="tablecell jref">XX-24-1</td></tr>
      <tr><td class="tablecell label"><abbr>MSC</abbr> classes:</td><td class="tablecell msc-classes">05D10</td></tr>
      <tr><td class="tablecell label"><abbr>ACM</abbr>&nbsp;classes:</td><td class="tablecell acm-classes">G.2.1</td></tr>
      <tr><td class="tablecell label">Cite as:</td><td class="tablecell arxivid"><a>arXiv:2401.00007</a></td></tr>
      <tr><td class="tablecell label">&nbsp;</td><td class="tablecell arxividv">(or <span class="arxivid">
        <a href="https://arxiv.org/abs/2401.00007v2">arXiv:2401.00007v2</a> [math.CO]</span> for this version)</td></tr>
      <tr><td class="tablecell label">Journal&nbsp;reference:</td><td class="tablecell jref">J. Test. 1 (2025)</td></tr>
      <tr><td class="tablecell label">Related DOI:</td><td class="tablecell doi"><a href="https://doi.org/10.1000/y"
        data-doi="10.1000/y">https://doi.org/10.1000/y</a><div class="button-and-tooltip">Focus to learn more</div></td></tr>
    </table></div>
  </div>
  <div class="submission-history"><h2>Submission history</h2> From: Jane Roe [<a href="/show-email/1/2401.00007">view email</a>]<br>
    <strong><a href="/abs/2401.00007v1">[v1]</a></strong> Wed, 3 Jan 2024 17:52:31 UTC (39 KB)<br>
    <strong>[v2]</strong> Fri, 9 Feb 2024 16:20:16 UTC (39 KB)<br>
    <strong><a href="/abs/2401.00007v3">[v3]</a></strong> Mon, 9 Dec 2024 18:52:20 UTC (0 KB) <em>(withdrawn)</em><br>
    <strong><a href="/abs/2401.00007v4">[v4]</a></strong> Sat, 1 Mar 2025 23:56:56 UTC (41 KB)<br>
  </div>
  <div class="full-text"><ul><li><a href="/pdf/2401.00007v2">View PDF</a></li></ul></div>
  <h1>Bibliographic and Citation Tools</h1>`;

function pageOf(head: string, body: string): ParentNode {
  return new DOMParser().parseFromString(`<html><head>${head}</head><body>${body}</body></html>`, 'text/html');
}
const read = (head: string, body: string) => parseAbsPage(pageOf(head, body));

describe('parseAbsPage', () => {
  test('reads every field', () =>
    expect(read(HEAD, BODY)).toEqual({
      id: '2401.00007',
      version: 2,
      latestVersion: 4,
      title: String.raw`On Erdős problems over $\mathbb{F}_q$`,
      authors: ['Jane Q. Roe Jr.', 'Ana van der Berg', 'Madonna', 'LHCx Collaboration', 'Núria Gaín'],
      abstract: String.raw`The Erdős bound is $\tilde{O}(n)$.`,
      categories: ['math.CO', 'cond-mat.dis-nn', 'gr-qc'],
      // The tag has only the year of the journal reference, as arXiv once wrote it; the day is in the history.
      published: '2024-01-03',
      versionDate: '2024-02-09',
      comments: 'See https://example.org/a; and J.Name; follows arXiv:2301.00001, doi:10.1000/x',
      journalRef: 'J. Test. 1 (2025)',
      doi: '10.1000/y',
      reportNumber: 'XX-24-1',
      mscClass: '05D10',
      acmClass: 'G.2.1',
      withdrawn: false,
    }));

  test('reads the same without the tags in the head, as far as the page shows it', () => {
    const { abstract, authors, title, ...rest } = read(HEAD, BODY) ?? {};
    expect([abstract, authors, title]).not.toContain(undefined);
    expect(read('', BODY)).toMatchObject({
      ...rest,
      title: 'On Erdős problems',
      authors: ['Jane Q. Roe Jr.', 'Ana van der Berg'],
    });
  });

  test('reads the abstract elsewhere where its tag is missing, and not the description of the page', () => {
    const description = '<meta name="description" content="Abstract page for arXiv paper 2401.00007">';
    const head = description + HEAD.replace('citation_abstract', 'other');
    expect(read(head, BODY)?.abstract).toBe('The Erdős bound.');
    expect(read(description, BODY)?.abstract).toBe(String.raw`The Erdős bound is $\tilde{O}(n)$.`);
  });

  test('takes a withdrawn version for what it is, and only that one', () => {
    const shown = BODY.replaceAll('2401.00007v2', '2401.00007v3');
    expect(read(HEAD, shown)).toMatchObject({ version: 3, withdrawn: true });
    expect(read(HEAD, BODY.replace('<a href="/pdf/2401.00007v2">View PDF</a>', 'Withdrawn'))?.withdrawn).toBe(true);
    expect(read(HEAD, BODY)?.withdrawn).toBe(false);
  });

  test('reads originals after a translator has been there', () => {
    const translated = BODY.replace('On Erdős problems', '<font><font>关于埃尔德什问题</font></font>')
      .replace('The Erdős bound', '<font><font>埃尔德什界</font></font>')
      .replace('Report&nbsp;number:', '<font>报告编号：</font>')
      .replace('Journal&nbsp;reference:', '<font>期刊参考：</font>')
      .replaceAll(/this https? URL/g, '<font>此网址</font>')
      .replace('Combinatorics (math.CO)', '<font>组合数学（math.CO）</font>')
      .replace('<em>(withdrawn)</em>', '<em><font>（已撤回）</font></em>');
    expect(read(HEAD, translated)).toEqual(read(HEAD, BODY));
  });

  test('leaves out the copy that a bilingual translator adds', () => {
    const bilingual = BODY.replace(
      'XX-24-1',
      'XX-24-1<font class="notranslate immersive-translate-target-wrapper" lang="zh-CN">报告一</font>',
    );
    expect(read(HEAD, bilingual)?.reportNumber).toBe('XX-24-1');
  });

  test('reads a formula once after MathJax, also a displayed one', () => {
    const typeset = BODY.replace(
      '05D10',
      '<span class="MathJax_Preview"></span><span class="MathJax">α</span><script type="math/tex">\\alpha</script> and ' +
        '<div class="MathJax_Display"><span class="MathJax">β</span></div><script type="math/tex; mode=display">\\beta</script>',
    );
    expect(read(HEAD, typeset)?.mscClass).toBe(String.raw`$\alpha$ and $$\beta$$`);
  });

  test('reads more than a hundred authors', () => {
    const tags = Array.from(
      { length: 2900 },
      (_, index) => `<meta name="citation_author" content="Surname${index}, A.">`,
    );
    expect(read(HEAD + tags.join(''), BODY)?.authors).toHaveLength(2905);
  });

  test('changes nothing in the page', () => {
    const page = pageOf(HEAD, BODY);
    const before = page.querySelector('body')?.innerHTML;
    parseAbsPage(page);
    expect(page.querySelector('body')?.innerHTML).toBe(before);
  });

  test.each([
    ['an empty page', '', ''],
    [
      'a page whose paper was not found',
      HEAD,
      "<h1>Article 2401.00007v9 not found</h1><a href='/abs/2401.00007'>latest</a>",
    ],
    ['a paper element without anything', '', '<div id="abs"></div>'],
    ['a paper without an identifier', '<meta name="citation_title" content="A title">', '<div id="abs"></div>'],
    ['a paper without a title', '<meta name="citation_arxiv_id" content="2401.00007">', '<div id="abs"></div>'],
    [
      'an identifier that arXiv cannot have given',
      HEAD.replaceAll('2401.', '2413.'),
      BODY.replaceAll('2401.', '2413.'),
    ],
  ])('finds no paper in %s', (_, head, body) => expect(read(head, body)).toBeNull());
});

test('findAbstract gives the element with the abstract, or null', () => {
  expect(findAbstract(pageOf(HEAD, BODY))?.textContent).toContain('The Erdős bound');
  expect(findAbstract(pageOf(HEAD, '<blockquote class="abstract">elsewhere</blockquote>'))).toBeNull();
});
