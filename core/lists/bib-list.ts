import type { Skipped } from '../paper';
import { isDay } from '../report-day';
import { type BibRecord, readBibtex } from './bibtex';
import { fromLatex, readNames } from './from-latex';
import { findNamedId, type Listed, splitTags } from './listed';

const NO_JOURNAL = /arxiv|^corr$|^computing research repository/i;
/** What an annotation of ours begins with, and where the analysis begins in it. */
const OWN_NOTE = /^(?:笔记：|Notes: )([^]*?)(?:\s(?:解读：|Analysis: )[^]*)?$/;
const OWN_ANALYSIS = /^(?:解读：|Analysis: )/;

function textOf({ fields }: BibRecord, ...names: string[]): string {
  for (const name of names) {
    const value = fields.get(name);
    if (value?.trim()) return fromLatex(value);
  }
  return '';
}

function idOf({ fields }: BibRecord): string | null {
  const prefix = fields.get('archiveprefix') ?? fields.get('eprinttype') ?? '';
  const bare = (name: string) => fields.get(name)?.replace(/[{}\s]/g, '');
  const eprint = prefix === '' || /arxiv/i.test(prefix) ? bare('eprint') : undefined;
  return findNamedId([
    eprint,
    bare('arxivid') ?? bare('arxiv'),
    bare('doi'),
    bare('url'),
    ...['note', 'journal', 'number', 'volume', 'howpublished', 'eprint', 'file', 'publisher'].map((name) =>
      fields.get(name),
    ),
  ]);
}

function dateOf(record: BibRecord): string | null {
  const date = textOf(record, 'date').slice(0, 10);
  return isDay(date) ? date : null;
}

function journalOf(record: BibRecord): string | null {
  const journal = textOf(record, 'journaltitle', 'journal', 'booktitle');
  if (journal === '' || NO_JOURNAL.test(journal)) return null;
  const volume = textOf(record, 'volume');
  const number = textOf(record, 'number', 'issue');
  const pages = textOf(record, 'pages');
  const year = textOf(record, 'year', 'date').slice(0, 4);
  if (volume === '' && pages === '') return journal;
  const where = [volume && `${volume}${number && `(${number})`}`, pages].filter(Boolean).join(', ');
  return `${journal} ${where}${year && ` (${year})`}`;
}

function noteOf(record: BibRecord): string {
  const annotation = textOf(record, 'annote', 'annotation', 'comment', 'review');
  if (OWN_ANALYSIS.test(annotation)) return '';
  return (OWN_NOTE.exec(annotation)?.[1] ?? annotation).trim();
}

function commentsOf(record: BibRecord): string | null {
  const note = textOf(record, 'note');
  return note === '' || /^arxiv:/i.test(note) ? null : note;
}

function doiOf(record: BibRecord): string | null {
  const doi = record.fields.get('doi')?.replace(/[{}\s]/g, '') ?? '';
  return doi === '' || /10\.48550\//i.test(doi) ? null : doi;
}

function toListed(record: BibRecord, id: string): Listed {
  const { fields } = record;
  const category = textOf(record, 'primaryclass', 'eprintclass');
  return {
    id,
    known: {
      title: textOf(record, 'title'),
      authors: readNames(fields.get('author') ?? ''),
      published: dateOf(record),
      categories: category === '' ? [] : [category],
      abstract: textOf(record, 'abstract'),
      comments: commentsOf(record),
      journalRef: journalOf(record),
      doi: doiOf(record),
    },
    tags: splitTags(textOf(record, 'keywords', 'mendeley-tags')),
    note: noteOf(record),
    savedAt: null,
  };
}

/** The papers of a .bib file that are on arXiv; the others are named. */
export function readBibList(text: string): { listed: Listed[]; skipped: Skipped[] } {
  const { records, skipped } = readBibtex(text);
  const listed: Listed[] = [];
  for (const record of records) {
    const id = idOf(record);
    if (id === null) {
      const name = textOf(record, 'title') || record.key;
      skipped.push({ line: record.line, reason: `没有 arXiv 编号：${name.slice(0, 120)}` });
    } else listed.push(toListed(record, id));
  }
  return { listed, skipped: skipped.toSorted((one, other) => one.line - other.line) };
}
