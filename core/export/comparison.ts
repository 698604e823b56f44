import type { LibraryPaper } from '../library/records';
import { renderTexText } from '../render/tex-text';
import type { Language } from '../settings';
import type { Steps } from '../steps';
import { copyingWords } from '../words/copying';
import { exportWords } from '../words/export';
import { fill } from '../words/words';
import { COMPARED, type ComparedPaper, comparedHeads, comparePaper } from './compared';
import { eachOnce } from './facts';
import { html, markup, type Markup } from './html';
import { HTML_FOOT, writeHtmlHead } from './html-page';
import { escapeCell, escapeMarkdown, linkMarkdown } from './markdown-text';

interface ComparisonOptions {
  language: Language;
}

/** A 对比表 in its forms: as Markdown, as a table for the clipboard, as a file of its own. */
export interface Comparison {
  markdown: string;
  /** The table alone. */
  table: string;
  page: string;
}

// Wide, because it is read across; a table of the clipboard brings its lines with it.
const TABLE_STYLE = html`<style>
  body {
    max-width: none;
  }
  table.compared {
    display: table;
    font-size: 14px;
    table-layout: auto;
  }
  .compared :is(th, td) {
    padding: 6px 8px;
    vertical-align: top;
    min-width: 7em;
    line-height: 1.55;
  }
  .compared td:first-child,
  .compared th[scope='row'] {
    min-width: 12em;
    font-weight: 400;
    text-align: start;
  }
  .compared small {
    color: var(--ink-2);
  }
  .scroll {
    overflow-x: auto;
  }
  @media print {
    @page {
      size: landscape;
    }
    .compared {
      font-size: 9pt;
    }
    .scroll {
      overflow: visible;
    }
  }
</style>`;

function toMarkdownRow({ title, titleChinese, href, by, cells }: ComparedPaper): string {
  const name = href === null ? escapeCell(title) : linkMarkdown(escapeCell(title), href);
  const paper = [name, escapeCell(titleChinese), escapeCell(by)].filter(Boolean).join('<br>');
  const rest = COMPARED.map((column) => {
    const { text, url } = cells[column];
    return url === null ? escapeCell(text) : linkMarkdown(escapeCell(text), url);
  });
  return `| ${[paper, ...rest].join(' | ')} |`;
}

function toHtmlRow({ title, titleChinese, href, by, cells }: ComparedPaper): Markup {
  const name = markup(renderTexText(title));
  const paper = html`<th scope="row" align="left">
    ${href === null ? name : html`<a href="${href}">${name}</a>`}${
      titleChinese === '' ? '' : html`<br />${titleChinese}`
    }${by === '' ? '' : html`<br /><small>${by}</small>`}
  </th>`;
  const rest = COMPARED.map((column) => {
    const { text, url } = cells[column];
    return html`<td>${url === null ? text : html`<a href="${url}">${text}</a>`}</td>`;
  });
  return html`<tr>
    ${paper}${rest}
  </tr>`;
}

/**
 * Papers beside each other by their best analyses: what problem, how, with what result, where it ends, the code, where it
 * appeared, and what all that rests on. What is not said is named so.
 */
export function* comparisonSteps(papers: readonly LibraryPaper[], { language }: ComparisonOptions): Steps<Comparison> {
  const words = copyingWords[language];
  const rows: ComparedPaper[] = [];
  for (const each of eachOnce(papers)) {
    rows.push(comparePaper(each, language));
    yield;
  }
  const heads = [words.paper, ...comparedHeads(language)];
  const rule = heads.map(() => '---').join(' | ');
  const lines = [`| ${heads.join(' | ')} |`, `| ${rule} |`, ...rows.map(toMarkdownRow)];
  const { footer } = exportWords[language];
  const table = html`<table class="compared" border="1" cellspacing="0" cellpadding="4">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col" align="left">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => html`${toHtmlRow(row)} `)}
    </tbody>
  </table>`;
  const title = fill(words.comparison, { n: rows.length });
  const body = html`${TABLE_STYLE}
    <h1>${title}</h1>
    <div class="scroll">${table}</div>
    <p class="small">${footer}</p>
    <p class="small">${words.made}</p>`;
  return {
    markdown: `${lines.join('\n')}\n\n${escapeMarkdown(footer)}\n`,
    table: html`${table}
      <p>${footer}</p>`.text,
    page: writeHtmlHead(title, language) + body.text + HTML_FOOT,
  };
}
