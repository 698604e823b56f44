import { cleanLine } from '../writing/clean';
import { type Loose, readLooseObject } from '../writing/loose-json';
import { withoutThoughts } from '../writing/thoughts';
import type { PaperNames } from './paper-finder';

/** What an answer says of one paper; a score that is none of the scale is null. */
export interface FoundScore extends PaperNames {
  relevance: number | null;
  significance: number | null;
  why: string;
}

type Entries = readonly (readonly [key: string, value: Loose])[];

const LONGEST_ANSWER = 60_000;
/** Places at which an object or a list may begin. */
const MOST_STARTS = 200;
/** Twice what is asked for, in half widths: room for a model that counts badly. */
const WIDEST_WHY = 60;
const HIGHEST = 3;
const NO_IDS: ReadonlySet<string> = new Set();

const KEYS: Readonly<Record<'relevance' | 'significance' | 'why' | 'name' | 'title' | 'value', RegExp>> = {
  relevance: /^(?:relevance|relevancy|rel|relevance ?(?:score|rating)|相关(?:性|度|程度)?(?:得分|评分|分数?)?)$/,
  significance:
    /^(?:significance|sig|importance|significance ?(?:score|rating)|(?:重要|显著)(?:性|度|程度)?(?:得分|评分|分数?)?|意义)$/,
  why: /^(?:why|reasons?|reasoning|rationale|explanation|comment|justification|理由|原因|说明|依据)$/,
  name: /^(?:id|arxiv ?id|arxiv|paper ?id|paper|index|idx|no|num|number|n|i|#|编号|序号|论文|论文 ?(?:id|编号|序号))$/,
  title: /^(?:title|paper ?title|name|标题|论文标题|题目)$/,
  value: /^(?:score|value|rating|level|分数?|得分|评分)$/,
};

/** All scores in an answer, in its order, whatever stands around them. Never throws. */
export function findScores(text: string): FoundScore[] {
  const answer = withoutThoughts(text.slice(0, LONGEST_ANSWER), /[{[]/);
  const found: FoundScore[] = [];
  if (answer === null) return found;
  const start = /[{[]/g;
  for (let starts = 0; starts < MOST_STARTS; starts += 1) {
    const at = start.exec(answer)?.index;
    if (at === undefined) break;
    const read = readLooseObject(answer, at, true);
    const before = found.length;
    collect(read.value, null, found);
    // Where nothing was found the next start may lie within; behind one that breaks off, the next may be whole.
    if (found.length > before) start.lastIndex = Math.max(read.end, at + 1);
  }
  return found;
}

/** `key`: under which the value stands, where that may name a paper. */
function collect(value: Loose, key: string | null, found: FoundScore[]): void {
  if (value.kind === 'list') {
    const pair = key === null ? null : toPair(value.items);
    if (pair) found.push({ ...namesOf([], key), ...pair });
    else for (const item of value.items) collect(item, null, found);
  } else if (value.kind === 'object') {
    const { entries } = value;
    const relevance = under(entries, 'relevance');
    const significance = under(entries, 'significance');
    if (relevance || significance) {
      found.push({
        ...namesOf(entries, key),
        relevance: relevance ? toScore(relevance) : null,
        significance: significance ? toScore(significance) : null,
        why: toWhy(under(entries, 'why')),
      });
    } else for (const [name, inner] of entries) collect(inner, name, found);
  }
}

/** `"2611.00001": [3, 2, "…"]` */
function toPair(items: readonly Loose[]): Omit<FoundScore, keyof PaperNames> | null {
  const [relevance, significance, why] = items;
  if (relevance?.kind !== 'literal' || significance?.kind !== 'literal') return null;
  return { relevance: toScore(relevance), significance: toScore(significance), why: toWhy(why) };
}

function namesOf(entries: Entries, key: string | null): PaperNames {
  const names = entries
    .filter(([name]) => KEYS.name.test(plain(name)))
    .map(([, value]) => textOf(value))
    // One that swallowed what stands behind it, for a quote that nobody closed, names nobody.
    .filter((name) => /^[^{}"\n]{1,120}$/.test(name));
  const title = textOf(under(entries, 'title'));
  const hint = key ?? '';
  // A key with a digit may be an identifier or a number; a long one without may be a title.
  if (/\d/.test(hint)) names.push(hint);
  return { names, title: title !== '' ? title : hint.length > 12 ? hint : null };
}

function under(entries: Entries, name: keyof typeof KEYS): Loose | undefined {
  return entries.find(([key]) => KEYS[name].test(plain(key)))?.[1];
}

function plain(key: string): string {
  return key
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

function textOf(value: Loose | undefined): string {
  if (value?.kind === 'text') return value.text;
  return value?.kind === 'literal' && typeof value.value === 'number' ? String(value.value) : '';
}

const LEVELS: readonly RegExp[] = [/^(?:low|低)/i, /^(?:medium|moderate|mid|中)/i, /^(?:high|高)/i];

/** `3`, `"3"`, `"3 分"`, `"3/3"`, `"高"`, `{"score": 3}`; what lies between is rounded, what lies outside is no score. */
function toScore(value: Loose): number | null {
  if (value.kind === 'object') {
    const inner = under(value.entries, 'value');
    return inner && inner.kind !== 'object' ? toScore(inner) : null;
  }
  const text = textOf(value).normalize('NFKC').trim();
  const level = LEVELS.findIndex((word) => word.test(text));
  if (level !== -1) return level + 1;
  const [, digits = '', most] = /^(\d{1,6}(?:\.\d{1,6})?)(?![\d.%])(?:\s*\/\s*(\d{1,6}))?/.exec(text) ?? [];
  const score = Number(digits);
  const isOfScale = digits !== '' && (most === undefined || Number(most) === HIGHEST);
  return isOfScale && score >= 1 && score <= HIGHEST ? Math.round(score) : null;
}

/** One line of plain words: no links, no marks of Markdown, not longer than a few words. */
function toWhy(value: Loose | undefined): string {
  const line = cleanLine(textOf(value), NO_IDS, 400).replace(/\*\*|`|^[#>\s-]+/g, '');
  let width = 0;
  let out = '';
  for (const sign of line) {
    width += /[\u2E80-\uFFEF]/.test(sign) || sign.length > 1 ? 2 : 1;
    if (width > WIDEST_WHY) return `${out.trimEnd()}…`;
    out += sign;
  }
  return out.trim();
}
