import { absUrl } from '../arxiv/id';
import type { LibraryPaper } from '../library/records';
import type { Language } from '../settings';
import { annotationOf, bibChunks, type BibEntry, keywordsOf } from './bib-entry';
import { yearOf } from './cite-key';
import { doiOf, isOnArxiv, titleOf } from './facts';
import { toLatex, toVerbatim } from './latex';
import { toBibtexName } from './names';

function toEntry(each: LibraryPaper, annotation: string): BibEntry {
  const { paper } = each;
  const onArxiv = isOnArxiv(paper);
  const authors = paper.authors.map(toBibtexName).filter(Boolean).join(' and ');
  const year = yearOf(paper);
  const journal = toLatex(paper.journalRef ?? '');
  const comments = toLatex(paper.comments ?? '');
  const title = toLatex(titleOf(paper));
  // An article without an author or a year is an error to biber, and so is a journal of anything else.
  const isArticle = journal !== '' && authors !== '' && year !== '';
  return {
    type: isArticle ? 'article' : 'misc',
    fields: [
      // The inner braces keep capitals and formulas from styles that write titles in lower case.
      ['title', `{${title}}`],
      ['author', authors],
      ['key', authors === '' ? title : ''], // by which bibtex sorts then
      ['year', year],
      ['journal', isArticle ? journal : ''],
      ['eprint', onArxiv ? toVerbatim(paper.id) : ''],
      ['archivePrefix', onArxiv ? 'arXiv' : ''],
      ['primaryClass', onArxiv ? toVerbatim(paper.categories[0] ?? '') : ''],
      ['doi', toVerbatim(doiOf(paper))],
      ['url', onArxiv ? toVerbatim(absUrl(paper.id)) : ''],
      ['note', isArticle ? comments : [journal, comments].filter(Boolean).join('. ')],
      ['keywords', keywordsOf(each)],
      ['annote', annotation],
    ],
  };
}

/** Papers as BibTeX, for bibtex and biber alike, with the reader's notes and the best analyses as annotations. */
export function bibtexChunks(papers: readonly LibraryPaper[], { language }: { language: Language }): Generator<string> {
  return bibChunks(papers, (each) => toEntry(each, annotationOf(each, language)));
}

/** Papers as BibTeX to be pasted into somebody's .bib file, which is shared: without notes, analyses and abstracts. */
export function toBibtex(papers: readonly LibraryPaper[]): string {
  return [...bibChunks(papers, (each) => toEntry(each, ''))].join('');
}
