import { scanClaims, scanSource } from './find';
import { fit, type Fit } from './match';
import { mention, type Mention } from './mention';
import { englishNouns } from './nouns';
import { firstAbove, Sentences, type SourceSentence, wordsOf } from './sentences';

/** A number of an analysis and whether the text it rests on holds it; `sentence` is that text's own, null when it does not. */
export interface CheckedNumber {
  text: string;
  start: number;
  found: boolean;
  sentence: string | null;
}

/** A source that was read: its numbers, by place and by value, and where its sentences are. */
export interface NumberIndex {
  text: string;
  sentences: Sentences;
  /** Of a range both the whole and its ends. */
  byPlace: Mention[];
  starts: number[];
  /** In ascending order of `values`: the values as written, and again in base units where they are measures. */
  byValue: Mention[];
  values: number[];
}

/** Reads a source once, for many texts to be looked up in. */
export function indexNumbers(source: string): NumberIndex {
  const byPlace = scanSource(source).flatMap((read) => (read.shape === 'range' ? [read, ...endsOf(read)] : [read]));
  const keyed = byPlace
    .flatMap((read) => {
      const key = keyOf(read);
      const scale = read.measure?.scale ?? 1;
      return scale === 1
        ? [{ key, read }]
        : [
            { key, read },
            { key: key * scale, read },
          ];
    })
    .toSorted((one, other) => one.key - other.key);
  return {
    text: source,
    sentences: new Sentences(source),
    byPlace,
    starts: byPlace.map(({ start }) => start),
    byValue: keyed.map(({ read }) => read),
    values: keyed.map(({ key }) => key),
  };
}

function keyOf(read: Mention): number {
  return read.values[0]?.value ?? 0;
}

/**
 * Looks every number of a text up in the source it rests on. Of several sentences that hold it, the one that shares most of the
 * other numbers and words of its own sentence is given.
 */
export function checkNumbers(text: string, source: string): CheckedNumber[] {
  return lookUpNumbers(text, indexNumbers(source));
}

/** As `checkNumbers`, in a source that was read before. */
export function lookUpNumbers(text: string, index: NumberIndex): CheckedNumber[] {
  const claims = scanClaims(text);
  return claims.map((claim) => {
    const candidates = findCandidates(claim, index);
    const best = candidates.length > 1 ? choose(candidates, text, claim, claims, index) : candidates[0]?.sentence;
    return {
      text: text.slice(claim.start, claim.end),
      start: claim.start,
      found: best !== undefined,
      sentence: best ? index.text.slice(best.start, best.end) : null,
    };
  });
}

interface Candidate {
  sentence: SourceSentence;
  fit: Fit;
}

/** More sentences than these are not compared: a number that stands in so many tells nothing. */
const MOST_CANDIDATES = 60;
const MOST_LOOKED_AT = 500;
const MOST_IN_SENTENCE = 100;
const MOST_OTHERS = 8;

/** The sentences that hold a number, in their order. */
function findCandidates(claim: Mention, index: NumberIndex): Candidate[] {
  const found = new Map<number, Candidate>();
  const add = (place: number, how: Fit): void => {
    const sentence = index.sentences.at(place);
    if (how === 'exact' || !found.has(sentence.start)) found.set(sentence.start, { sentence, fit: how });
  };
  for (const { given, how } of fitting(claim, index)) add(given.start, how);
  const [first, ...others] = claim.shape === 'range' ? endsOf(claim) : [];
  if (first && found.size === 0) {
    // Both ends in one sentence, however they stand there.
    for (const { given, how } of fitting(first, index)) {
      const around = mentionsIn(index.sentences.at(given.start), index);
      if (others.every((end) => around.some((other) => fit(end, other)))) add(given.start, how);
    }
  }
  return [...found.values()].toSorted((one, other) => one.sentence.start - other.sentence.start);
}

/** The source's numbers that bear out a claim, exactly or else rounded, in the order of their places. */
function fitting(claim: Mention, { byValue, values }: NumberIndex): { given: Mention; how: Fit }[] {
  const found: { given: Mention; how: Fit }[] = [];
  const key = keyOf(claim);
  // A share may stand for a percentage, and the reverse. Only numbers of about the claim's value are looked at.
  const keys = new Set([key, key / 100, key * 100, key * (claim.measure?.scale ?? 1), claim.bytes ?? key]);
  for (const spread of [1e-8, 0.11]) {
    for (const value of keys) {
      const from = firstAbove(values, value - spread * value - 1e-300);
      const to = Math.min(firstAbove(values, value + spread * value), from + MOST_LOOKED_AT);
      for (let at = from; at < to; at++) {
        const given = byValue[at];
        const how = given ? fit(claim, given) : null;
        if (given && how) found.push({ given, how });
      }
    }
    if (found.length > 0) break;
  }
  return found.toSorted((one, other) => one.given.start - other.given.start).slice(0, MOST_CANDIDATES);
}

function endsOf(range: Mention): Mention[] {
  const { start, end, kind, unit, measure, leeway, isPoints } = range;
  return range.values.map((value) => mention({ start, end, kind, unit, measure, leeway, isPoints, values: [value] }));
}

function mentionsIn({ start, end }: SourceSentence, { byPlace, starts }: NumberIndex): Mention[] {
  const from = firstAbove(starts, start - 1);
  return byPlace.slice(from, Math.min(firstAbove(starts, end - 1), from + MOST_IN_SENTENCE));
}

function choose(
  candidates: readonly Candidate[],
  text: string,
  claim: Mention,
  claims: readonly Mention[],
  index: NumberIndex,
): SourceSentence | undefined {
  const { start, end } = sentenceAround(text, claim);
  const own = text.slice(start, end);
  const words = wordsOf(own);
  const near = englishNouns(text.slice(Math.max(start, claim.start - 10), Math.min(end, claim.end + 10)));
  const nouns = englishNouns(own);
  const others = claims
    .filter((other) => other !== claim && other.start >= start && other.end <= end)
    .slice(0, MOST_OTHERS);
  let best: SourceSentence | undefined;
  let bestScore = -1;
  for (const { sentence, fit: how } of candidates) {
    let score = how === 'exact' ? 1.5 : 0;
    for (const word of words) if (sentence.words.has(word)) score += 2;
    for (const noun of nouns) if (sentence.words.has(noun)) score += 1;
    for (const noun of near) if (sentence.words.has(noun)) score += 1;
    const given = others.length > 0 ? mentionsIn(sentence, index) : [];
    for (const other of others) if (given.some((one) => fit(other, one))) score += 3;
    if (score > bestScore) [best, bestScore] = [sentence, score];
  }
  return best;
}

/** The sentence of the analysis that a claim stands in; a point within a number or a name ends none. */
function sentenceAround(text: string, { start, end }: Mention): { start: number; end: number } {
  let from = start;
  while (from > 0 && start - from < 400 && !isStop(text, from - 1)) from -= 1;
  let to = end;
  while (to < text.length && to - end < 400 && !isStop(text, to)) to += 1;
  return { start: from, end: to };
}

function isStop(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return '。！？\n'.includes(sign) || (sign === '.' && /\s/.test(text.charAt(at + 1)));
}
