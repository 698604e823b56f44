import type { LibraryPaper } from '../library/records';
import type { Language } from '../settings';
import type { Steps } from '../steps';
import { toBibtex } from './bibtex';
import type { PlainCopyFormat } from './copy-formats';
import { eachOnce } from './facts';
import { toMarkdown } from './markdown';
import { toRichHtml } from './rich';
import { toText } from './text';

const BETWEEN = '\n\n————————\n\n';

/** Papers for the clipboard, one below the other in the order given; `html` is '' for plain formats. */
export function* copySteps(
  papers: readonly LibraryPaper[],
  format: PlainCopyFormat,
  { language }: { language: Language },
): Steps<{ text: string; html: string }> {
  const once = eachOnce(papers);
  if (format === 'markdown') return { text: toMarkdown(once, { language }), html: '' };
  if (format === 'bibtex') return { text: toBibtex(once), html: '' };
  const texts: string[] = [];
  const htmls: string[] = [];
  for (const each of once) {
    texts.push(toText(each, { language }));
    if (format === 'rich') htmls.push(toRichHtml(each, { language }));
    yield;
  }
  return { text: texts.join(BETWEEN), html: htmls.join('\n<hr>\n') };
}
