// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { findListedPapers, parseListingPage } from '@/core/arxiv/listing-page';

const pageOf = (body: string): ParentNode => new DOMParser().parseFromString(`<body>${body}</body>`, 'text/html');
const parse = (body: string) => parseListingPage(pageOf(body));

/** An entry after arXiv's listings of 2026-11. */
const entry = (id: string, { index = 1, mark = '', html = '', extra = '', subjects = 'Robotics (cs.RO)' } = {}) => `
  <dt><a name='item${index}'>[${index}]</a> <a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> ${mark}
    [<a href="/pdf/${id}" title="Download PDF">pdf</a>${html && `, <a href="https://arxiv.org/html/${id}${html}" title="View HTML">html</a>`}]</dt>
  <dd><div class='meta'>
    <div class='list-title mathjax'><span class='descriptor'>Title:</span> On $x$
      and y</div>
    <div class='list-authors'><a href="/search?q=a">Ana Roe</a>, <a href="/search?q=b">N\\'uria Li</a> (1), (1) Somewhere</div>
    ${extra}
    <div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">${subjects}</span></div>
  </div></dd>`;
const list = (heading: string, ...entries: string[]) =>
  `<dl id='articles'>${heading && `<h3>${heading}</h3>`}${entries.join('')}</dl>`;
const page = (inside: string) =>
  `<main><div id='content-inner'><div id='dlpage'><h1>Robotics</h1>${inside}</div></div></main>`;
const DAY = '<h3>Showing new listings for Wednesday, 4 February 2026</h3>';
const HOME = '<p>See <a id="recent-cs.RO" href="/list/cs.RO/recent">recent</a> articles</p>';

describe('parseListingPage', () => {
  test('reads everything that an entry says', () => {
    const extra = `
      <div class='list-comments mathjax'><span class='descriptor'>Comments:</span> Code at <a href="https://example.org/c"
        class="link-external link-https">this https URL</a></div>
      <div class='list-journal-ref'><span class='descriptor'>Journal-ref:</span> Acta 1 (2026) 1--2</div>
      <p class='mathjax'>First line.<br>  Second, see <a class="link-external link-http" href="http://X.Name">this http URL</a>.</p>`;
    const paper = entry('2602.00007', {
      html: 'v3',
      mark: '(replaced)',
      extra,
      subjects: 'Robotics (cs.RO)</span>; Machine Learning (stat.ML)<span>',
    });
    expect(parse(page(HOME + DAY + list('Replacement submissions (showing 1 of 1 entries)', paper)))).toEqual({
      title: 'Robotics',
      category: 'cs.RO',
      total: null,
      perPage: null,
      sections: [
        {
          heading: 'Replacement submissions (showing 1 of 1 entries)',
          date: '2026-02-04',
          shown: 1,
          total: 1,
          entries: [
            {
              id: '2602.00007',
              version: 3,
              title: 'On $x$ and y',
              authors: ['Ana Roe', 'Núria Li'],
              categories: ['cs.RO', 'stat.ML'],
              comments: 'Code at https://example.org/c',
              journalRef: 'Acta 1 (2026) 1--2',
              abstract: 'First line. Second, see X.Name.',
              announced: 'replace',
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['New submissions (showing 1 of 1 entries)', '', 'cs.RO', 'new', 1],
    ['Cross submissions (showing 1 of 1 entries)', '(cross-list from cs.CV)', 'cs.CV', 'cross', null],
    ['Cross-lists (showing 1 of 1 entries)', '', 'cs.CV', 'cross', null],
    ['Replacement submissions (showing 1 of 1 entries)', '(replaced)', 'cs.RO', 'replace', null],
    ['Replacement submissions (showing 1 of 1 entries)', '(replaced)', 'cs.CV', 'replace-cross', null],
    ['Wed, 4 Feb 2026 (showing 1 of 1 entries )', '(cross-list from cs.CV)', 'cs.CV', 'cross', null],
    ['Wed, 4 Feb 2026 (showing 1 of 1 entries )', '', 'cs.RO', null, null],
    ['', '(replaced)', 'cs.RO', 'replace', null],
  ])('takes an entry below %j, %j, of %s for %s', (heading, mark, category, announced, version) => {
    const found = parse(page(HOME + list(heading, entry('2602.00007', { mark, subjects: `Something (${category})` }))));
    expect(found?.sections[0]?.entries[0]).toMatchObject({ announced, version });
  });

  test.each([
    ['Wed, 4 Feb 2026 (showing first 50 of 1,155 entries )', '2026-02-04', 50, 1155],
    ['Tue, 3 Feb 2026 (continued, showing last 5 of 55 entries )', '2026-02-03', 5, 55],
    ['Mon, 2 Feb 2026', '2026-02-02', null, null],
    ['', null, null, null],
  ])('reads the heading %j', (heading, date, shown, total) =>
    expect(parse(page(list(heading, entry('2602.00007'))))?.sections[0]).toMatchObject({ date, shown, total }),
  );

  test.each([
    ['Total of 1,234 entries : <span>1-50</span> <a href=/list/cs.RO/2026-01?skip=50>51-100</a>', 1234],
    ['[ total of 7 entries ]', 7],
    ['Entries', null],
  ])('counts %j', (paging, total) =>
    expect(parse(page(`<div class='paging'>${paging}</div>${list('', entry('2602.00007'))}`))?.total).toBe(total),
  );

  test('reads a month and an author’s page, which have neither sections nor days', () => {
    const month = parse(page(`<h2>Authors and titles for January 2026</h2>${list('', entry('hep-th/9901001'))}`));
    expect(month?.sections).toMatchObject([
      { heading: '', date: null, entries: [{ id: 'hep-th/9901001', announced: null }] },
    ]);
    const author = parse(
      `<div id='dlpage'><h1>Ana Roe's articles on arXiv</h1>${list('', entry('2602.00007'))}<p>The web address</p></div>`,
    );
    expect(author).toMatchObject({ title: "Ana Roe's articles on arXiv", category: null, total: null });
  });

  test('reads a day without announcement', () => {
    expect(parse(page(`${HOME}${DAY}<p>No updates today.</p>`))?.sections).toEqual([]);
    const empty = `<dl id='articles'><h3>Mon, 2 Feb 2026</h3><p>No updates for this time period.</p></dl>`;
    expect(parse(page(empty))?.sections).toMatchObject([{ date: '2026-02-02', entries: [] }]);
  });

  test('reads the same after MathJax and a translator', () => {
    const plain = page(HOME + DAY + list('New submissions (showing 1 of 1 entries)', entry('2602.00007')));
    const changed = plain
      .replace(
        '$x$',
        '<span class="MathJax_Preview"></span><span class="MathJax">𝑥</span><script type="math/tex">x</script>',
      )
      .replace('title="Abstract"', 'title="摘要"')
      .replace('Robotics (cs.RO)', '<font>机器人（cs.RO）</font>');
    expect(parse(changed)).toEqual(parse(plain));
  });

  test('leaves out what is no entry, and changes nothing in the page', () => {
    const strange = `<dt><a href="/abs/not-an-id" title="Abstract">x</a></dt><dd></dd><dt>no link</dt><dd></dd>
      <dt><a href="/abs/2602.00009" title="Abstract">without details</a></dt>`;
    const body = pageOf(page(list('', strange, entry('2602.00007'))));
    const before = body.querySelector('body')?.innerHTML;
    expect(parseListingPage(body)?.sections[0]?.entries.map(({ id }) => id)).toEqual(['2602.00007']);
    expect(body.querySelector('body')?.innerHTML).toBe(before);
  });

  test.each([
    ['an empty page', ''],
    ['a page of links to papers', '<ul><li><a href="/abs/2602.00007" title="Abstract">arXiv:2602.00007</a></li></ul>'],
    ['a list elsewhere', `<div id="other">${list('', entry('2602.00007'))}</div>`],
    ['a list page without a list', page('<h2>Years</h2>')],
    ['a paper not found', '<h1>Article 2602.99999 not found</h1>'],
    ['an abstract page', '<div id="abs"><h1 class="title">Title:A</h1><a href="/abs/2602.00007v1">v1</a></div>'],
  ])('finds no listing in %s', (_, body) => {
    expect(parse(body)).toBeNull();
    expect(findListedPapers(pageOf(body))).toEqual([]);
  });
});

describe('findListedPapers', () => {
  test('gives each paper’s id and its element, in the page’s order', () => {
    const body = pageOf(
      page(list('A', entry('2602.00007'), entry('hep-th/9901001')) + list('B', entry('2602.00008v2'))),
    );
    const found = findListedPapers(body);
    expect(found.map(({ id }) => id)).toEqual([
      { base: '2602.00007', version: null },
      { base: 'hep-th/9901001', version: null },
      { base: '2602.00008', version: 2 },
    ]);
    expect(found.map(({ element }) => element)).toEqual(Array.from(body.querySelectorAll('dt')));
  });

  test('finds the same papers as the reader', () => {
    const body = pageOf(page(list('', entry('2602.00007'), '<dt>none</dt><dd></dd>', entry('2602.00008'))));
    const read = parseListingPage(body)?.sections.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(findListedPapers(body).map(({ id }) => id.base)).toEqual(read);
  });
});
