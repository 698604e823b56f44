// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { parseListingHtml } from '@/core/arxiv/listing-html';
import { parseListingPage } from '@/core/arxiv/listing-page';

/** An entry after arXiv's listings of 2026-11. */
const entry = (id: string, { mark = '', html = '', subjects = 'Robotics (cs.RO)' } = {}) => `
  <dt><a name='item1'>[1]</a> <a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> ${mark}
    [<a href="/pdf/${id}">pdf</a>${html && `, <a href="https://arxiv.org/html/${id}${html}">html</a>`}]</dt>
  <dd><div class='meta'>
    <div class='list-title mathjax'><span class='descriptor'>Title:</span> On $x &lt; y$
      and Erd\\H{o}s</div>
    <div class='list-authors'><a href="/search?q=a">Ana Roe</a>, <a href="/search?q=b">N\\'uria Li</a> (1), (1) Somewhere</div>
    <div class='list-comments mathjax'><span class='descriptor'>Comments:</span> Code at <a href="https://example.org/c"
      class="link-external link-https">this https URL</a></div>
    <div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">${subjects}</span></div>
    <div class='list-journal-ref'><span class='descriptor'>Journal-ref:</span> Acta 1 (2026) 1--2</div>
    <p class='mathjax'>First line.<br>  Second, see <a class="link-external link-http" href="http://X.Name">this http URL</a>.</p>
  </div></dd>`;
const list = (heading: string, ...entries: string[]) => `<dl id='articles'><h3>${heading}</h3>${entries.join('')}</dl>`;
const page = (inside: string) =>
  `<!DOCTYPE html><html><body><div id='dlpage'><h1>Robotics</h1>
  <p>See <a id="recent-cs.RO" href="/list/cs.RO/recent">recent</a> articles</p>${inside}</div></body></html>`;
const DAY = '<h3>Showing new listings for Wednesday, 4 February 2026</h3>';
const PAGING =
  "<div class='paging'>Total of 2,117 entries</div><div class='morefewer'>Showing up to 2000 entries per page</div>";

describe('parseListingHtml', () => {
  test.each([
    [
      'a day',
      page(
        DAY +
          PAGING +
          list('New submissions (showing 1 of 1 entries)', entry('2602.00007', { html: 'v3' })) +
          list('Cross submissions (showing 1 of 1 entries)', entry('2602.00008', { subjects: 'Vision (cs.CV)' })) +
          list(
            'Replacement submissions (showing 2 of 2 entries)',
            entry('2602.00009', { mark: '(replaced)' }),
            entry('math/0309136', { mark: '(replaced)', subjects: 'Vision (cs.CV)' }),
          ),
      ),
      '2026-02-04',
    ],
    [
      'several days',
      page(
        PAGING +
          list(
            'Wed, 4 Feb 2026 (showing first 50 of 1,155 entries )',
            entry('2602.00007', { mark: '(cross-list from cs.CV)', subjects: 'Vision (cs.CV)' }),
          ) +
          list('Tue, 3 Feb 2026'),
      ),
      null,
    ],
    ['entries that cannot be used', page(DAY + list('New', entry('nothing'), '<dt>alone</dt>')), '2026-02-04'],
  ])('reads %s as the reader for pages does', (_, html, date) => {
    const listing = parseListingPage(new DOMParser().parseFromString(html, 'text/html'));
    expect(parseListingHtml(html)).toEqual({ ...listing, date });
    expect(listing?.sections.length).toBeGreaterThan(0);
  });

  test('reads the text of an entry', () => {
    const html = page(DAY + list('New submissions (showing 1 of 1 entries)', entry('2602.00007')));
    expect(parseListingHtml(html)?.sections[0]?.entries).toEqual([
      {
        id: '2602.00007',
        version: 1,
        title: 'On $x < y$ and Erdős',
        authors: ['Ana Roe', 'Núria Li'],
        categories: ['cs.RO'],
        comments: 'Code at https://example.org/c',
        journalRef: 'Acta 1 (2026) 1--2',
        abstract: 'First line. Second, see X.Name.',
        announced: 'new',
      },
    ]);
  });

  test('has the day of a list without papers', () =>
    expect(parseListingHtml(page(DAY))).toMatchObject({ date: '2026-02-04', sections: [] }));

  test.each(['', 'down', '<html><body><div id="abs"></div></body></html>', page('')])('finds no list in %j', (html) =>
    expect(parseListingHtml(html)).toBeNull(),
  );
});
