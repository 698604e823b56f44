import { type Chain, ROLE_COUNT } from './chain';
import { add } from './add';
import { roleTokens } from './features';
import { hash } from './hash';
import { wordClass } from './word-classes';

/** Numbers of a word, of a layer over words, of a layer over sentences. */
export const VECTOR = 16;
export const FILTERS = 64;
export const VIEWS = 32;
/** Words side by side that a filter sees. */
export const SPAN = 3;
/** Sentences before, and as many after, that a view takes in. */
export const REACH = 2;
/** Words from the start of a sentence whose place is told apart; the last stands for all that follow. */
export const OPENINGS = 6;
const PLACES = 24;

/**
 * A small network: a vector for each word and each class of words, filters over three words side by side of which the
 * strongest answer in a sentence counts, views over five sentences side by side, and from both a score for each role.
 */
export interface Network {
  /** Row 0 is any unknown word. */
  vectors: Float64Array;
  openings: Float64Array;
  filters: Float64Array;
  filterStarts: Float64Array;
  views: Float64Array;
  viewStarts: Float64Array;
  viewPlaces: Float64Array;
  viewScores: Float64Array;
  filterScores: Float64Array;
  placeScores: Float64Array;
  /** `steps`, `first` and `last` of a chain, one after the other. */
  chain: Float64Array;
}

export type Layer = keyof Network;

/** Something for each layer, made from how many numbers it has, in the order of the file. */
export function mapLayers<Made>(wordCount: number, make: (layer: Layer, size: number) => Made): Record<Layer, Made> {
  return {
    vectors: make('vectors', (wordCount + 1) * VECTOR),
    openings: make('openings', OPENINGS * VECTOR),
    filters: make('filters', SPAN * VECTOR * FILTERS),
    filterStarts: make('filterStarts', FILTERS),
    views: make('views', (2 * REACH + 1) * FILTERS * VIEWS),
    viewStarts: make('viewStarts', VIEWS),
    viewPlaces: make('viewPlaces', PLACES * VIEWS),
    viewScores: make('viewScores', VIEWS * ROLE_COUNT),
    filterScores: make('filterScores', FILTERS * ROLE_COUNT),
    placeScores: make('placeScores', PLACES * ROLE_COUNT),
    chain: make('chain', ROLE_COUNT * (ROLE_COUNT + 2)),
  };
}

/** A sentence as a network sees it: the row of each word (0 when unknown), and of its class (-1 when unknown). */
export interface Sight {
  words: Int32Array;
  classes: Int32Array;
}

/** What a sentence is made of, as hashes: its words, and at the same index their classes. */
export function sightHashes(sentence: string): { words: number[]; classes: number[] } {
  const words = roleTokens(sentence);
  return { words: words.map(hash), classes: words.map((word) => hash(`class ${wordClass(word)}`)) };
}

/** What one sentence becomes on its way through the layers above the filters. */
export interface Trace {
  answers: Float64Array;
  views: Float64Array;
  places: readonly number[];
  scores: Float64Array;
}

/**
 * Scores the sentences of one abstract by how strongly each filter answers them; the scores are log weights of each
 * role. `thin`, for learning, may set some of a sentence's views to zero.
 */
export function scoreAnswers(
  network: Network,
  answers: readonly Float64Array[],
  thin?: (views: Float64Array) => void,
): Trace[] {
  return answers.map((own, at) => {
    const places = placesOf(at, answers.length);
    const views = viewsOf(network, answers, at, places);
    thin?.(views);
    return { answers: own, views, places, scores: scoresOf(network, own, views, places) };
  });
}

/** The chain of a network, as the linear model has one; no copy. */
export function chainOf({ chain }: Network): Chain {
  const square = ROLE_COUNT * ROLE_COUNT;
  return {
    steps: chain.subarray(0, square),
    first: chain.subarray(square, square + ROLE_COUNT),
    last: chain.subarray(square + ROLE_COUNT),
  };
}

/** The four places of a sentence: from the start, from the end, as a share, and the abstract's length. */
function placesOf(at: number, count: number): readonly number[] {
  const share = count > 1 ? at / (count - 1) : 0;
  return [Math.min(at, 4), 5 + Math.min(count - 1 - at, 4), 10 + Math.round(share * 6), 17 + Math.min(6, count >> 1)];
}

function viewsOf(
  network: Network,
  answers: readonly Float64Array[],
  at: number,
  places: readonly number[],
): Float64Array {
  const views = Float64Array.from(network.viewStarts);
  for (const place of places) add(views, 0, network.viewPlaces, place * VIEWS, VIEWS, 1);
  for (let step = -REACH; step <= REACH; step++) {
    const beside = answers[at + step];
    if (!beside) continue;
    for (let k = 0; k < FILTERS; k++) {
      const answer = beside[k] ?? 0;
      if (answer !== 0) add(views, 0, network.views, ((step + REACH) * FILTERS + k) * VIEWS, VIEWS, answer);
    }
  }
  for (let k = 0; k < VIEWS; k++) views[k] = Math.max(0, views[k] ?? 0);
  return views;
}

function scoresOf(
  network: Network,
  answers: Float64Array,
  views: Float64Array,
  places: readonly number[],
): Float64Array {
  const scores = new Float64Array(ROLE_COUNT);
  for (let k = 0; k < VIEWS; k++) add(scores, 0, network.viewScores, k * ROLE_COUNT, ROLE_COUNT, views[k] ?? 0);
  for (let k = 0; k < FILTERS; k++) add(scores, 0, network.filterScores, k * ROLE_COUNT, ROLE_COUNT, answers[k] ?? 0);
  for (const place of places) add(scores, 0, network.placeScores, place * ROLE_COUNT, ROLE_COUNT, 1);
  return scores;
}
