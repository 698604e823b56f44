import type { LibraryPaper } from '../library/records';
import type { Language } from '../settings';
import { exportWords } from '../words/export';
import { citeKeys } from './cite-key';
import { eachOnce, labelled } from './facts';
import { plainToLatex, toLatex } from './latex';
import { plainAnalyses } from './plain-analysis';

/** An entry without its key. Fields stand in the order in which they are written; empty ones are left out. */
export interface BibEntry {
  type: string;
  fields: [name: string, value: string][];
}

/** Tags as both dialects list them: a comma divides. */
export function keywordsOf({ saved }: LibraryPaper): string {
  const tags = saved?.tags.map((tag) => toLatex(tag.replaceAll(',', ' '))) ?? [];
  return tags.filter(Boolean).join(', ');
}

/**
 * The reader's note and the best analysis in one paragraph: bibtex and biber make one blank of any white space. Its field is
 * `annote`, which Zotero takes for a note and biber for its `annotation`.
 */
export function annotationOf(each: LibraryPaper, language: Language): string {
  const words = exportWords[language];
  const [analysis] = plainAnalyses(each, language);
  const said: string[] = [];
  if (each.saved?.note.trim()) said.push(labelled(words.note, each.saved.note, words));
  if (analysis) {
    const { source, gist, parts, findings } = analysis;
    said.push(labelled(words.analysis, source, words), gist);
    said.push(
      ...parts.map(({ title, text }) => (title === '' ? text : labelled(title.replace(/[:：]\s*$/, ''), text, words))),
    );
    if (findings.length > 0) said.push(labelled(words.findings, findings.join(' '), words));
    said.push(words.footer);
  }
  return plainToLatex(said.filter((text) => text !== '').join('\n'));
}

/** Papers as the entries of a .bib file, each once and in the order given. */
export function* bibChunks(
  papers: readonly LibraryPaper[],
  toEntry: (paper: LibraryPaper) => BibEntry,
): Generator<string> {
  const once = eachOnce(papers);
  const keys = citeKeys(once.map(({ paper }) => paper));
  for (const [index, each] of once.entries()) {
    const { type, fields } = toEntry(each);
    const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
    yield `${index === 0 ? '' : '\n'}@${type}{${keys.get(each.paper.id)},\n${lines.join(',\n')}\n}\n`;
  }
}
