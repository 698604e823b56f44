import { absUrl, formatId } from '../arxiv/id';
import { toUnicode } from '../arxiv/tex-accents';
import type { LibraryPaper } from '../library/records';
import { cleanText } from '../render/allowed';
import type { Language } from '../settings';
import { type ExportWords, exportWords } from '../words/export';
import { citeKeys, yearOf } from './cite-key';
import { dayOf, doiOf, eachOnce, isOnArxiv, labelled, titleOf } from './facts';
import { splitName } from './names';
import { plainAnalyses, plainLines } from './plain-analysis';

const oneLine = (text: string) =>
  cleanText(text)
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .trim();

/** `Roe, Jane, Jr.`; a group has no comma, since that would make it a person. */
function toRisName(name: string): string {
  const { surname, forename, suffix } = splitName(oneLine(toUnicode(name)));
  if (forename === '') return surname.replaceAll(',', ' ').replace(/\s+/g, ' ').trim();
  return [surname, forename, suffix].filter(Boolean).join(', ');
}

/**
 * Text of several lines as one field. Lines below the first are indented and have single blanks, so that none of them is taken for
 * a field: Zotero looks for `XX - ` at the start of a line, citation-js for `XX  - ` in it. A `<` that opens a tag would make
 * Zotero read the whole note as HTML.
 */
function toNote(lines: readonly string[]): string {
  const text = lines.join('\n\n').replace(/<(?=[A-Za-z/!?][^>]*>)/g, '＜');
  const shown = text.split('\n').map(oneLine);
  return shown.map((line, index) => (index === 0 || line === '' ? line : `  ${line}`)).join('\r\n');
}

function notesOf(each: LibraryPaper, language: Language, words: ExportWords): string[] {
  const { paper, saved } = each;
  // Zotero takes `Language: …` at the first colon of a note for that field, as ProCite had it; the id is no field.
  const head = isOnArxiv(paper) ? `arXiv:${formatId(paper.id, paper.version)} · ` : '';
  const analyses = plainAnalyses(each, language);
  const notes = analyses.map((analysis) => {
    const lines = paper.titleChinese?.trim() ? [paper.titleChinese] : [];
    return [head + labelled(words.analysis, analysis.source, words), ...lines, ...plainLines(analysis, language)];
  });
  if (saved?.note.trim()) notes.unshift([head + words.note, saved.note]);
  const facts: [label: string, text: string][] = [
    // With an analysis it stands there. In a field of its own (TT) some programs take it for the title.
    [words.titleChinese, analyses.length > 0 ? '' : oneLine(paper.titleChinese ?? '')],
    [words.comments, oneLine(toUnicode(paper.comments ?? ''))],
  ];
  const known = facts.flatMap(([label, text]) => (text === '' ? [] : labelled(label, text, words)));
  if (known.length > 0) notes.push([head + known[0], ...known.slice(1)]);
  return notes.map(toNote);
}

function fieldsOf(each: LibraryPaper, key: string, language: Language): [tag: string, value: string][] {
  const { paper, saved } = each;
  const onArxiv = isOnArxiv(paper);
  const journal = oneLine(toUnicode(paper.journalRef ?? ''));
  const words = exportWords[language];
  const fields: [string, string][] = [
    // A preprint is what Zotero writes one as.
    ['TY', journal === '' ? 'GEN' : 'JOUR'],
    ['ID', key],
    ['TI', oneLine(toUnicode(titleOf(paper)))],
    ...paper.authors.map((name): [string, string] => ['AU', toRisName(name)]),
    ['PY', yearOf(paper)],
    ['DA', dayOf(paper).replaceAll('-', '/')],
    ['T2', journal],
    ['DB', onArxiv ? 'arXiv' : ''],
    ['AN', onArxiv ? `arXiv:${paper.id}` : ''],
    ['PB', onArxiv && journal === '' ? 'arXiv' : ''],
    ['DO', oneLine(doiOf(paper))],
    ['UR', onArxiv ? absUrl(paper.id) : ''],
    ['AB', oneLine(toUnicode(paper.abstract))],
    // Zotero divides tags at semicolons, and a single one at commas.
    ...(saved?.tags ?? []).map((tag): [string, string] => ['KW', oneLine(tag.replace(/[,;]/g, ' '))]),
    ...notesOf(each, language, words).map((note): [string, string] => ['N1', note]),
  ];
  return fields.filter(([, value]) => value !== '');
}

/** Papers as RIS, in UTF-8, by the rules of Zotero's import: every analysis and the reader's note are notes of their own. */
export function* risChunks(papers: readonly LibraryPaper[], { language }: { language: Language }): Generator<string> {
  const once = eachOnce(papers);
  const keys = citeKeys(once.map(({ paper }) => paper));
  for (const each of once) {
    const fields = fieldsOf(each, keys.get(each.paper.id) ?? '', language);
    yield `${fields.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')}ER  - \r\n\r\n`;
  }
}
