import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  headless: boolean;
  /** A report to import instead of the sample. */
  report: string | null;
  /** Pages that stand for arXiv's. */
  pages: { url: string; file: string }[];
}

const USAGE = `npm start                                   builds Daodu and opens a browser with it
npm start -- --headless                     the same without a window: prints what it shows, fails if a panel is missing
  --report FILE                             imports this report instead of the sample
  --page URL=FILE                           opens FILE as the page at URL (may be repeated)`;

/**
 * Reads the command line of `npm start`; files are named from `folder`.
 *
 * @throws Error with a sentence for the reader.
 */
export function parseOptions(args: string[], folder: string): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      headless: { type: 'boolean', default: false },
      report: { type: 'string' },
      page: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) throw new Error(USAGE);
  return {
    headless: values.headless,
    report: values.report === undefined ? null : existingFile(values.report, folder),
    pages: values.page.map((text) => parsePage(text, folder)),
  };
}

function existingFile(name: string, folder: string): string {
  const file = resolve(folder, name);
  if (!existsSync(file)) throw new Error(`There is no file ${file}`);
  return file;
}

/** Both halves may hold `=`: the URL ends where what follows names a file. */
function parsePage(text: string, folder: string): { url: string; file: string } {
  for (let at = text.indexOf('='); at !== -1; at = text.indexOf('=', at + 1)) {
    const [url, file] = [text.slice(0, at), resolve(folder, text.slice(at + 1))];
    if (at < text.length - 1 && URL.canParse(url) && existsSync(file)) return { url, file };
  }
  throw new Error(`--page wants URL=FILE with a file that exists, not ${text}`);
}
