import { hash, mix } from './hash';
import { wordClass } from './word-classes';

const WORD = /[a-z]+(?:['-][a-z]+)*|\d+(?:[.,]\d+)*|[^\s\w]/g;
const OPEN_CLASS = /^-/; // classes by ending: names and topics, of no use to a neighbour

const LINK = /^(?:determiner|preposition|and|[^a-z])$/; // words and marks that only link others

const ANNOUNCES = new Set(['we', 'our', 'propose', 'proposed', 'paper']);
const REPORTS = new Set(['result', 'experiment', 'show', 'showed', 'better']);

/** Lower-case words and marks of a sentence; every number is `0`. */
export function roleTokens(sentence: string): string[] {
  const words = sentence.toLowerCase().replace(/[’‘]/g, "'").match(WORD) ?? [];
  return words.map((word) => (/^\d/.test(word) ? '0' : word));
}

/**
 * What the classifier sees of each sentence: hashes of its words, their classes and how they follow each other, of
 * where it stands, and of the cues in the sentences before and after. Each hash once.
 */
export function roleFeatures(sentences: readonly string[]): Uint32Array[] {
  const seen = sentences.map(look);
  return seen.map((sentence, at) => {
    const found = new Set<number>(sentence.own);
    const place = placeOf(at, seen.length);
    for (const name of place.names) found.add(hash(name));
    for (const feature of sentence.placed) found.add(mix(place.part, feature));
    const length = Math.min(10, sentence.length >> 2);
    found.add(hash(`length ${length}`)).add(hash(`length ${length >> 1} ${place.third}`));
    neighbour(found, 'before', seen[at - 1]);
    neighbour(found, 'after', seen[at + 1]);
    for (const kind of seen[at - 2]?.kinds ?? []) found.add(mix(TWO_BEFORE, kind));
    for (const kind of seen[at + 2]?.kinds ?? []) found.add(mix(TWO_AFTER, kind));
    for (const name of course(seen, at, place.third)) found.add(hash(name));
    found.add(hash('any'));
    return Uint32Array.from(found);
  });
}

interface Look {
  own: number[];
  /** Features that mean different things at the start and at the end of an abstract. */
  placed: number[];
  /** What the sentences beside it may know. */
  cues: number[];
  /** The classes of its words, for the sentences two steps away. */
  kinds: ReadonlySet<number>;
  length: number;
  announces: boolean;
  reports: boolean;
}

function look(sentence: string): Look {
  const words = roleTokens(sentence);
  const classes = words.map(wordClass);
  const w = [START, ...words.map(hash), END];
  const c = [START, ...classes.map((name) => hash(`class ${name}`)), END];
  const own: number[] = [];
  const placed: number[] = [];
  const cues: number[] = [];
  let opening = WORDS;
  let openingClasses = CLASS;
  for (let at = 0; at < w.length; at++) {
    const word = w[at] ?? END;
    const kind = c[at] ?? END;
    if (at > 0 && at < w.length - 1) {
      own.push(word, kind);
      placed.push(word, kind);
      cues.push(kind);
      if (!OPEN_CLASS.test(classes[at - 1] ?? '')) cues.push(word);
      if (at <= 5) placed.push((openingClasses = mix(openingClasses, kind)));
      if (at <= 4) placed.push((opening = mix(opening, word)));
      if (at <= 3) cues.push(opening);
    }
    if (at >= 1) {
      own.push(mix(mix(PAIR, w[at - 1] ?? END), word));
      const pair = mix(mix(PAIR, c[at - 1] ?? END), kind);
      own.push(pair);
      if (at < w.length - 1) cues.push(pair);
    }
    if (at >= 2) {
      own.push(mix(mix(SKIP, w[at - 2] ?? END), word));
      own.push(mix(mix(mix(TRIPLE, c[at - 2] ?? END), c[at - 1] ?? END), kind));
    }
  }
  followCues(classes, own, placed, cues);
  for (const feature of placed) own.push(feature);
  return {
    own,
    placed,
    cues,
    kinds: new Set(c),
    length: words.length,
    announces: classes.some((name) => ANNOUNCES.has(name)),
    reports: classes.some((name) => REPORTS.has(name)),
  };
}

/** The words with a class of meaning, as if they stood side by side: `we [first briefly] present [the] method`. */
function followCues(classes: readonly string[], own: number[], placed: number[], cues: number[]): void {
  const listed = classes
    .filter((name) => !OPEN_CLASS.test(name) && !LINK.test(name))
    .map((name) => hash(`cue ${name}`));
  const line = [START, ...listed, END];
  for (let at = 1; at < line.length; at++) {
    const pair = mix(line[at - 1] ?? END, line[at] ?? END);
    own.push(mix(CUE, pair));
    if (at > 1) own.push(mix(mix(CUE, line[at - 2] ?? END), pair));
  }
  let opening = CUE;
  for (const cue of listed.slice(0, 4)) {
    opening = mix(opening, cue);
    placed.push(opening);
    cues.push(opening);
  }
}

function placeOf(at: number, count: number) {
  const last = count - 1;
  const share = last > 0 ? at / last : 0;
  const third = share < 0.34 ? 'a' : share < 0.67 ? 'b' : 'c';
  const part = at === 0 ? 'first' : at === last ? 'last' : third;
  const names = [
    `from start ${Math.min(at, 5)}`,
    `from end ${Math.min(last - at, 5)}`,
    `quarter ${Math.round(share * 4)}`,
    `eighth ${Math.round(share * 8)}`,
    `count ${count}`,
    `${at} of ${count}`,
  ];
  return { names, part: hash(`part ${part}`), third: part };
}

function neighbour(found: Set<number>, side: string, sentence: Look | undefined): void {
  const seed = hash(side);
  if (!sentence) found.add(mix(seed, END));
  else for (const cue of sentence.cues) found.add(mix(seed, cue));
}

/** How far the abstract has come: whether its own work, and its results, were spoken of before or will be. */
function course(seen: readonly Look[], at: number, third: string): string[] {
  const before = seen.slice(0, at);
  const after = seen.slice(at + 1);
  const announced = before.filter((sentence) => sentence.announces).length;
  const toAnnounce = after.filter((sentence) => sentence.announces).length;
  const reported = before.some((sentence) => sentence.reports);
  const now = `${seen[at]?.announces} ${seen[at]?.reports}`;
  return [
    `announced ${Math.min(announced, 3)}`,
    `to announce ${Math.min(toAnnounce, 3)}`,
    `announces ${announced > 0} ${now} ${toAnnounce > 0}`,
    `reports ${reported} ${now} ${after.some((sentence) => sentence.reports)}`,
    `course ${announced > 0} ${reported} ${now} ${third}`,
  ];
}

const START = hash('start');
const END = hash('end');
const PAIR = hash('pair');
const SKIP = hash('skip');
const TRIPLE = hash('triple');
const WORDS = hash('words');
const CLASS = hash('classes');
const CUE = hash('cues');
const TWO_BEFORE = hash('two before');
const TWO_AFTER = hash('two after');
