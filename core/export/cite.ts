import type { LibraryPaper } from '../library/records';
import type { Language } from '../settings';
import { toBibtex } from './bibtex';
import { toMarkdown } from './markdown';
import { toRichHtml } from './rich';
import { toText } from './text';

export type CiteFormat = 'markdown' | 'html' | 'text' | 'bibtex';

/** One paper for the clipboard, with its first analysis; `html` is the 富文本 form beside the text, '' for plain formats. */
export function cite(paper: LibraryPaper, format: CiteFormat, language: Language): { text: string; html: string } {
  switch (format) {
    case 'bibtex':
      return { text: toBibtex([paper]), html: '' };
    case 'markdown':
      return { text: toMarkdown([paper], { language }), html: '' };
    case 'text':
      return { text: toText(paper, { language }), html: '' };
    case 'html':
      return { text: toText(paper, { language }), html: toRichHtml(paper, { language }) };
  }
}
