import { formatId } from '../arxiv/id';
import type { Guide, GuideSection } from '../guide/guide';
import type { PaperRecord, ReportEntry } from '../library/records';
import { renderTexText } from '../render/tex-text';
import type { Language } from '../settings';
import { libraryWords } from '../words/library';
import { type PanelWords, panelWords } from '../words/panel';
import { reportPageWords } from '../words/report-page';
import { fill } from '../words/words';
import { html, markup, type Markup } from './html';
import { linksOf, paperHref } from './paper-links';

/** A paper of the report with its guide, null where there is none, and its place in the file. */
export interface PaperPlace {
  paper: PaperRecord;
  entry: ReportEntry;
  guide: Guide | null;
}

/** As many authors as are named before the rest is folded. */
const AUTHORS_SHOWN = 8;
function basisWord({ basis, basisStated }: Guide, words: PanelWords): string {
  if (basis === 'full') return basisStated ? words.basisFull : words.basisGuessed;
  return basis === 'abstract' ? words.basisAbstract : words.basisUnknown;
}

/** The authors of a paper; the rest of a long list is folded. */
export function writeAuthors({ authors }: PaperRecord, language: Language): Markup {
  if (authors.length === 0) return html``;
  const folds = authors.length > AUTHORS_SHOWN + 2;
  const shown = folds ? authors.slice(0, AUTHORS_SHOWN) : authors;
  const rest = authors.slice(shown.length).join(', ');
  const more = fill(reportPageWords[language].more, { n: authors.length - shown.length });
  return html`<div class="by" lang="en">
    <span>${shown.join(', ')}</span>${
      folds
        ? html`<details class="inline">
            <summary>${more}</summary>
            ${rest}
          </details>`
        : ''
    }
  </div>`;
}

function writeByline({ paper, guide }: PaperPlace, language: Language): Markup {
  const facts = [formatId(paper.id, paper.version), paper.published ?? '', paper.categories.join(', ')];
  if (guide) facts.push(basisWord(guide, panelWords[language]));
  const spans = facts.filter((fact) => fact !== '').map((fact) => html`<span>${fact}</span>`);
  const links = linksOf(paper).map(({ label, href }) => html`<a href="${href}">${label}</a>`);
  return html`<p class="by">${spans}${links}</p>`;
}

function writeSection(section: GuideSection, before: GuideSection | undefined, words: PanelWords): Markup {
  const { part, title, inferred, body } = section;
  return html`${part === before?.part ? '' : html`<h3>${words[`part_${part}`]}</h3>`}${
    title === '' ? '' : html`<p class="as">${title}</p>`
  }${inferred ? html`<span class="badge">${words.inferred}</span>` : ''}${markup(body)}`;
}

/** What a guide says, part by part. */
export function writeGuide(guide: Guide, words: PanelWords): Markup {
  const sections = guide.sections.map((section, index) => writeSection(section, guide.sections[index - 1], words));
  const { quoted, items } = guide.findings;
  const findings = items.map(
    ({ lang, body }) => html`<li lang="${lang === 'zh' ? 'zh-CN' : lang}">${markup(body)}</li>`,
  );
  return html`${guide.gist === '' ? '' : html`<p class="gist">${guide.gist}</p>`}
    <section>${sections}</section>
    ${
      items.length === 0
        ? ''
        : html`<h3>${quoted ? words.quotedFindings : words.findings}</h3>
            <ul class="${quoted ? 'findings' : ''}">
              ${findings}
            </ul>`
    }`;
}

/** One paper of a report, as `#p1`, `#p2` and so on of the file. */
export function writePaper(place: PaperPlace, index: number, language: Language): Markup {
  const { paper, guide } = place;
  const title = markup(renderTexText(paper.title));
  const href = paperHref(paper);
  const abstract = paper.abstract.trim();
  return html`<article id="p${index + 1}">
    <h2 lang="en">${href === null ? title : html`<a href="${href}">${title}</a>`}</h2>
    ${paper.titleChinese ? html`<p class="title-chinese">${paper.titleChinese}</p>` : ''}${writeAuthors(paper, language)}${writeByline(
      place,
      language,
    )}
    ${guide ? writeGuide(guide, panelWords[language]) : html`<p class="none">${libraryWords[language].basisNone}</p>`}
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
