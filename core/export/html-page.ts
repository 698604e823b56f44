import type { Language } from '../settings';
import { html } from './html';
import { REPORT_STYLE } from './report-style';

// `base-uri` and `form-action` do not fall back to `default-src`.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The start of an HTML file that stands alone: no script, nothing that a browser would fetch. Its body and `HTML_FOOT` follow. */
export function writeHtmlHead(title: string, language: Language): string {
  return `${
    html`<!doctype html>
      <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
          <meta name="viewport" content="width=device-width" />
          <meta name="referrer" content="no-referrer" />
          <title>${title}</title>
          ${REPORT_STYLE}
        </head>
       `.text
  }<body>\n`;
}

export const HTML_FOOT = '\n</body></html>\n';
