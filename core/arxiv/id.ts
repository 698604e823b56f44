/** One paper. `base` is versionless; `version` counts from 1, null stands for whichever is latest. */
export interface ArxivId {
  readonly base: string;
  readonly version: number | null;
}

/** Archives that gave out identifiers before April 2007; those founded since (econ, eess, q-fin, stat) have none. */
const ARCHIVE =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|' +
  'funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|q-bio|' +
  'quant-ph|solv-int|supr-con';
// 2512.23705 since April 2007 (four digits until 2014), hep-th/9901001 or math.GT/0309136 before.
const ID = new RegExp(
  String.raw`^(?:(\d\d)(\d\d)\.(\d{4,5})|(${ARCHIVE})(?:\.[a-z-]{2,})?/((\d\d)(\d\d)\d{3}))(?:v([1-9]\d{0,3}))?$`,
  'i',
);

/** Reads exactly an identifier. Months that arXiv never had, and numbers too long or short for their month, are none. */
function readId(text: string): ArxivId | null {
  const [, year, month, number, archive, oldNumber, oldYear, oldMonth, version] = ID.exec(text) ?? [];
  const at = Number(year ?? oldYear) * 100 + Number(month ?? oldMonth);
  if (!(at % 100 >= 1 && at % 100 <= 12)) return null;
  if (number ? at < 704 || at > 9012 || number.length !== (at < 1501 ? 4 : 5) : at > 703 && at < 9107) return null;
  return {
    // The subject class is not part of the identity: math.GT/0309136 is math/0309136.
    base: number ? `${year}${month}.${number}` : `${archive}/${oldNumber}`.toLowerCase(),
    version: version ? Number(version) : null,
  };
}

function readUrl(text: string): { url: URL; path: string } | null {
  try {
    const url = new URL(text);
    return { url, path: decodeURIComponent(url.pathname) };
  } catch {
    return null;
  }
}

/**
 * Reads the address of an abstract page: http or https, arxiv.org, www. or export., any query, fragment or port.
 *
 * @returns null for every other page, also a paper's PDF or HTML.
 */
export function parseAbsUrl(text: string): ArxivId | null {
  const read = readUrl(text);
  if (!read || !/^https?:$/.test(read.url.protocol) || !/^(?:www\.|export\.)?arxiv\.org$/.test(read.url.hostname)) {
    return null;
  }
  const found = /^\/+abs\/+(?:arxiv:)?(.*?)[\s/]*$/i.exec(read.path);
  return found?.[1] ? readId(found[1]) : null;
}

/** Reads a bare identifier or an `arXiv:` citation, also with the category behind it. No link: that keeps it small. */
export function parseCitedId(text: string): ArxivId | null {
  return readId(
    text
      .trim()
      .replace(/^arxiv:\s*/i, '')
      .replace(/\s*\[[\w.-]+\]$/, ''),
  );
}

/**
 * Reads a bare identifier, an `arXiv:` citation (also with the category behind it), arXiv's DOI, or a link to a paper's
 * page on arXiv or doi.org.
 *
 * @returns null when the text names no paper, as most links on a page do not.
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export function parseArxivId(text: string): ArxivId | null {
  const trimmed = text.trim();
  if (/^https?:/i.test(trimmed)) {
    const found = readUrl(trimmed);
    return found ? (findOnArxiv(found.url, found.path) ?? findByDoi(found.url, found.path)) : null;
  }
  if (/^(?:www\.|export\.)?arxiv\.org\//i.test(trimmed)) return parseArxivId(`https://${trimmed}`);
  return parseCitedId(trimmed.replace(/^(?:doi:\s*)?10\.48550\/arxiv\./i, ''));
}

// Pages of arXiv, ar5iv.labs.arxiv.org and the mirrors that are about one paper, and files of it.
const PAPER_PATH =
  /^\/+(?:abs|pdf|html|format|src|e-print|ps|dvi|bibtex|cits|tb|trackback|show-email\/\w+)\/+(?:arxiv:)?(.+?)(?:\.pdf)?\/*$/i;

function findOnArxiv(url: URL, path: string): ArxivId | null {
  if (!/(?:^|\.)arxiv\.org$/.test(url.hostname)) return null;
  const rest = PAPER_PATH.exec(path)?.[1];
  if (!rest) return null;
  // The HTML page's own files and sections lie below it: /html/2512.23705v1/x1.png.
  return (
    readId(rest) ?? (/^\/+html\//i.test(path) ? readId(rest.replace(/^((?:[a-z][\w.-]*\/)?[^/]+)\/.*$/i, '$1')) : null)
  );
}

function findByDoi(url: URL, path: string): ArxivId | null {
  if (!/^(?:www\.|dx\.)?doi\.org$/.test(url.hostname)) return null;
  return readId(/^\/10\.48550\/arxiv\.(.+?)\/*$/i.exec(path)?.[1] ?? '');
}

/** What is named as arXiv's: papers.cool/arxiv/ID, ARXIV:ID, 10.48550/arXiv.ID, arxiv_ID, another page's arxiv.org/pdf/ID. */
function findNamed(text: string): string {
  // Made here, so that a script that looks at no other site's addresses leaves it out.
  const named = new RegExp(
    String.raw`(?:^|[^a-z0-9])arxiv(?:\.org/(?:abs|pdf|html)/|[.:_/-])((?:\d{4}\.\d{4,5}|(?:${ARCHIVE})(?:\.[a-z-]{2,})?/\d{7})(?:v\d+)?)(?![\w/]*\d|\.\d)`,
    'i',
  );
  return named.exec(text)?.[1] ?? '';
}
const NAMING_KEY = /arxiv|paper|^(?:p?id|eprint|q|query|term|s|search|text|url|u)$/i;

/** On a page we know nothing of, a lone number must also be one that arXiv can have given out. */
function readPlausibleId(text: string): ArxivId | null {
  const found = readId(text.replace(/\.pdf$/i, '').replace(/^arxiv[:.]/i, ''));
  if (!found) return null;
  const [month, number] = found.base.split('.');
  // math/0202001 may be any shop's article; the archives with a hyphen are arXiv's alone.
  if (!number) return /^[a-z]+-/.test(found.base) ? found : null;
  const year = Number(month?.slice(0, 2));
  // The busiest month of 2015 had 10,000 submissions, of 2025 some 28,000.
  return year < 40 && (year < 15 || Number(number) <= 12_000 + (year - 15) * 3_000) ? found : null;
}

/**
 * Finds the paper a tab is about: any page of arXiv on one paper (abstract, PDF, HTML, formats, source), or another
 * site's page, a PDF viewer or a local file that has the identifier in its address. Elsewhere than on arXiv it must be
 * called arXiv's there, or stand alone as a path segment or as the value of a query key that may name a paper.
 *
 * @returns null for ordinary pages, also those with dates, prices and build numbers in their address.
 */
export function findPaperInUrl(text: string): ArxivId | null {
  const read = readUrl(text);
  if (!read || !/^(?:https?|file|[a-z]+-extension):$/.test(read.url.protocol)) return null;
  const { url, path } = read;
  if (/(?:^|\.)arxiv\.org$/.test(url.hostname)) return findOnArxiv(url, path);

  const values = [...url.searchParams];
  for (const place of [path, ...values.map(([key, value]) => `${key}=${value}`), url.hash]) {
    const named = readId(findNamed(place));
    if (named) return named;
  }
  const dblp = /\/corr\/abs-(\d{4})-(\d{4,5})(?:\.html)?$/.exec(path); // dblp.org/rec/journals/corr/abs-2512-23705
  if (dblp) return readId(`${dblp[1]}.${dblp[2]}`);

  const segments = path.split('/').filter(Boolean);
  for (const [index, segment] of segments.entries()) {
    const found = readPlausibleId(segment) ?? readPlausibleId(`${segment}/${segments[index + 1] ?? ''}`);
    if (found) return found;
  }
  for (const [key, value] of values) {
    const found = NAMING_KEY.test(key) ? (readPlausibleId(value.trim()) ?? parseArxivId(value)) : null;
    if (found) return found;
  }
  return null;
}

/** `2512.23705`, or `2512.23705v2` when a version is given. */
export function formatId(id: string, version: number | null = null): string {
  return version === null ? id : `${id}v${version}`;
}

export function absUrl(id: string, version: number | null = null): string {
  return `https://arxiv.org/abs/${formatId(id, version)}`;
}

export function pdfUrl(id: string, version: number | null = null): string {
  return `https://arxiv.org/pdf/${formatId(id, version)}`;
}

export function htmlUrl(id: string, version: number | null = null): string {
  return `https://arxiv.org/html/${formatId(id, version)}`;
}
