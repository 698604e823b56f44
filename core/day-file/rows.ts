import { parseJson } from '../report/json-text';
import type { Steps } from '../steps';

/** One entry of a day file and the line, from 1, on which it begins; `value` is undefined where a line is no JSON. */
export interface Row {
  line: number;
  value: unknown;
}

/**
 * The entries of a day file: lines of JSON, as the generator writes it, one entry laid out over several lines, or a list of
 * entries. Blank lines are none.
 *
 * @throws AppError `bad-json` for a list that does not parse and has no entry on a line of its own; a bad line throws nothing.
 */
export function* readRows(text: string): Steps<Row[]> {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trimStart().startsWith('[')) return readList(body);
  const rows: Row[] = [];
  for (const row of rowsByLine(body)) {
    rows.push(row);
    yield;
  }
  const [first] = rows;
  const whole = first?.value === undefined ? tryJson(body) : undefined;
  return first && whole !== undefined ? [{ line: first.line, value: whole }] : rows;
}

function readList(body: string): Row[] {
  const list = tryJson(body);
  if (Array.isArray(list)) {
    const lines = linesOfItems(body);
    return list.map((value: unknown, index) => ({ line: lines[index] ?? 1, value }));
  }
  // Broken somewhere, or lines of which the first is no row.
  const rows = [...rowsByLine(body)];
  if (!rows.some(({ value }) => isRow(value))) parseJson(body);
  return rows;
}

function* rowsByLine(body: string): Generator<Row> {
  for (const { line, text } of linesOf(body)) yield { line, value: tryJson(text) };
}

/** Lines that are not blank, without what stands around and between the entries of a list. */
function* linesOf(body: string): Generator<{ line: number; text: string }> {
  const isList = body.trimStart().startsWith('[');
  for (const [index, line] of body.split('\n').entries()) {
    const text = isList ? line.trim().replace(/^[[\]]$|,$/, '') : line.trim();
    if (text !== '') yield { line: index + 1, text };
  }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines on which the items of a list begin. The text is known to be JSON. */
function linesOfItems(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let quoted = false;
  let expects = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
      continue;
    }
    if (sign === undefined || /\s/.test(sign)) continue;
    if (expects && sign !== ']') lines.push(line);
    expects = (depth === 0 && sign === '[') || (depth === 1 && sign === ',');
    if (sign === '"') quoted = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return lines;
}

const ROW_KEYS = ['id', 'title', 'summary', 'authors', 'categories', 'cate', 'abs', 'url', 'pdf', 'pdf_url', 'AI'];
/** Fields of papers as we write them ourselves, which are no rows. */
const OWN_KEYS = ['papers', 'report', 'keyFindings', 'titleChinese'];

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRow(value: unknown): boolean {
  if (!isObject(value) || OWN_KEYS.some((key) => Object.hasOwn(value, key))) return false;
  return ROW_KEYS.filter((key) => Object.hasOwn(value, key)).length >= 3;
}

/** Whether a text is a day file of daily-arXiv-ai-enhanced, judging by what it holds: one row that is one is enough. */
export function isDayFile(text: string): boolean {
  const body = text.replace(/^\uFEFF/, '').trim();
  for (const { text: line } of linesOf(body)) if (line.startsWith('{') && isRow(tryJson(line))) return true;
  if (!/^(?:\{|\[\s{0,99}\{)/.test(body)) return false;
  const whole = tryJson(body);
  if (Array.isArray(whole)) return whole.some(isRow);
  // A list that does not parse is a broken one of rows rather than a report: no report begins like this.
  return isRow(whole) || (whole === undefined && /^\[\s{0,99}\{\s{0,99}"/.test(body));
}
