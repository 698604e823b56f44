import { absUrl, formatId } from '../arxiv/id';
import { toUnicode } from '../arxiv/tex-accents';
import type { LibraryPaper, PaperRecord } from '../library/records';
import { cleanText } from '../render/allowed';
import type { Language } from '../settings';
import { exportWords } from '../words/export';
import { citeKeys, yearOf } from './cite-key';
import { dayOf, doiOf, eachOnce, isOnArxiv, labelled, titleOf } from './facts';
import { splitName } from './names';
import { plainAnalyses, plainLines } from './plain-analysis';

const write = (text: string) => cleanText(toUnicode(text)).replace(/\s+/g, ' ').trim();

// The particles of van der Berg, which some styles sort behind the name.
const PARTICLES = /^((?:\p{Ll}[\p{Ll}'’]*\s+)+)(?=\S)/u;

/** A name as CSL has it; null for none. */
export function toCslName(name: string): Record<string, string> | null {
  const { surname, forename, suffix } = splitName(write(name));
  if (surname === '') return null;
  if (forename === '') return { literal: surname };
  const particles = PARTICLES.exec(surname)?.[1] ?? '';
  return {
    ...(particles !== '' && { 'non-dropping-particle': particles.trim() }),
    family: surname.slice(particles.length),
    given: forename,
    ...(suffix !== '' && { suffix }),
  };
}

function issued(paper: PaperRecord): { 'date-parts': number[][] } | null {
  const date = dayOf(paper) || yearOf(paper);
  return date === '' ? null : { 'date-parts': [date.split('-').map(Number)] };
}

function noteOf(each: LibraryPaper, language: Language): string {
  const words = exportWords[language];
  const { paper, saved } = each;
  const [analysis] = plainAnalyses(each, language);
  const blocks: string[] = [];
  if (saved?.note.trim()) blocks.push(labelled(words.note, saved.note, words));
  if (analysis) blocks.push(labelled(words.analysis, analysis.source, words), ...plainLines(analysis, language));
  if (paper.comments?.trim()) blocks.push(labelled(words.comments, write(paper.comments), words));
  return cleanText(blocks.join('\n\n'));
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function toItem(each: LibraryPaper, key: string, language: Language): Record<string, unknown> {
  const { paper, saved } = each;
  const onArxiv = isOnArxiv(paper);
  const journal = write(paper.journalRef ?? '');
  const item = {
    id: key,
    'citation-key': key,
    type: journal === '' ? 'article' : 'article-journal', // the first is a preprint
    title: write(titleOf(paper)),
    author: paper.authors.map(toCslName).filter((name) => name !== null),
    issued: issued(paper),
    'container-title': journal,
    publisher: onArxiv && journal === '' ? 'arXiv' : '',
    number: onArxiv && journal === '' ? `arXiv:${paper.id}` : '',
    archive: onArxiv ? 'arXiv' : '',
    archive_location: onArxiv ? formatId(paper.id, paper.version) : '',
    version: paper.version === null ? '' : String(paper.version),
    DOI: doiOf(paper),
    URL: onArxiv ? absUrl(paper.id) : '',
    abstract: write(paper.abstract),
    keyword: (saved?.tags ?? [])
      .map((tag) => write(tag.replaceAll(',', ' ')))
      .filter(Boolean)
      .join(', '),
    note: noteOf(each, language),
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => isGiven(value)));
}

/** Papers as CSL-JSON, one a line; `note` holds the reader's note, the best analysis and the authors' comments. */
export function* cslChunks(papers: readonly LibraryPaper[], { language }: { language: Language }): Generator<string> {
  const once = eachOnce(papers);
  const keys = citeKeys(once.map(({ paper }) => paper));
  yield '[';
  for (const [index, each] of once.entries()) {
    const item = toItem(each, keys.get(each.paper.id) ?? '', language);
    yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`;
  }
  yield '\n]\n';
}
