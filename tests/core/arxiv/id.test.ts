import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absUrl, findPaperInUrl, formatId, htmlUrl, parseAbsUrl, parseArxivId, pdfUrl } from '@/core/arxiv/id';
import { alphaxivUrl, papersCoolUrl } from '@/core/arxiv/other-sites';

describe('parseArxivId', () => {
  test.each([
    ['2512.23705', '2512.23705', null],
    [' 2512.23705v3 ', '2512.23705', 3],
    ['0704.0001', '0704.0001', null],
    ['1412.8770v12', '1412.8770', 12],
    ['1501.00001', '1501.00001', null],
    ['arXiv:0704.0001v2', '0704.0001', 2],
    ['ARXIV: 2512.23705V2', '2512.23705', 2],
    ['arXiv:1607.08199v1 [math.AG]', '1607.08199', 1],
    ['hep-th/9901001', 'hep-th/9901001', null],
    ['HEP-TH/9901001v3', 'hep-th/9901001', 3],
    ['math.GT/0309136v2', 'math/0309136', 2],
    ['math-ph/0703001', 'math-ph/0703001', null],
    ['cond-mat.str-el/0301001', 'cond-mat/0301001', null],
    ['cs.CL/0001001', 'cs/0001001', null],
    ['q-bio/0309001', 'q-bio/0309001', null],
    ['acc-phys/9411001', 'acc-phys/9411001', null],
    ['hep-lat/9107001', 'hep-lat/9107001', null],
    ['10.48550/arXiv.2512.23705', '2512.23705', null],
    ['doi:10.48550/arXiv.hep-th/9901001', 'hep-th/9901001', null],
    ['https://doi.org/10.48550/arXiv.2512.23705', '2512.23705', null],
    ['https://arxiv.org/abs/math.GT/0309136v3#comments', 'math/0309136', 3],
    ['http://www.arxiv.org/pdf/2401.01234v1.pdf', '2401.01234', 1],
    ['arxiv.org/abs/2401.01234', '2401.01234', null],
    ['https://arxiv.org/html/2401.01234v1', '2401.01234', 1],
  ])('reads %s', (text, base, version) => expect(parseArxivId(text)).toEqual({ base, version }));

  test.each([
    '',
    'v1',
    '2401.123',
    '2401.1234', // five digits since 2015
    '1412.12345', // four before
    '2413.01234',
    '2400.01234',
    '0703.0001', // this form began in April 2007
    '9107.0001',
    '2401.01234v0',
    '2401.01234v',
    '2401.012345',
    '2401.01234v1a',
    '12401.01234',
    '2401-01234',
    'hep-th/9913001',
    'hep-th/9999999',
    'hep-th/990100',
    'hep-th/99010011',
    'hep-th/0704001', // the old form ended in March 2007
    'hep-th/9106001',
    'stat/0309136', // an archive without old papers
    'news/0309136',
    '10.1000/2401.01234',
    '10.48550/2401.01234',
    'arXiv:cs.CV',
    'https://arxiv.org/list/cs.LG/recent',
    'https://arxiv.org/abs/',
    'https://example.org/2401.01234',
    'https://doi.org/10.1000/arXiv.2401.01234',
    '2401.01234 and 2401.01235',
    '２４０１.01234',
  ])('finds no paper in %j', (text) => expect(parseArxivId(text)).toBeNull());
});

describe('parseAbsUrl', () => {
  test.each([
    ['https://arxiv.org/abs/2512.23705', '2512.23705', null],
    ['http://arxiv.org/abs/2512.23705v2', '2512.23705', 2],
    ['https://www.arxiv.org/abs/2512.23705', '2512.23705', null],
    ['https://export.arxiv.org/abs/2512.23705v1', '2512.23705', 1],
    ['HTTPS://ARXIV.ORG/abs/2512.23705V1', '2512.23705', 1],
    ['https://arxiv.org/abs/2512.23705/', '2512.23705', null],
    ['https://arxiv.org/abs//2512.23705', '2512.23705', null],
    ['https://arxiv.org/abs/2512.23705?context=cs.LG', '2512.23705', null],
    ['https://arxiv.org/abs/2512.23705v1?fbclid=2401.01234#top', '2512.23705', 1],
    ['https://arxiv.org/abs/2512.23705#:~:text=video', '2512.23705', null],
    ['https://arxiv.org/abs/2512.23705%20', '2512.23705', null],
    ['https://arxiv.org/abs/arXiv:2512.23705', '2512.23705', null],
    ['https://arxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001', 3],
    ['https://arxiv.org/abs/hep-th%2F9901001', 'hep-th/9901001', null],
    ['https://arxiv.org/abs/math.GT/0309136', 'math/0309136', null],
    ['https://arxiv.org/abs/cond-mat/0301001', 'cond-mat/0301001', null],
    ['http://arxiv.org:8443/abs/2512.23705', '2512.23705', null],
  ])('reads %s', (url, base, version) => expect(parseAbsUrl(url)).toEqual({ base, version }));

  test.each([
    'https://arxiv.org/',
    'https://arxiv.org/abs/',
    'https://arxiv.org/abs/cs.CV',
    'https://arxiv.org/abs/2512.23705/extra',
    'https://arxiv.org/abs/2512.23705v1.pdf',
    'https://arxiv.org/abs/2512.23705,2512.23706',
    'https://arxiv.org/abs/2599.23705',
    'https://arxiv.org/abs/hep-th/9999999',
    'https://arxiv.org/abs/%E0%A4%A',
    'https://arxiv.org/pdf/2512.23705',
    'https://arxiv.org/html/2512.23705v1',
    'https://arxiv.org/format/2512.23705',
    'https://arxiv.org/list/cs.CV/new',
    'https://arxiv.org/list/cs.CV/2512',
    'https://arxiv.org/search/?query=2512.23705',
    'https://arxiv.org/?abs/2512.23705',
    'https://arxiv.org/#/abs/2512.23705',
    'https://arxiv.org/x/abs/2512.23705',
    'https://arxiv.org.example.com/abs/2512.23705',
    'https://myarxiv.org/abs/2512.23705',
    'https://rss.arxiv.org/abs/2512.23705',
    'https://example.com/https://arxiv.org/abs/2512.23705',
    'https://alphaxiv.org/abs/2512.23705',
    'ftp://arxiv.org/abs/2512.23705',
    'arxiv.org/abs/2512.23705',
    '2512.23705',
    '',
  ])('finds no abstract page in %j', (url) => expect(parseAbsUrl(url)).toBeNull());
});

describe('findPaperInUrl', () => {
  test.each([
    // arXiv
    ['https://arxiv.org/abs/2512.23705v2', '2512.23705', 2],
    ['https://arxiv.org/pdf/2512.23705', '2512.23705', null],
    ['https://arxiv.org/pdf/2512.23705v1.pdf#page=3', '2512.23705', 1],
    ['https://arxiv.org/pdf/hep-th/9901001v2', 'hep-th/9901001', 2],
    ['https://arxiv.org/html/2512.23705v1', '2512.23705', 1],
    ['https://arxiv.org/html/2512.23705v1/x1.png', '2512.23705', 1],
    ['https://arxiv.org/html/hep-th/9901001v1/x1.png', 'hep-th/9901001', 1],
    ['https://arxiv.org/format/2512.23705', '2512.23705', null],
    ['https://arxiv.org/src/2512.23705v1', '2512.23705', 1],
    ['https://arxiv.org/e-print/2512.23705', '2512.23705', null],
    ['https://arxiv.org/show-email/bfece280/1607.08199', '1607.08199', null],
    ['https://browse.arxiv.org/pdf/2512.23705.pdf', '2512.23705', null],
    ['https://ar5iv.labs.arxiv.org/html/2512.23705', '2512.23705', null],
    // pages elsewhere that call it arXiv's
    ['https://papers.cool/arxiv/2512.23705', '2512.23705', null],
    ['https://papers.cool/arxiv/hep-th/9901001', 'hep-th/9901001', null],
    ['https://scirate.com/arxiv/2512.23705', '2512.23705', null],
    ['https://api.semanticscholar.org/ARXIV:2512.23705', '2512.23705', null],
    ['https://ui.adsabs.harvard.edu/abs/arXiv:1607.08199', '1607.08199', null],
    ['https://doi.org/10.48550/arXiv.2512.23705', '2512.23705', null],
    ['https://doi.org/10.48550/arxiv.hep-th/9901001', 'hep-th/9901001', null],
    ['https://scholar.google.com/scholar_lookup?arxiv_id=1607.08199', '1607.08199', null],
    ['https://scholar.google.com/scholar?q=arXiv%3A2512.23705', '2512.23705', null],
    ['https://dblp.org/rec/journals/corr/abs-2512-23705.html', '2512.23705', null],
    ['https://web.archive.org/web/2026/https://arxiv.org/abs/2512.23705v1', '2512.23705', 1],
    ['chrome-extension://abcdef/https://arxiv.org/pdf/2512.23705', '2512.23705', null],
    ['moz-extension://abcdef/viewer.html?file=https%3A%2F%2Farxiv.org%2Fpdf%2F2512.23705v2', '2512.23705', 2],
    ['https://translate.example/translate?u=https://arxiv.org/abs/2512.23705&hl=zh', '2512.23705', null],
    ['https://example.org/files/arxiv_2512.23705v1_final.pdf', '2512.23705', 1],
    // pages elsewhere where it stands alone
    ['https://www.alphaxiv.org/abs/2512.23705v1', '2512.23705', 1],
    ['https://www.alphaxiv.org/zh/overview/2512.23705', '2512.23705', null],
    ['https://huggingface.co/papers/2512.23705', '2512.23705', null],
    ['https://ar5iv.org/html/2512.23705', '2512.23705', null],
    ['https://www.emergentmind.com/papers/2512.23705', '2512.23705', null],
    ['https://arxiv-org.translate.goog/abs/2512.23705?_x_tr_sl=en', '2512.23705', null],
    ['https://arxiv-sanity-lite.com/?rank=pid&pid=2512.23705', '2512.23705', null],
    ['https://example.org/hep-th/9901001', 'hep-th/9901001', null],
    ['https://example.org/papers/0704.0001.pdf', '0704.0001', null],
    ['file:///home/reader/Downloads/2512.23705v1.pdf', '2512.23705', 1],
  ])('finds the paper in %s', (url, base, version) => expect(findPaperInUrl(url)).toEqual({ base, version }));

  test.each([
    '',
    'about:blank',
    'chrome://newtab/',
    'javascript:"arXiv:2512.23705"',
    'data:text/html,arXiv:2512.23705',
    'https://arxiv.org/',
    'https://arxiv.org/list/cs.CV/2512',
    'https://arxiv.org/list/cs.CV/new?skip=2512.23705',
    'https://arxiv.org/search/?query=2512.23705',
    'https://arxiv.org/a/warner_s_1',
    'https://arxiv.org/abs/2599.23705',
    'https://openreview.net/forum?id=x1YbzZ2pEe',
    'https://example.com/2024.10123/',
    'https://example.com/2024/10/123',
    'https://example.com/news/2024.10.12345',
    'https://example.com/20240.10123',
    'https://example.com/1999.12345',
    'https://example.com/2512.237056',
    'https://example.com/12512.23705',
    'https://example.com/2512.23705-review',
    'https://example.com/2512.23705.html',
    'https://example.com/v2512.23705',
    'https://example.com/price/1299.0000',
    'https://example.com/shop?price=1012.5000',
    'https://example.com/map?lat=1203.4567&lng=1104.1234',
    'https://example.com/?t=2512.23705',
    'https://example.com/windows/1507.17000', // a build number, beyond what that month had
    'https://example.com/6101.12345',
    'https://example.com/math/0202001', // an article number
    'https://example.com/cs/0301001',
    'https://example.com/news/0301001',
    'https://example.com/hep-th/9999999',
    'https://example.com/arxiv/12345/some-title',
    'https://example.com/arxiv/2512.237056',
    'https://example.com/arxiv-2512',
    'https://notarxiv.example.com/abs',
    'https://doi.org/10.1103/PhysRevLett.100.136401',
    'https://doi.org/10.5281/zenodo.2512.237',
    'https://www.youtube.com/watch?v=2512.23705',
    'http://127.0.0.1:8080/',
    'http://192.168.1.100/2512',
    'https://example.com/%E0%A4%A',
  ])('finds no paper in %j', (url) => expect(findPaperInUrl(url)).toBeNull());

  test('answers whatever the text is', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })), (text) => {
        for (const read of [parseArxivId, parseAbsUrl, findPaperInUrl]) expect(() => read(text)).not.toThrow();
      }),
    );
  });
});

test('addresses lead back to the paper', () => {
  for (const id of ['2512.23705', 'hep-th/9901001', 'math/0202001']) {
    for (const url of [absUrl(id), pdfUrl(id), htmlUrl(id), papersCoolUrl(id)]) {
      expect(findPaperInUrl(url)).toEqual({ base: id, version: null });
    }
    expect(parseAbsUrl(absUrl(id, 2))).toEqual({ base: id, version: 2 });
    expect(parseArxivId(formatId(id, 3))).toEqual({ base: id, version: 3 });
  }
  expect(formatId('2512.23705')).toBe('2512.23705');
  expect(findPaperInUrl(alphaxivUrl('2512.23705'))?.base).toBe('2512.23705');
});
