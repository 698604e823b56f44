import { type CategoryAccount, toPercent } from '../announcements/account';
import type { PreparedReport } from '../library/prepare';
import type { ReportRecord } from '../library/records';
import { renderTexText } from '../render/tex-text';
import { describeDay } from '../report-day';
import type { Language } from '../settings';
import { type AccountWords, accountWords } from '../words/account';
import { exportWords } from '../words/export';
import { libraryWords } from '../words/library';
import { reportPageWords } from '../words/report-page';
import { fill } from '../words/words';
import { html, markup, type Markup } from './html';
import { HTML_FOOT, writeHtmlHead } from './html-page';
import { type PaperPlace, writePaper } from './paper-html';

interface ReportHtmlOptions {
  language: Language;
  /** What became of each category that day; empty where nothing is known. */
  account: readonly CategoryAccount[];
}

/** Papers with an analysis first; those without one last, each in the report's order. */
function toPlaces({ report, papers, guides }: PreparedReport): PaperPlace[] {
  const waiting = [...guides]; // one for each entry that has an analysis, in their order
  const places = report.entries.flatMap((entry, index): PaperPlace[] => {
    const paper = papers[index];
    const guide = entry.basis === null ? null : (waiting.shift() ?? null);
    return paper ? [{ paper, entry, guide }] : [];
  });
  return [...places.filter(({ guide }) => guide), ...places.filter(({ guide }) => !guide)];
}

function writeOverview({ summary }: ReportRecord, language: Language): Markup {
  const words = libraryWords[language];
  if (!summary || summary.sections.length === 0) return html``;
  if (summary.invented) return html`<p class="small">${words.invented}</p>`;
  const sections = summary.sections.map(
    ({ title, body }) => html`${title === '' ? '' : html`<h3>${title}</h3>`}${markup(body)}`,
  );
  return html`<section class="overview">
    <h2>${words.overview}</h2>
    ${sections}
  </section>`;
}

function writeAccount(account: readonly CategoryAccount[], words: AccountWords): Markup {
  if (account.length === 0) return html``;
  const heads = [words.announced, words.covered, words.share, words.analysed, words.failed];
  const rows = account.map(({ category, announced, covered, share, analysed, failed }) => {
    const unshared = announced === null ? words.unknown : '—'; // there is no share of nothing
    const percent = share === null ? unshared : `${toPercent(share)}%`;
    const cells = [announced ?? words.unknown, covered, percent, analysed, failed];
    return html`<tr>
      <th scope="row">${category}</th>
      ${cells.map((cell) => html`<td class="n">${cell}</td>`)}
    </tr>`;
  });
  return html`<table class="account">
    <caption>
      ${words.title}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.category}</th>
        ${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function writeContents(places: readonly PaperPlace[], language: Language): Markup {
  if (places.length < 2) return html``;
  const items = places.map(({ paper, entry, guide }, index) => {
    const chinese = entry.gist || paper.titleChinese || '';
    const none = guide ? '' : html` <small>${libraryWords[language].basisNone}</small>`;
    return html`<li>
      <a href="#p${index + 1}" lang="en">${markup(renderTexText(paper.title))}</a>${none}${
        chinese === '' ? '' : html`<br /><small>${chinese}</small>`
      }
    </li>`;
  });
  return html`<nav>
    <h2>${reportPageWords[language].contents}</h2>
    <ol>
      ${items}
    </ol>
  </nav>`;
}

/**
 * A day's report as one HTML file that stands alone: no script, nothing that a browser would fetch. All that came from outside is
 * escaped or drawn by the allow-list of `core/render/allowed.ts`; links lead to http and https alone. What is no analysis is not
 * given as one.
 */
export function toReportHtml(prepared: PreparedReport, { language, account }: ReportHtmlOptions): string {
  const { report } = prepared;
  const words = reportPageWords[language];
  const places = toPlaces(prepared);
  const day = report.date === null ? libraryWords[language].undated : describeDay(report.date, Infinity, language);
  const counted = fill(libraryWords[language].reportCount, { source: report.source, n: places.length });
  const analysed = fill(words.analysed, { n: prepared.guides.length });
  const via = report.via === undefined ? '' : ` · ${fill(words.via, { host: report.via })}`;
  const body = html`<header>
      <h1>${day}</h1>
      <p class="from">${counted} · ${analysed}${via}</p>
    </header>
    <main>
      ${writeOverview(report, language)} ${writeAccount(account, accountWords[language])}
      ${writeContents(places, language)} ${places.map((place, index) => writePaper(place, index, language))}
    </main>
    <footer>
      <p>${exportWords[language].footer}</p>
      <p>${words.made}</p>
    </footer>`;
  return writeHtmlHead([report.date ?? '', report.source].join(' ').trim(), language) + body.text + HTML_FOOT;
}
