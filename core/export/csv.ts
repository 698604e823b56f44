import { absUrl, formatId } from '../arxiv/id';
import { toUnicode } from '../arxiv/tex-accents';
import type { LibraryPaper } from '../library/records';
import { cleanText } from '../render/allowed';
import type { Language } from '../settings';
import { type ExportWords, exportWords } from '../words/export';
import { citeKeys } from './cite-key';
import { dayOf, doiOf, eachOnce, isOnArxiv, titleOf } from './facts';
import { plainAnalyses, writePart } from './plain-analysis';

/** What Excel takes in one cell; it cuts the rest off, or makes rows of it. */
const LONGEST_CELL = 32_767;
// Excel reads full-width signs as their ASCII fellows too; quotes, blanks and signs that nobody sees do not stop every program.
const FORMULA = /^["'\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u;

function toCell(value: string): string {
  const text = cleanText(value).trim() === '' ? '' : cleanText(value).replace(/\0/g, '');
  // An apostrophe in front makes text of whatever a spreadsheet would compute.
  const safe = FORMULA.test(text) ? `'${text}` : text;
  const cut = safe.length > LONGEST_CELL ? `${safe.slice(0, LONGEST_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : safe;
  return /[",\r\n\t;]|^\s|\s$/.test(cut) ? `"${cut.replaceAll('"', '""')}"` : cut;
}

const oneLine = (text: string) => toUnicode(text).replace(/\s+/g, ' ').trim();

type Column = [header: (words: ExportWords) => string, cell: (row: Row) => string];

interface Row extends LibraryPaper {
  key: string;
  analysis: ReturnType<typeof plainAnalyses>[number] | undefined;
}

const COLUMNS: readonly Column[] = [
  // Bare, 2401.01230 would be a number and lose its last digit.
  [() => 'arXiv', ({ paper }) => (isOnArxiv(paper) ? `arXiv:${formatId(paper.id, paper.version)}` : paper.id)],
  [(words) => words.title, ({ paper }) => oneLine(titleOf(paper))],
  [(words) => words.titleChinese, ({ paper }) => oneLine(paper.titleChinese ?? '')],
  [(words) => words.gist, ({ analysis }) => analysis?.gist ?? ''],
  [(words) => words.tags, ({ saved }) => saved?.tags.join('; ') ?? ''],
  [(words) => words.note, ({ saved }) => saved?.note ?? ''],
  [(words) => words.authors, ({ paper }) => paper.authors.map(oneLine).join('; ')],
  [(words) => words.published, ({ paper }) => dayOf(paper)],
  [(words) => words.categories, ({ paper }) => paper.categories.join('; ')],
  [(words) => words.analysis, ({ analysis }) => analysis?.parts.map(writePart).join('\n\n') ?? ''],
  [(words) => words.findings, ({ analysis }) => analysis?.findings.join('\n') ?? ''],
  [(words) => words.from, ({ analysis }) => analysis?.source ?? ''],
  [(words) => words.abstract, ({ paper }) => oneLine(paper.abstract)],
  [(words) => words.comments, ({ paper }) => oneLine(paper.comments ?? '')],
  [(words) => words.journalRef, ({ paper }) => oneLine(paper.journalRef ?? '')],
  [() => 'DOI', ({ paper }) => doiOf(paper)],
  [(words) => words.link, ({ paper }) => (isOnArxiv(paper) ? absUrl(paper.id) : '')],
  [(words) => words.citeKey, ({ key }) => key],
];

const toLine = (cells: readonly string[]) => `${cells.map(toCell).join(',')}\r\n`;

/**
 * Papers as a table that Excel opens as it is: UTF-8 with a byte order mark, and no cell that it would compute. Each has one row
 * with its best analysis.
 */
export function* csvChunks(papers: readonly LibraryPaper[], { language }: { language: Language }): Generator<string> {
  const words = exportWords[language];
  const once = eachOnce(papers);
  const keys = citeKeys(once.map(({ paper }) => paper));
  yield `\uFEFF${toLine(COLUMNS.map(([header]) => header(words)))}`;
  for (const each of once) {
    const row: Row = { ...each, key: keys.get(each.paper.id) ?? '', analysis: plainAnalyses(each, language)[0] };
    yield toLine(COLUMNS.map(([, cell]) => cell(row)));
  }
}
