import { absUrl } from '../arxiv/id';
import type { LibraryPaper } from '../library/records';
import type { Language } from '../settings';
import { annotationOf, bibChunks, type BibEntry, keywordsOf } from './bib-entry';
import { yearOf } from './cite-key';
import { dayOf, doiOf, isOnArxiv, titleOf } from './facts';
import { toLatex, toVerbatim } from './latex';
import { toBibtexName } from './names';

/** As biber's data model demands: an article has an author and a date, what is online has a date. A journal is an article's. */
function typeOf(authors: string, date: string, journal: string, onArxiv: boolean): string {
  if (date === '') return 'misc';
  if (journal !== '' && authors !== '') return 'article';
  return onArxiv ? 'online' : 'misc';
}

function toEntry(each: LibraryPaper, language: Language): BibEntry {
  const { paper } = each;
  const onArxiv = isOnArxiv(paper);
  const authors = paper.authors.map(toBibtexName).filter(Boolean).join(' and ');
  const date = dayOf(paper) || yearOf(paper);
  const journal = toLatex(paper.journalRef ?? '');
  const comments = toLatex(paper.comments ?? '');
  const type = typeOf(authors, date, journal, onArxiv);
  return {
    type,
    fields: [
      ['title', `{${toLatex(titleOf(paper))}}`],
      ['author', authors],
      ['date', date],
      ['journaltitle', type === 'article' ? journal : ''],
      ['eprint', onArxiv ? toVerbatim(paper.id) : ''],
      ['eprinttype', onArxiv ? 'arxiv' : ''],
      ['eprintclass', onArxiv ? toVerbatim(paper.categories[0] ?? '') : ''],
      ['version', type === 'online' ? String(paper.version ?? '') : ''],
      ['pubstate', type === 'online' ? 'prepublished' : ''],
      ['doi', toVerbatim(doiOf(paper))],
      ['url', onArxiv ? toVerbatim(absUrl(paper.id)) : ''],
      ['note', type === 'article' ? comments : [journal, comments].filter(Boolean).join('. ')],
      ['keywords', keywordsOf(each)],
      ['annote', annotationOf(each, language)],
    ],
  };
}

/** Papers as BibLaTeX, for biber: preprints as `@online`, with the reader's notes and the best analyses as annotations. */
export function biblatexChunks(
  papers: readonly LibraryPaper[],
  { language }: { language: Language },
): Generator<string> {
  return bibChunks(papers, (each) => toEntry(each, language));
}
