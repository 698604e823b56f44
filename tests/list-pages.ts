/** A paper as a page of arXiv's lists it. */
interface Listed {
  id: string;
  title: string;
  authors: readonly string[];
  categories: readonly string[];
  abstract: string;
}

const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function termAndDetails({ id, title, authors, categories, abstract }: Listed, at: number): string {
  return `<dt><a name="item${at + 1}">[${at + 1}]</a>
  <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> [<a href="/pdf/${id}" title="Download PDF">pdf</a>]</dt>
<dd><div class="meta">
  <div class="list-title mathjax"><span class="descriptor">Title:</span> ${escape(title)}</div>
  <div class="list-authors">${authors.map((name) => `<a href="/search/cs?query=x">${escape(name)}</a>`).join(', ')}</div>
  <div class="list-subjects"><span class="descriptor">Subjects:</span> ${categories.map((name) => `A name (${name})`).join('; ')}</div>
  <p class="mathjax">${escape(abstract)}</p></div></dd>`;
}

const LOOK = 'body { font: 14px/1.4 sans-serif; margin: 0 } #dlpage { padding: 0 20px } dd { margin-left: 40px }';

/** A page after /list/cs.CV/new (mid-2026), with a field to search in. */
export function listingHtml(papers: readonly Listed[], style = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>cs.CV</title><style>${LOOK} ${style}</style></head>
<body><header><form><input name="query" aria-label="Search"></form></header><main><div id="dlpage"><h1>Computer Vision</h1>
<h2>Showing new listings for Tuesday, 30 December 2025</h2>
<dl id="articles"><h3>New submissions (showing ${papers.length} of ${papers.length} entries)</h3>
${papers.map(termAndDetails).join('\n')}
</dl></div></main></body></html>`;
}

/** A page after /search (mid-2026). */
export function searchHtml(papers: readonly Listed[]): string {
  const results = papers.map(
    ({ id, title, authors, categories, abstract }) => `<li class="arxiv-result"><div class="is-marginless">
  <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a></p>
  <div class="tags is-inline-block">${categories.map((name) => `<span class="tag">${name}</span>`).join('')}</div></div>
  <p class="title is-5 mathjax">${escape(title)}</p>
  <p class="authors"><span class="has-text-weight-semibold">Authors:</span> ${authors.map((name) => `<a href="/search/">${escape(name)}</a>`).join(', ')}</p>
  <p class="abstract mathjax"><span class="abstract-full">${escape(abstract)}</span></p></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title></head><body><main>
<h1>Showing 1–${papers.length} of ${papers.length} results</h1><ol class="breathe-horizontal" start="1">${results.join('\n')}</ol></main></body></html>`;
}
