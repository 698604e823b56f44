import { absUrl } from '../arxiv/id';
import type { LibraryPaper } from '../library/records';
import { citeKeys, yearOf } from './cite-key';
import { toLatex, toVerbatim } from './latex';
import { toBibtexName } from './names';

/** Fields in the order in which they are written; empty ones are left out. All are in biber's data model. */
function fieldsOf({ paper, saved }: LibraryPaper): [name: string, value: string][] {
  const tags = saved?.tags.map((tag) => toLatex(tag.replaceAll(',', ' '))) ?? [];
  return [
    // The inner braces keep capitals and formulas from styles that write titles in lower case.
    ['title', `{${toLatex(paper.title)}}`],
    [
      'author',
      paper.authors
        .filter((name) => name.trim())
        .map(toBibtexName)
        .join(' and '),
    ],
    ['year', yearOf(paper)],
    ['journal', toLatex(paper.journalRef ?? '')],
    ['eprint', toVerbatim(paper.id)],
    ['archivePrefix', 'arXiv'],
    ['primaryClass', toVerbatim(paper.categories[0] ?? '')],
    // A record may list several, with white space in between; the field takes one.
    ['doi', toVerbatim(paper.doi?.trim().split(/\s+/)[0] ?? '')],
    ['url', toVerbatim(absUrl(paper.id))],
    ['note', toLatex(paper.comments ?? '')],
    ['keywords', tags.filter(Boolean).join(', ')],
  ];
}

/**
 * Papers as BibTeX, for bibtex and biber alike, each once and in the order given. The reader's notes stay out: a .bib file is shared.
 */
export function toBibtex(papers: readonly LibraryPaper[]): string {
  const once = [...new Map(papers.map((each) => [each.paper.id, each])).values()];
  const keys = citeKeys(once.map(({ paper }) => paper));
  const entries = once.map((each) => {
    const fields = fieldsOf(each).filter(([, value]) => value !== '');
    const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
    return `@${each.paper.journalRef ? 'article' : 'misc'}{${keys.get(each.paper.id)},\n${lines.join(',\n')}\n}\n`;
  });
  return entries.join('\n');
}
