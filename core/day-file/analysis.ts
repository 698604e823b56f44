import type { Analysis, Paper, Section } from '../paper';
import { languageOf, type TextLanguage } from '../render/language';
import type { Extras } from './extras';
import { FIELDS, FINDING_KEYS, type Field, KEY_RESULTS, LONGEST_KEY, TITLE_KEYS, fieldOf, titleOf } from './fields';
import { isPlaceholder } from './placeholder';
import { isObject } from './rows';
import { singleLine, toList, toMarkdown, toText } from './values';

/** More of a field than this no writer writes and no page shows; the whole stays with the unknown fields. */
const LONGEST = 100_000;
/** So many fields with one and the same short text are an error message, whatever it says. */
const SAME_FIELDS = 3;
const SHORT = 200;

/** A text of a field; '' when the field is there and blank. */
interface FieldText {
  field: Field;
  text: string;
}

/**
 * What the analysis of a row gives of its paper. Placeholders are no analysis: a row of nothing else has its failure, and those
 * beside real fields go to `extras`, with all fields nobody knows.
 */
export function readAi(
  ai: unknown,
  abstract: string,
  extras: Extras,
): Pick<Paper, 'analysis' | 'failure' | 'titleChinese' | 'keyFindings'> {
  const texts: FieldText[] = [];
  const results: string[] = [];
  const keyFindings: string[] = [];
  let titleChinese: string | null = null;
  for (const [key, value] of entriesOf(ai)) {
    const name = key.toLowerCase();
    const field = fieldOf(key);
    const text = toMarkdown(value);
    const isOwn = field?.part !== 'translation' || (text !== abstract && languageOf(text) !== 'en');
    if (field && isOwn && (text !== '' || toText(value) === '')) texts.push({ field, text });
    else if (name === KEY_RESULTS && text !== '') results.push(text);
    else if (FINDING_KEYS.includes(name) && Array.isArray(value)) keyFindings.push(...toList(value));
    else if (TITLE_KEYS.includes(name) && titleChinese === null && isChineseTitle(toText(value)))
      titleChinese = singleLine(toText(value));
    else if (key.length <= LONGEST_KEY) extras.addOfAnalysis(key, toText(value));
  }
  const [real, placeholders] = divide(texts, abstract !== '');
  const fields = inOrder(withResults(real, results));
  if (fields.length === 0) {
    const said = [...new Set(placeholders.map(({ text }) => text))].filter(Boolean);
    const blank = placeholders.length > 0 ? '解读的各项都是空白。' : null;
    return { analysis: null, failure: said.length > 0 ? said.join('\n') : blank, titleChinese, keyFindings };
  }
  const language = languageOf(fields.map(({ text }) => text.slice(0, 400)).join('\n'));
  for (const { field, text } of inOrder(placeholders)) extras.add(titleOf(field, language), text);
  return { analysis: toAnalysis(fields, language, extras), failure: null, titleChinese, keyFindings };
}

function entriesOf(ai: unknown): [string, unknown][] {
  if (isObject(ai)) return Object.entries(ai);
  // Some error handlers put a text in the place of the fields.
  return toMarkdown(ai) === '' ? [] : [['', ai]];
}

/** Real texts, and those that are none. */
function divide(texts: readonly FieldText[], hasAbstract: boolean): [FieldText[], FieldText[]] {
  const own = texts.filter(({ field }) => field.part !== 'translation');
  const [first] = own;
  const isSame = first !== undefined && own.length >= SAME_FIELDS && own.every(({ text }) => text === first.text);
  const repeated = isSame && first.text.length <= SHORT ? first.text : '';
  const isNone = ({ text }: FieldText) => text === '' || text === repeated || isPlaceholder(text, hasAbstract);
  return [texts.filter((one) => !isNone(one)), texts.filter(isNone)];
}

/** The list of key results stands below what is told of them. */
function withResults(texts: readonly FieldText[], results: readonly string[]): FieldText[] {
  const list = results.join('\n');
  const at = texts.findIndex(({ field }) => field.part === 'results');
  const field = fieldOf('result');
  if (list === '' || !field) return [...texts];
  if (at < 0) return [...texts, { field, text: list }];
  return texts.map((one, index) => (index === at ? { field, text: `${one.text}\n\n${list}` } : one));
}

function inOrder(texts: readonly FieldText[]): FieldText[] {
  return texts.toSorted((one, other) => FIELDS.indexOf(one.field) - FIELDS.indexOf(other.field));
}

/** `markdown` is the whole text; cut at its headings it gives the sections again. */
function toAnalysis(fields: readonly FieldText[], language: TextLanguage, extras: Extras): Analysis {
  const sections = fields.map(({ field, text }): Section => {
    const title = titleOf(field, language);
    return { part: field.part, title, markdown: shorten(text, title, extras) };
  });
  const markdown = sections
    .map(({ title, markdown: text }) => (title === '' ? text : `### ${title}\n\n${text}`))
    .join('\n\n');
  return { markdown, basis: 'abstract', sections };
}

function shorten(text: string, title: string, extras: Extras): string {
  if (text.length <= LONGEST) return text;
  // A character outside of the first plane is not cut in two.
  const shown = text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  extras.add(`${title || '解读'}（全文）`, text);
  return `${shown}\n\n（这一项太长，略去了后面的 ${text.length - shown.length} 个字符。）`;
}

function isChineseTitle(text: string): boolean {
  // Japanese has Chinese characters too.
  if (!/\p{Script=Han}/u.test(text) || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text))
    return false;
  return text.length <= 1_000 && !isPlaceholder(text, true);
}
