// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { findSearchResults, parseSearchPage } from '@/core/arxiv/search-page';

const pageOf = (body: string): ParentNode => new DOMParser().parseFromString(`<body>${body}</body>`, 'text/html');
const parse = (body: string) => parseSearchPage(pageOf(body));

const label = (text: string) => `<span class="has-text-black-bis has-text-weight-semibold">${text}</span>`;
/** A result after arXiv's search pages of 2026-11, with all that one can say. */
const FULL = `<li class="arxiv-result">
  <div class="is-marginless">
    <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/2401.00007v2">arXiv:2401.00007v2</a>
      <span>&nbsp;[<a href="https://arxiv.org/pdf/2401.00007v2">pdf</a>]&nbsp;</span></p>
    <div class="tags is-inline-block"><span class="tag is-small is-link tooltip" data-tooltip="Robotics">cs.RO</span>
      <span class="tag is-small search-hit tooltip" data-tooltip="Machine Learning">stat.ML</span></div>
    <div class="is-inline-block"><div class="tags has-addons"><span class="tag is-dark is-size-7">doi</span>
      <span class="tag is-light is-size-7"><a href="https://doi.org/10.1000/x">10.1000/x <i class="fa" aria-hidden="true"></i></a></span></div></div>
  </div>
  <p class="title is-5 mathjax"> Poincar\\'e's <span class="search-hit mathjax">robot</span>
    in $\\mathbb{R}^3$ </p>
  <p class="authors">${label('Authors:')} <a href="/search/?q=a">Ana Roe Jr</a>, <a href="/search/?q=b">Bo Li</a>
    , et al. (31 additional authors not shown)</p>
  <p class="abstract mathjax">${label('Abstract')}:
    <span class="abstract-short mathjax" id="2401.00007v2-abstract-short">&hellip;a <span class="search-hit">robot</span>&hellip; <a class="is-size-7">▽ More</a></span>
    <span class="abstract-full mathjax" id="2401.00007v2-abstract-full" style="display: none;">We build a <span class="search-hit">robot</span>.
      It walks. <a class="is-size-7">△ Less</a></span></p>
  <p class="is-size-7">${label('Submitted')} 3 May, 2024; ${label('v1')} submitted 31 January, 2024;
    ${label('originally announced')} January 2024. <span class="has-text-weight-bold">Latest version:</span> <a href="https://arxiv.org/abs/2401.00007v4">arXiv:2401.00007v4</a>.</p>
  <p class="comments is-size-7">${label('Comments:')} <span class="has-text-grey-dark mathjax">8 pages: short</span></p>
  <p class="comments is-size-7">${label('Report number:')} XX-1 ${label('MSC Class:')} 05D10; 20E08 ${label('ACM Class:')} I.2.9</p>
  <p class="comments is-size-7">${label('Journal ref:')} Acta <span class="search-hit">Robot</span>: 1 (2024)</p>
</li>`;
/** With nothing but what every result has. */
const SHORT = `<li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/hep-th/9901001">arXiv:hep-th/9901001</a></p>
  <div class="tags is-inline-block"><span class="tag is-small is-link">hep-th</span></div>
  <p class="title is-5 mathjax">Strings</p><p class="authors">${label('Authors:')} <a>C. Poe</a></p>
  <p class="is-size-7">${label('Submitted')} 1 January, 1999; ${label('originally announced')} January 1999.</p></li>`;
const page = (
  items: string,
  heading = 'Showing 26&ndash;50 of 1,027 results for all: <span class="mathjax">robot</span>',
) => `<main><h1 class="title">${heading}</h1><ol class="breathe-horizontal" start="26">${items}</ol></main>`;

describe('parseSearchPage', () => {
  test('reads everything that a result says', () =>
    expect(parse(page(FULL))).toEqual({
      total: 1027,
      first: 26,
      last: 50,
      results: [
        {
          id: '2401.00007',
          version: 2,
          latestVersion: 4,
          title: String.raw`Poincaré's robot in $\mathbb{R}^3$`,
          authors: ['Ana Roe Jr', 'Bo Li'],
          hiddenAuthors: 31,
          categories: ['cs.RO', 'stat.ML'],
          abstract: 'We build a robot. It walks.',
          published: '2024-01-31',
          versionDate: '2024-05-03',
          comments: '8 pages: short',
          journalRef: 'Acta Robot: 1 (2024)',
          reportNumber: 'XX-1',
          mscClass: '05D10; 20E08',
          acmClass: 'I.2.9',
          doi: '10.1000/x',
        },
      ],
    }));

  test('reads a result that says little, with abstracts hidden', () =>
    expect(parse(page(SHORT))?.results).toEqual([
      {
        id: 'hep-th/9901001',
        version: null,
        latestVersion: null,
        title: 'Strings',
        authors: ['C. Poe'],
        hiddenAuthors: 0,
        categories: ['hep-th'],
        abstract: null,
        published: '1999-01-01',
        versionDate: '1999-01-01',
        comments: null,
        journalRef: null,
        reportNumber: null,
        mscClass: null,
        acmClass: null,
        doi: null,
      },
    ]));

  test('knows the version of the newest one by its abstract', () => {
    const newest = FULL.replaceAll(/(abs|pdf)\/2401\.00007v2/g, '$1/2401.00007').replace(
      /<span class="has-text-weight-bold">.*?<\/a>/s,
      '',
    );
    expect(parse(page(newest))?.results[0]).toMatchObject({ id: '2401.00007', version: 2, latestVersion: 2 });
  });

  test('reads results whose count is not said', () =>
    expect(parse(page(SHORT, 'Search'))).toMatchObject({ total: null, first: null, last: null, results: [{}] }));

  test('leaves out results without an identifier', () =>
    expect(parse(page(SHORT.replaceAll('hep-th/9901001', 'none') + FULL))?.results).toHaveLength(1));

  test('changes nothing in the page', () => {
    const body = pageOf(page(FULL));
    const before = body.querySelector('body')?.innerHTML;
    parseSearchPage(body);
    expect(body.querySelector('body')?.innerHTML).toBe(before);
  });

  test.each([
    ['an empty page', ''],
    ['a search that found nothing', '<h1 class="title">Sorry, your query returned no results</h1>'],
    ['a list of results outside an ordered list', `<ul>${FULL}</ul>`],
    ['results of another kind', page('<li class="result"><a href="/abs/2401.00007">A</a></li>')],
    ['results without identifiers', page(SHORT.replaceAll('hep-th/9901001', 'none'))],
    [
      'a listing',
      "<div id='dlpage'><dl id='articles'><dt><a href='/abs/2401.00007' title='Abstract'>A</a></dt><dd></dd></dl></div>",
    ],
  ])('finds no results in %s', (_, body) => {
    expect(parse(body)).toBeNull();
    expect(findSearchResults(pageOf(body))).toEqual([]);
  });
});

test('findSearchResults gives each paper’s id and its element', () => {
  const body = pageOf(page(FULL + SHORT));
  const found = findSearchResults(body);
  expect(found.map(({ id }) => id)).toEqual([
    { base: '2401.00007', version: 2 },
    { base: 'hep-th/9901001', version: null },
  ]);
  expect(found.map(({ element }) => element)).toEqual(Array.from(body.querySelectorAll('li')));
});
