/** A phrase of titles, and in how many of them it stands. */
export interface Topic {
  phrase: string;
  count: number;
}

const EMPTY = new Set(
  (
    'a an the and or nor but not no of for in on to with without within via by from at as is are be been being was were can could do ' +
    'does did will would should may how what when where which who whom whose why this that these those it its their his her our we ' +
    'you your they them i my me us all any both each every more most less least than then thus so such only own same other another ' +
    'into onto through under over above below between across per versus vs up out off about against along among around before ' +
    'after during toward towards beyond using use used uses based new novel one two three first second just also even still yet ' +
    'approach approaches method methods framework frameworks study studies paper papers work works et al s t'
  ).split(' '),
);
const ACRONYM = /^(?=(?:.*\p{Lu}){2})(?!\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+$)[\p{L}\p{N}]{2,8}$/u;
const LONGEST = 3;

interface Word {
  text: string;
  /** What joins it to the word before: a hyphen or a blank. */
  joint: string;
  key: string;
}

/**
 * What the titles of a day have in common: phrases of two or three words, and acronyms, that stand in two titles or more; the most
 * frequent first, no phrase within another. Counted, not understood. `titles` are plain text.
 */
export function countTopics(titles: readonly string[], most: number): Topic[] {
  const found = new Map<string, { count: number; words: number; forms: Map<string, number> }>();
  for (const title of titles) {
    const seen = new Set<string>();
    for (const words of phrasesOf(title)) {
      const key = words.map((word) => word.key).join(' ');
      const entry = found.get(key) ?? { count: 0, words: words.length, forms: new Map<string, number>() };
      const form = words.map(({ text, joint }, at) => (at === 0 ? '' : joint) + text).join('');
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
      if (!seen.has(key)) entry.count += 1;
      seen.add(key);
      found.set(key, entry);
    }
  }
  const frequent = [...found]
    .filter(([, { count }]) => count >= 2)
    .toSorted(([a, one], [b, other]) => other.count - one.count || other.words - one.words || (a < b ? -1 : 1));
  const kept: (Topic & { key: string })[] = [];
  for (const [key, { count, forms }] of frequent) {
    if (kept.length >= most) break;
    if (kept.some((topic) => overlap(topic.key, key))) continue;
    const [form = key] = [...forms].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0] ?? [];
    kept.push({ key, phrase: form, count });
  }
  return kept.map(({ phrase, count }) => ({ phrase, count }));
}

function isWithin(inner: string, outer: string): boolean {
  return ` ${outer} `.includes(` ${inner} `);
}

/** Whether a phrase of the greatest length goes on in the other: both were counted in longer ones. */
function goesOn(first: string, then: string): boolean {
  const [, ...rest] = first.split(' ');
  return rest.length === LONGEST - 1 && then.startsWith(`${rest.join(' ')} `);
}

function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one) || goesOn(one, other) || goesOn(other, one);
}

/** Phrases without empty words; none reaches over a colon or a comma. */
function* phrasesOf(title: string): Generator<Word[]> {
  for (const part of title.split(/[:：,，;；?？!！()（）[\]"“”—–]|\.\s/)) {
    const run: Word[] = [];
    for (const { 0: text, index } of part.matchAll(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu)) {
      const joint = part[index - 1] === '-' ? '-' : ' ';
      const lower = text.toLowerCase();
      const isAcronym = ACRONYM.test(text);
      if (EMPTY.has(lower) || (/^\d+$/.test(text) && run.length === 0)) {
        run.length = 0;
        continue;
      }
      run.push({ joint, text: isAcronym || /\p{Lu}.*\p{Lu}|\d/u.test(text) ? text : lower, key: singular(lower) });
      if (isAcronym) yield run.slice(-1);
      for (let length = 2; length <= Math.min(LONGEST, run.length); length += 1) yield run.slice(-length);
    }
  }
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}
