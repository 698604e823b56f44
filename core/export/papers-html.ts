import { formatId } from '../arxiv/id';
import { buildGuide } from '../guide/build';
import { isRealAnalysis } from '../library/real-analysis';
import type { LibraryPaper } from '../library/records';
import { renderMarkdown } from '../render/markdown';
import { renderTexText } from '../render/tex-text';
import type { Language } from '../settings';
import { exportWords } from '../words/export';
import { panelWords } from '../words/panel';
import { reportPageWords } from '../words/report-page';
import { fill } from '../words/words';
import { doiOf, eachOnce, labelled, sourceOf, titleOf } from './facts';
import { html, markup, type Markup } from './html';
import { HTML_FOOT, writeHtmlHead } from './html-page';
import { writeAuthors, writeGuide } from './paper-html';
import { linksOf, paperHref } from './paper-links';

function writeByline({ paper, saved }: LibraryPaper): Markup {
  const doi = doiOf(paper);
  const facts = [formatId(paper.id, paper.version), paper.published ?? '', paper.categories.join(', ')];
  const tags = (saved?.tags ?? []).map((tag) => `#${tag}`);
  const shown = [...facts, paper.journalRef ?? '', doi === '' ? '' : `DOI ${doi}`, ...tags];
  const spans = shown.filter((fact) => fact.trim() !== '').map((fact) => html`<span>${fact}</span>`);
  const links = linksOf(paper).map(({ label, href }) => html`<a href="${href}">${label}</a>`);
  return html`<p class="by">${spans}${links}</p>`;
}

function writeAnalyses(each: LibraryPaper, language: Language): Markup {
  const words = panelWords[language];
  return html`${each.analyses.filter(isRealAnalysis).map((analysis) => {
    const guide = buildGuide(analysis, each.paper, { words });
    const source = labelled(exportWords[language].analysis, sourceOf(analysis, words), exportWords[language]);
    return html`<p class="small">${source}</p>
      ${writeGuide(guide, words)}`;
  })}`;
}

function writePaper(each: LibraryPaper, language: Language): Markup {
  const { paper, saved } = each;
  const words = exportWords[language];
  const title = markup(renderTexText(titleOf(paper)));
  const href = paperHref(paper);
  const abstract = paper.abstract.trim();
  const comments = paper.comments?.trim() ?? '';
  return html`<article>
    <h2 lang="en">${href === null ? title : html`<a href="${href}">${title}</a>`}</h2>
    ${paper.titleChinese ? html`<p class="title-chinese">${paper.titleChinese}</p>` : ''}
    ${writeAuthors(paper, language)}${writeByline(each)}
    ${comments === '' ? '' : html`<p class="by">${labelled(words.comments, '', words)}${markup(renderTexText(comments))}</p>`}
    ${
      saved?.note.trim()
        ? html`<h3>${words.note}</h3>
            <blockquote>${markup(renderMarkdown(saved.note))}</blockquote>`
        : ''
    }
    ${writeAnalyses(each, language)}
    ${
      abstract === ''
        ? ''
        : html`<details>
            <summary>${reportPageWords[language].abstract}</summary>
            <p lang="en">${markup(renderTexText(abstract))}</p>
          </details>`
    }
  </article> `;
}

/**
 * Papers as one HTML file that stands alone, with their notes, tags and all analyses. Links lead to http and https alone; whatever
 * came from outside is escaped or drawn by the allow-list.
 */
export function* papersHtmlChunks(
  papers: readonly LibraryPaper[],
  { language }: { language: Language },
): Generator<string> {
  const words = exportWords[language];
  const once = eachOnce(papers);
  const title = fill(words.papers, { n: once.length });
  yield writeHtmlHead(title, language);
  yield html`<h1>${title}</h1>`.text;
  for (const each of once) yield writePaper(each, language).text;
  if (once.some(({ analyses }) => analyses.some(isRealAnalysis))) yield html`<p class="small">${words.footer}</p>`.text;
  yield html`<p class="small">${reportPageWords[language].made}</p>`.text;
  yield HTML_FOOT;
}
