import type { Skipped } from '../paper';
import { cleanText } from '../render/allowed';
import { isDay } from '../report-day';
import { findNamedId, type Listed, splitTags } from './listed';

interface RisRecord {
  /** From 1. */
  line: number;
  fields: [tag: string, value: string][];
}

const FIELD = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/;
// Our own notes are headed by what they are: 2512.23705v1 · 笔记, arXiv:2512.23705 · 解读：…
const OWN_HEAD = /^(?:arXiv:\S+ · )?(笔记|Notes|解读：|Analysis: |中文标题：|Chinese title: |备注：|Comments: )/;

/** Whether a text is RIS: its first line names a type. */
export function isRis(text: string): boolean {
  return /^\uFEFF?\s*TY {1,2}- ?\w/.test(text);
}

function readRecords(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let open: RisRecord | null = null;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, tag, value = ''] = FIELD.exec(line) ?? [];
    if (tag === 'TY') {
      open = { line: index + 1, fields: [] };
      records.push(open);
    } else if (tag === 'ER') open = null;
    else if (tag !== undefined) open?.fields.push([tag, value.trim()]);
    else {
      // What has no tag goes on with the field before.
      const last = open?.fields.at(-1);
      if (last) last[1] += `\n${line.trim()}`;
    }
  }
  return records;
}

const oneLine = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim();
const withoutTags = (text: string) =>
  text
    .replace(/<\/(?:p|li|h\d|div)>|<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

interface Notes {
  note: string;
  comments: string | null;
  titleChinese: string | null;
}

function readNotes(values: readonly string[]): Notes {
  const notes: string[] = [];
  let comments: string | null = null;
  let titleChinese: string | null = null;
  for (const value of values) {
    const [, head] = OWN_HEAD.exec(value) ?? [];
    if (head === '笔记' || head === 'Notes') notes.push(value.slice(value.indexOf('\n') + 1).trim());
    else if (/^(?:arXiv:\S+ · )?Comments?:/i.test(value) || head === '备注：')
      comments ??= oneLine(value.slice(value.search(/[:：](?!\S+ · )/) + 1)) || null;
    else if (head === '中文标题：' || head === 'Chinese title: ') {
      const [first = '', ...rest] = value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      titleChinese ??= oneLine(first.replace(/^.*?(?:中文标题：|Chinese title: )/, '')) || null;
      const said = rest.find((line) => /^(?:备注：|Comments: )/.test(line));
      if (said) comments ??= oneLine(said.replace(/^(?:备注：|Comments: )/, ''));
    } else if (head === undefined) notes.push(cleanText(withoutTags(value)).trim());
  }
  return { note: notes.filter(Boolean).join('\n\n'), comments, titleChinese };
}

function toListed({ fields }: RisRecord, id: string): Listed {
  const all = (...tags: string[]) => fields.filter(([tag]) => tags.includes(tag)).map(([, value]) => value);
  const first = (...tags: string[]) => oneLine(tags.flatMap((tag) => all(tag)).find((value) => value !== '') ?? '');
  const { note, comments, titleChinese } = readNotes(all('N1'));
  const date = first('DA').replaceAll('/', '-').slice(0, 10);
  const journal = first('T2', 'JO', 'JF', 'JA');
  const pages = [first('SP'), first('EP')].filter(Boolean).join('-');
  const volume = [first('VL'), first('IS') && `(${first('IS')})`].join('');
  const where = [volume, pages].filter(Boolean).join(', ');
  const year = first('PY', 'Y1').slice(0, 4);
  const doi = first('DO');
  return {
    id,
    known: {
      title: first('TI', 'T1'),
      titleChinese,
      authors: all('AU', 'A1')
        .map((name) => {
          const [surname = '', forename = '', suffix = ''] = oneLine(name).split(/\s*,\s*/);
          return [forename, surname, suffix].filter(Boolean).join(' ');
        })
        .filter(Boolean),
      published: isDay(date) ? date : null,
      abstract: first('AB', 'N2'),
      comments,
      journalRef:
        journal === '' || /arxiv|^corr$/i.test(journal)
          ? null
          : where === ''
            ? journal
            : `${journal} ${where}${year && ` (${year})`}`,
      doi: doi === '' || /10\.48550\//.test(doi) ? null : doi,
    },
    tags: all('KW')
      .flatMap((value) => (value.includes('\n') ? value.split('\n') : splitTags(value.replaceAll(',', '，'))))
      .map((tag) => tag.replaceAll('，', ',')),
    note,
    savedAt: null,
  };
}

/** The papers of a RIS file that are on arXiv; the others are named. */
export function readRisList(text: string): { listed: Listed[]; skipped: Skipped[] } {
  const listed: Listed[] = [];
  const skipped: Skipped[] = [];
  for (const record of readRecords(text)) {
    const values = (...tags: string[]) => record.fields.filter(([tag]) => tags.includes(tag)).map(([, value]) => value);
    const id = findNamedId(values('AN', 'DO', 'UR', 'L1', 'L2', 'M1', 'M3', 'JO', 'T2', 'PB', 'VL', 'ID'));
    if (id !== null) listed.push(toListed(record, id));
    else {
      const [name = ''] = values('TI', 'T1', 'ID');
      skipped.push({ line: record.line, reason: `没有 arXiv 编号：${oneLine(name).slice(0, 120)}` });
    }
  }
  return { listed, skipped };
}
