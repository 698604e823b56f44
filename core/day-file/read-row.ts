import { parseArxivId } from '../arxiv/id';
import type { Paper } from '../paper';
import { safeHref } from '../render/allowed';
import { isDay } from '../report-day';
import { readAi } from './analysis';
import { Extras } from './extras';
import { LONGEST_KEY, TITLE_KEYS, fieldOf } from './fields';
import { isObject } from './rows';
import { singleLine, toList, toText, unwrapped } from './values';

/** What a row of a day file is: a paper, or the reason why it is none. */
export type RowResult = { paper: Paper; reason: null } | { paper: null; reason: string };

/** Reads one row. It may hold anything. */
export function readRow(value: unknown): RowResult {
  if (value === undefined) return none('这一行不是完整的 JSON');
  if (!isObject(value)) return none('这一行不是一篇论文的记录');
  const row = new RowReader(value);
  const name = singleLine(row.takeText('id'));
  if (name === '') return none('没有论文编号');
  const id = name.length > 200 ? null : parseArxivId(name);
  if (!id) return none(`不是 arXiv 的编号：${name.slice(0, 60).toWellFormed()}`);
  const title = singleLine(row.takeText('title'));
  if (title === '') return none(`没有标题：${id.base}`);

  const abstract = unwrapped(row.takeText('summary') || row.takeText('abstract'));
  const authors = row.takeNames('authors');
  const categories = [...new Set([...row.takeWords('categories'), ...row.takeWords('cate')])];
  const published = row.takeDay('date') ?? row.takeDay('published');
  const read = row.takeLinks(id.base);
  row.extras.add('Comments', row.takeText('comment'));
  row.extras.add('Comments', row.takeText('comments'));
  const ai = row.take('AI');
  const outside = row.takeTranslations();
  row.keepRest();
  const analysis = readAi(isObject(ai) ? { ...outside, ...ai } : (ai ?? outside), abstract, row.extras);
  return {
    paper: {
      id: id.base,
      version: id.version ?? read.version,
      title,
      titleChinese: analysis.titleChinese,
      authors,
      published,
      categories,
      abstract,
      analysis: analysis.analysis,
      failure: analysis.failure,
      keyFindings: analysis.keyFindings,
      links: read.links,
      extra: row.extras.toRecord(),
      saved: null,
    },
    reason: null,
  };
}

function none(reason: string): RowResult {
  return { paper: null, reason };
}

/** Takes known fields off a row, each once; what is left in the end is what nobody knows. */
class RowReader {
  readonly extras = new Extras();
  private readonly values: Map<string, unknown>;

  constructor(row: Record<string, unknown>) {
    this.values = new Map(Object.entries(row));
  }

  take(key: string): unknown {
    const value = this.values.get(key);
    this.values.delete(key);
    return value;
  }

  takeText(key: string): string {
    return toText(this.take(key));
  }

  /** Names of people: a list, or one text of them. */
  takeNames(key: string): string[] {
    const value = this.take(key);
    const names = Array.isArray(value)
      ? value.map((name: unknown) => toText(isObject(name) ? (name['name'] ?? name) : name))
      : splitNames(singleLine(toText(value)));
    return names.map(singleLine).filter(Boolean);
  }

  /** Labels: a list, or one text of them. */
  takeWords(key: string): string[] {
    const value = this.take(key);
    const words = Array.isArray(value) ? toList(value) : toText(value).split(/[,;，；、\n]/);
    const codes = words.flatMap((word) => word.trim().split(/\s+/));
    const isCodes = codes.every((code) => /^(?:[a-z-]+(?:\.[A-Za-z-]+)?)?$/.test(code));
    return (isCodes ? codes : words).map(singleLine).filter(Boolean);
  }

  /** A day; what is more than a day stays a field nobody knows. */
  takeDay(key: string): string | null {
    const text = toText(this.values.get(key));
    const day = text.slice(0, 10);
    if (!isDay(day) || !/^(?:$|[T ]\d)/.test(text.slice(10))) return null;
    if (text === day) this.values.delete(key);
    return day;
  }

  /** The paper's own links and its code. An address that leads elsewhere than its name says is left as text. */
  takeLinks(id: string): Pick<Paper, 'links' | 'version'> {
    const links: Paper['links'] = [];
    let version: number | null = null;
    for (const [key, label] of LINKS) {
      const text = toText(this.values.get(key));
      if (safeHref(text) === null || /\s/.test(text)) continue;
      const found = label === 'Code' ? null : parseArxivId(text);
      if (label !== 'Code' && found?.base !== id) continue;
      version ??= found?.version ?? null;
      this.values.delete(key);
      if (links.every(({ url }) => url !== text)) links.push({ label, url: text });
    }
    return { links, version };
  }

  /** Translations of title and abstract that stand beside the analysis. */
  takeTranslations(): Record<string, unknown> {
    const keys = [...this.values.keys()].filter((key) => {
      return TITLE_KEYS.includes(key.toLowerCase()) || fieldOf(key)?.part === 'translation';
    });
    return Object.fromEntries(keys.map((key) => [key, this.take(key)]));
  }

  keepRest(): void {
    for (const [key, value] of this.values) if (key.length <= LONGEST_KEY) this.extras.add(key, toText(value));
  }
}

const LINKS = [
  ['pdf', 'PDF'],
  ['pdf_url', 'PDF'],
  ['abs', 'arXiv'],
  ['url', 'arXiv'],
  ['code_url', 'Code'],
] as const;

/** Ann Lee, Bo Xu and Cy Oz; Lee, Ann and Xu, Bo; commas in brackets belong to an affiliation. */
function splitNames(text: string): string[] {
  if (/[;；]/.test(text)) return text.split(/[;；]/);
  const people = text.split(' and ');
  if (people.length > 1 && people.every((name) => name.split(',').length === 2)) return people;
  return people.flatMap(splitAtCommas);
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[()（）,，、]/g)) {
    if (sign === '(' || sign === '（') depth += 1;
    else if (sign === ')' || sign === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
