import { html, type Markup } from '../export/html';
import { REPORT_STYLE } from '../export/report-style';
import { sourceName } from '../guide/source';
import { describeDay } from '../report-day';
import { dailyWords } from '../words/daily';
import { panelWords } from '../words/panel';
import { fill } from '../words/words';
import { type IndexEntry, jsonPath, markdownPath } from './published-day';

// `base-uri` and `form-action` do not fall back to `default-src`.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page of a published folder: its days with links, and how to subscribe. No script, and nothing that a browser would fetch. */
export function toIndexPage(days: readonly IndexEntry[], base: string | null): string {
  const words = dailyWords.zh;
  const name = sourceName(days[0]?.title ?? '') || panelWords.zh.name;
  const subscribe = base === null ? '' : html`<p>${words.subscribe}<code>${`${base}{date}.json`}</code></p>`;
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <title>${name}</title>
        <link rel="alternate" type="application/atom+xml" href="feed.xml" />
        ${REPORT_STYLE}
      </head>
      <body>
        <header>
          <h1>${name}</h1>
          ${subscribe}
          <p class="small"><a href="feed.xml">${words.feedLink}</a> · <a href="index.json">index.json</a></p>
        </header>
        <main>
          <h2>${words.days}</h2>
          ${
            days.length === 0
              ? html`<p>${words.noDays}</p>`
              : html`<ul>
                  ${days.map(writeDay)}
                </ul>`
          }
        </main>
      </body>
    </html> `;
  return page.text;
}

function writeDay({ date, papers, analyses }: IndexEntry): Markup {
  const words = dailyWords.zh;
  const count = fill(analyses > 0 ? words.dayCount : words.noAnalyses, { n: papers, analyses });
  return html`<li>
    <a href="${markdownPath(date)}"><time datetime="${date}">${describeDay(date, Infinity, 'zh')}</time></a>
    <small>${count} · <a href="${jsonPath(date)}">JSON</a></small>
  </li>`;
}
