import type { Part } from '../paper';
import type { Loose } from './loose-json';
import { keyOf } from './wanted';

/** What an answer's value holds, by what was asked for, in the order in which it was written; everything else is left out. */
export interface AnswerValue {
  title: string | null;
  parts: { part: Part; text: string; inferred: boolean; done: boolean }[];
  findings: { text: string; sentence: string }[];
}

type Entries = readonly (readonly [key: string, value: Loose])[];

const TEXT_KEYS = /^(?:text|markdown|content|value|body|answer|内容|文本|正文)$/;
const INFERRED_KEYS = /^(?:is_?)?inferred$|^(?:是否)?(?:为)?推断$/;
const NAME_KEYS = /^(?:part|section|heading|name|key|title|标题|部分|小节)$/;
const FINDING_KEYS = /^(?:text|finding|point|content|summary|statement|chinese|zh|发现|要点|内容|中文)$/;
const SENTENCE_KEYS =
  /^(?:sentence|quote|quotation|evidence|source|original|english|en|verbatim|原文|原句|英文|依据|原文句子)$/;
/** An answer may wrap what was asked for: `{"guide": {…}}`. */
const DEEPEST_WRAPPER = 2;

export function readValue(value: Loose): AnswerValue {
  const out: AnswerValue = { title: null, parts: [], findings: [] };
  if (value.kind === 'object') collect(value.entries, 0, out);
  return out;
}

function collect(entries: Entries, depth: number, out: AnswerValue): void {
  for (const [name, value] of entries) {
    const key = isWrapper(value) ? null : keyOf(name);
    if (key === 'title') {
      if (value.kind === 'text' && value.done) out.title ??= value.text;
    } else if (key === 'findings') {
      if (out.findings.length === 0) out.findings = toFindings(value);
    } else if (key !== null) addPart(key, value, out);
    else if (depth < DEEPEST_WRAPPER && value.kind === 'object') collect(value.entries, depth + 1, out);
    else if (value.kind === 'list') collectNamed(value.items, out);
  }
}

/** `{"result": {"title": …}}` is no part of that name. */
function isWrapper(value: Loose): boolean {
  const first = value.kind === 'object' ? value.entries[0]?.[0] : undefined;
  const key = first === undefined ? null : keyOf(first);
  return key === 'title' || key === 'gist';
}

/** `[{"section": "方法", "content": "…"}, …]` */
function collectNamed(items: readonly Loose[], out: AnswerValue): void {
  for (const item of items) {
    if (item.kind !== 'object') continue;
    const name = textUnder(item.entries, NAME_KEYS);
    const text = item.entries.find(([key]) => TEXT_KEYS.test(plain(key)))?.[1];
    const key = name === null ? null : keyOf(name);
    if (key !== null && key !== 'title' && key !== 'findings' && text) addPart(key, text, out);
  }
}

function addPart(part: Part, value: Loose, out: AnswerValue): void {
  // The first counts: it may have been shown already.
  if (out.parts.some((written) => written.part === part)) return;
  if (value.kind === 'object' && isSchema(value.entries)) return;
  const text = toMarkdown(value, 0);
  if (text.trim() === '') return;
  out.parts.push({ part, text, inferred: saysInferred(value), done: value.done });
}

/** The schema given back instead of an answer to it. */
function isSchema(entries: Entries): boolean {
  return (
    entries.some(([key]) => key === 'type') && entries.some(([key]) => /^(?:description|properties|items)$/.test(key))
  );
}

function saysInferred(value: Loose): boolean {
  if (value.kind !== 'object') return false;
  const said = value.entries.find(([key]) => INFERRED_KEYS.test(plain(key)))?.[1];
  if (said?.kind === 'literal') return said.value === true;
  return said?.kind === 'text' && /^(?:true|yes|是)$/i.test(said.text.trim());
}

/** A value as Markdown: lists as lists, objects as lists whose items begin with their names. */
function toMarkdown(value: Loose, depth: number): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'literal') return typeof value.value === 'number' ? String(value.value) : '';
  if (value.kind === 'list') return value.items.map((item) => toItem(toMarkdown(item, depth + 1))).join('\n');
  const own = value.entries.filter(([key]) => TEXT_KEYS.test(plain(key)));
  if (own.length > 0) return own.map(([, text]) => toMarkdown(text, depth)).join('\n\n');
  return value.entries
    .filter(([key]) => !INFERRED_KEYS.test(plain(key)))
    .map(([key, text]) => ({ key: key.replace(/[*_`[\]<>]/g, '').trim(), text: toMarkdown(text, depth + 1) }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ key, text }) => toItem(`**${key}：** ${/^\s*[-*]\s/.test(text) ? `\n${text}` : text}`))
    .join('\n');
}

function toItem(text: string): string {
  const item = text.trim();
  if (item === '') return '';
  const lines = item.split('\n');
  const isItem = /^(?:[-*+]|\d{1,2}[.)])\s/.test(item);
  return isItem ? item : `- ${lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n')}`;
}

/** Findings that have come to their end. */
function toFindings(value: Loose): AnswerValue['findings'] {
  if (value.kind === 'text') {
    if (!value.done) return [];
    return value.text
      .split('\n')
      .map((line) => ({ text: line.replace(/^\s*(?:[-*+•]|\d{1,2}[.)、])\s*/, ''), sentence: '' }));
  }
  if (value.kind === 'object') return value.entries.flatMap(([, item]) => toFinding(item));
  return value.kind === 'list' ? value.items.flatMap(toFinding) : [];
}

function toFinding(value: Loose): AnswerValue['findings'] {
  if (!value.done) return [];
  if (value.kind === 'text') return [{ text: value.text, sentence: '' }];
  if (value.kind !== 'object') return [];
  const text = textUnder(value.entries, FINDING_KEYS);
  return text === null ? [] : [{ text, sentence: textUnder(value.entries, SENTENCE_KEYS) ?? '' }];
}

function textUnder(entries: Entries, keys: RegExp): string | null {
  const found = entries.find(([key]) => keys.test(plain(key)))?.[1];
  return found?.kind === 'text' ? found.text : null;
}

function plain(key: string): string {
  return key.trim().toLowerCase();
}
