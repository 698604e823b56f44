import type { LibraryPaper } from '../library/records';
import type { Language } from '../settings';
import { acceptedNotes } from './accepted-note';
import { toBibtex } from './bibtex';
import { toMarkdown } from './markdown';
import { toRichHtml } from './rich';
import { toText } from './text';

export type CiteFormat = 'markdown' | 'html' | 'text' | 'bibtex';

/** What goes to the clipboard. `html` is the 富文本 form beside the text, '' for plain formats; `note` is to be looked at first, '' for nothing. */
export interface Copied {
  text: string;
  html: string;
  note: string;
}

function write(paper: LibraryPaper, format: CiteFormat, language: Language): Omit<Copied, 'note'> {
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

/** One paper for the clipboard, with its first analysis. */
export function cite(paper: LibraryPaper, format: CiteFormat, language: Language): Copied {
  return { ...write(paper, format, language), note: acceptedNotes([paper.paper], language) };
}
