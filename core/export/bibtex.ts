import { absUrl } from '../arxiv/id';
import type { LibraryPaper } from '../library/records';
import { citeKeys, yearOf } from './cite-key';
import { toLatex, toVerbatim } from './latex';
import { toBibtexName } from './names';

/** Fields in the order in which they are written; empty ones are left out. All are in biber's data model. */
function fieldsOf({ paper, saved }: LibraryPaper): [name: string, value: string][] {
  const tags = saved?.tags.map((tag) => toLatex(tag.replaceAll(',', ' '))) ?? [];
  const names = paper.authors.map(toBibtexName);
  return [
    // The inner braces keep capitals and formulas from styles that write titles in lower case.
    ['title', `{${toLatex(paper.title)}}`],
    ['author', names.filter(Boolean).join(' and ')],
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
 * Papers as BibTeX, for bibtex and biber alike, each once and in the order given. The reader's notes stay out, since a
 * .bib file is shared, and so do abstracts.
 */
export function toBibtex(papers: readonly LibraryPaper[]): string {
  const once = [...new Map(papers.map((each) => [each.paper.id, each])).values()];
  const keys = citeKeys(once.map(({ paper }) => paper));
  const entries = once.map((each) => {
    const fields = fieldsOf(each).filter(([, value]) => value !== '');
    const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
    const type = fields.some(([name]) => name === 'journal') ? 'article' : 'misc';
    return `@${type}{${keys.get(each.paper.id)},\n${lines.join(',\n')}\n}\n`;
  });
  return entries.join('\n');
}
