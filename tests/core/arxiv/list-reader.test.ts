// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { listedTextSchema } from '@/core/arxiv/list-paper';
import { createListReader, readListedText } from '@/core/arxiv/list-reader';
import * as z from 'zod/mini';

// After /list/cs.CV/new and /search of mid-2026, shortened.
const entry = (
  id: string,
  rest = '',
) => `<dt><a name="item1">[1]</a> <a href="/abs/${id}" title="Abstract">arXiv:${id}</a>
  [<a href="/pdf/${id}">pdf</a>]</dt><dd><div class="meta">
  <div class="list-title mathjax"><span class="descriptor">Title:</span> Title of ${id}</div>
  <div class="list-authors"><a href="/search/?query=A">Ann Lee</a>, <a href="/search/?query=B">Bo Li</a></div>
  <div class="list-comments mathjax"><span class="descriptor">Comments:</span> 3 pages</div>
  <div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Vision (cs.CV)</span>; Robotics (cs.RO)</div>
  ${rest}</div></dd>`;
const listing = (...entries: string[]) =>
  `<div id="dlpage"><dl id="articles"><h3>New</h3>${entries.join('')}</dl></div>`;
const result = (
  id: string,
) => `<li class="arxiv-result"><div><p class="list-title"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a></p>
  <div class="tags is-inline-block"><span class="tag">cs.CV</span><span class="tag">cs.AI</span></div></div>
  <p class="title is-5 mathjax">Title of <span class="search-hit">${id}</span></p>
  <p class="authors"><span class="has-text-weight-semibold">Authors:</span> <a href="#">Ann Lee</a></p>
  <p class="abstract"><span class="abstract-short">We…</span><span class="abstract-full">We read videos. <a class="is-size-7">△ Less</a></span></p>
  <p class="comments is-size-7"><span class="has-text-weight-semibold">Comments:</span> <span>3 pages</span></p></li>`;

beforeEach(() => document.body.replaceChildren());

function show(html: string): void {
  const template = document.createElement('template');
  document.body.append(document.createRange().createContextualFragment(html));
  template.remove();
}

const idsOf = (read: ReturnType<typeof createListReader>) => read().map(({ id }) => id);

describe('createListReader', () => {
  test('finds the papers of a listing, old ids and versions among them, and each once', () => {
    show(listing(entry('2512.00001'), entry('math/0202001'), entry('2512.00002v2')));
    const read = createListReader(document);
    expect(idsOf(read)).toEqual(['2512.00001', 'math/0202001', '2512.00002']);
    expect(idsOf(read)).toEqual([]);
  });

  test('finds what has come since, and places that stand before what is there', () => {
    show(listing(entry('2512.00001')));
    const read = createListReader(document);
    const [first] = read();
    first?.item.insertBefore(document.createElement('b'), first.before);
    expect(first?.item.firstElementChild?.tagName).toBe('B');
    document.querySelector('dl')?.append(document.createRange().createContextualFragment(entry('2512.00009')));
    expect(idsOf(read)).toEqual(['2512.00009']);
  });

  test('finds the results of a search, before their titles', () => {
    show(`<ol>${result('2512.00001')}${result('2512.00002')}</ol>`);
    const places = createListReader(document)();
    expect(places.map(({ id }) => id)).toEqual(['2512.00001', '2512.00002']);
    expect(places.every(({ before }) => before instanceof Element && before.matches('p.title'))).toBe(true);
  });

  test.each([
    ['an abstract page', '<div id="abs"><dl><dt><a href="/abs/2512.00001">x</a></dt><dd>y</dd></dl></div>'],
    ['a day without papers', '<div id="dlpage"><dl id="articles"><h3>No updates today.</h3></dl></div>'],
    ['a term that names no paper', listing('<dt><a href="/abs/nonsense">x</a></dt><dd>y</dd>')],
    ['details without a term', listing('<dd><a href="/abs/2512.00001">x</a></dd>')],
    ['a result without a title', '<ol><li class="arxiv-result"><a href="/abs/2512.00001">x</a></li></ol>'],
  ])('finds none on %s', (_, html) => {
    show(html);
    expect(createListReader(document)()).toEqual([]);
  });
});

/** What is understood of the first paper on a page. */
function understood(html: string) {
  show(html);
  const [place] = createListReader(document)();
  return place && z.parse(listedTextSchema, readListedText(place));
}

describe('readListedText', () => {
  test('says of a listing what it shows, also of formulas that MathJax drew', () => {
    const drawn =
      '<p class="mathjax">Of <span class="MathJax">α</span><script type="math/tex">\\alpha</script> &amp; more, <a class="link-external" href="https://a.org/b">this https URL</a></p>';
    expect(understood(listing(entry('2512.00001', drawn)))).toEqual({
      id: '2512.00001',
      title: 'Title of 2512.00001',
      authors: ['Ann Lee', 'Bo Li'],
      categories: ['cs.CV', 'cs.RO'],
      comments: '3 pages',
      abstract: 'Of $\\alpha$ & more, https://a.org/b',
    });
  });

  test('says of a search what it shows, without the link that folds the abstract', () => {
    expect(understood(`<ol>${result('2512.00001')}</ol>`)).toEqual({
      id: '2512.00001',
      title: 'Title of 2512.00001',
      authors: ['Ann Lee'],
      categories: ['cs.CV', 'cs.AI'],
      comments: '3 pages',
      abstract: 'We read videos.',
    });
  });

  test.each([{ id: '2512.1' }, { id: '2512.00001v2' }, { id: '../x' }, { title: 'x'.repeat(4_001) }, { extra: 1 }])(
    'is not understood with %j',
    (change) => {
      show(listing(entry('2512.00001')));
      const [place] = createListReader(document)();
      const text = place && readListedText(place);
      expect(z.safeParse(listedTextSchema, text).success).toBe(true);
      expect(z.safeParse(listedTextSchema, { ...text, ...change }).success).toBe(false);
    },
  );
});
