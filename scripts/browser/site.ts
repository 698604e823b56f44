import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { posix } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface Answer {
  status: number;
  contentType: string;
  body: Buffer;
}

interface Page {
  url: URL;
  /** Where the page lies, and what it asks for relatively; null for a page that is only text. */
  folder: string | null;
  read: () => Buffer;
  status: number;
}

/** Pages that stand for arXiv's, each at its own URL, with whatever they ask for relatively taken from beside their file. */
export class Site {
  readonly #pages: Page[] = [];

  /** Serves a file at a URL. */
  addFile(url: string, file: string, status = 200): this {
    this.#pages.push({ url: new URL(url), folder: dirname(file), read: () => readFileSync(file), status });
    return this;
  }

  /** Serves a text at a URL. */
  addText(url: string, html: string, status = 200): this {
    this.#pages.push({ url: new URL(url), folder: null, read: () => Buffer.from(html), status });
    return this;
  }

  /** What stands at this URL; null when nothing does. The page added last wins, queries tell pages apart, fragments do not. */
  answer(address: string): Answer | null {
    const url = new URL(address);
    const page = this.#pages.findLast((one) => one.url.host === url.host && pathOf(one.url) === pathOf(url));
    if (page) return { status: page.status, contentType: 'text/html; charset=utf-8', body: page.read() };
    for (const { url: pageUrl, folder } of this.#pages.toReversed()) {
      if (folder === null || pageUrl.host !== url.host) continue;
      // The relative address that a link beside the page must have had to end up here.
      const file = join(folder, decodeURI(posix.relative(posix.dirname(pageUrl.pathname), url.pathname)));
      if (existsSync(file) && statSync(file).isFile()) {
        const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
        return { status: 200, contentType, body: readFileSync(file) };
      }
    }
    return null;
  }
}

const pathOf = (url: URL) => url.pathname + url.search;
