import { add } from '@/core/roles/add';
import { ROLE_COUNT, sharesOf } from '@/core/roles/chain';
import {
  chainOf,
  FILTERS,
  type Layer,
  type Network,
  mapLayers,
  OPENINGS,
  REACH,
  scoreAnswers,
  type Sight,
  SPAN,
  type Trace,
  VECTOR,
  VIEWS,
} from '@/core/roles/network';
import { Adam } from './adam';
import { pairPull } from './fit';
import { randomNumbers, shuffled } from './random';

/** One abstract to learn from: its sentences, what share each role should get, and how much each counts. */
export interface NetworkExample {
  sights: Sight[];
  targets: Float64Array[];
  weights: number[];
}

export interface NetworkSettings {
  rounds: number;
  /** Abstracts between two steps. */
  batch: number;
  rate: number;
  decay: number;
  /** The shares of words, filters and views that are left out, others each time. */
  blindness: { words: number; filters: number; views: number };
}

const STEADY = 0.6; // of the rounds; the numbers after each later one are averaged
const SLOWEST = 0.1; // of the rate, at the end

/** Raises the likelihood of the targets, by Adam. The same seed gives the same network. */
export function fitNetwork(
  examples: readonly NetworkExample[],
  wordCount: number,
  settings: NetworkSettings,
  seed: number,
): Network {
  const random = randomNumbers(seed);
  const network = startOf(wordCount, random);
  const slopes = blankOf(wordCount);
  const sum = blankOf(wordCount);
  const steps = mapLayers(wordCount, (layer) => new Adam(network[layer], slopes[layer]));
  const { rounds, batch, rate, decay, blindness } = settings;
  const thin = (answers: Float64Array, layer: 'filters' | 'views') => thinOut(answers, blindness[layer], random);
  let remembered = 0;
  for (let round = 0; round < rounds; round++) {
    const order = shuffled(examples.length, random);
    for (let from = 0; from < order.length; from += batch) {
      const met = new Set<number>();
      for (const at of order.slice(from, from + batch)) {
        const example = examples[at];
        if (example) descend(network, slopes, blindTo(example, blindness.words, random), thin, settings, met);
      }
      const share = (round + from / order.length) / rounds;
      const now = { rate: rate * (1 - (1 - SLOWEST) * share), decay };
      for (const row of met) steps.vectors.step(now, row * VECTOR, VECTOR);
      mapLayers(wordCount, (layer, size) => {
        if (layer !== 'vectors') steps[layer].step(now, 0, size);
        steps[layer].count++;
      });
    }
    if (round < Math.min(rounds * STEADY, rounds - 1)) continue;
    remembered++;
    mapLayers(wordCount, (layer, size) => add(sum[layer], 0, network[layer], 0, size, 1));
  }
  return mapLayers(wordCount, (layer) => sum[layer].map((value) => value / remembered));
}

function blankOf(wordCount: number): Network {
  return mapLayers(wordCount, (_, size) => new Float64Array(size));
}

function startOf(wordCount: number, random: () => number): Network {
  const spread: Partial<Record<Layer, number>> = {
    vectors: 0.2,
    openings: 0.1,
    filters: Math.sqrt(2 / (SPAN * VECTOR)),
    views: Math.sqrt(1 / ((2 * REACH + 1) * FILTERS)),
    viewPlaces: 0.1,
    viewScores: Math.sqrt(1 / VIEWS),
    filterScores: 0.05,
  };
  return mapLayers(wordCount, (layer, size) => {
    const width = spread[layer];
    return Float64Array.from({ length: size }, () => (width === undefined ? 0 : width * normal(random)));
  });
}

/** A normally distributed number (Box-Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}

function thinOut(answers: Float64Array, share: number, random: () => number): void {
  for (let k = 0; k < answers.length; k++) {
    const blind = random() < share;
    if (answers[k] !== 0) answers[k] = blind ? 0 : (answers[k] ?? 0) / (1 - share);
  }
}

/** Some words become unknown; half as many classes too. */
function blindTo(example: NetworkExample, share: number, random: () => number): NetworkExample {
  const sights = example.sights.map(({ words, classes }) => ({
    words: words.map((word) => (random() < share ? 0 : word)),
    classes: classes.map((kind) => (random() < share / 2 ? -1 : kind)),
  }));
  return { ...example, sights };
}

/** Adds the slopes of one abstract's error; `met` collects the rows of its words. */
function descend(
  network: Network,
  slopes: Network,
  example: NetworkExample,
  thin: (answers: Float64Array, layer: 'filters' | 'views') => void,
  { blindness }: NetworkSettings,
  met: Set<number>,
): void {
  const { sights, targets, weights } = example;
  const read = sights.map((sight) => readWords(network, sight));
  for (const { answers } of read) thin(answers, 'filters');
  const traces = scoreAnswers(
    network,
    read.map(({ answers }) => answers),
    (views) => thin(views, 'views'),
  );
  const { single, pairs } = sharesOf(
    traces.map(({ scores }) => scores),
    chainOf(network),
  );
  const errors = single.map((shares, at) =>
    shares.map((share, role) => (weights[at] ?? 0) * (share - (targets[at]?.[role] ?? 0))),
  );
  const square = ROLE_COUNT * ROLE_COUNT;
  pairs.forEach((shares, at) => add(slopes.chain, 0, pairPull(example, at, shares), 0, square, -1));
  if (errors[0]) add(slopes.chain, square, errors[0], 0, ROLE_COUNT, 1);
  const last = errors.at(-1);
  if (last) add(slopes.chain, square + ROLE_COUNT, last, 0, ROLE_COUNT, 1);

  const answerErrors = traces.map(() => new Float64Array(FILTERS));
  traces.forEach((trace, at) => {
    const error = errors[at] ?? new Float64Array(ROLE_COUNT);
    const viewErrors = backFromScores(network, slopes, trace, error, answerErrors[at] ?? new Float64Array(FILTERS));
    for (let k = 0; k < VIEWS; k++) {
      viewErrors[k] = trace.views[k] === 0 ? 0 : (viewErrors[k] ?? 0) / (1 - blindness.views);
    }
    backFromViews(network, slopes, traces, answerErrors, at, viewErrors);
  });
  read.forEach((reading, at) => {
    const sight = sights[at];
    const error = answerErrors[at];
    if (sight && error) backFromAnswers(network, slopes, reading, error, 1 / (1 - blindness.filters), sight, met);
  });
}

/** How the filters read one sentence; what the way back must know. */
interface Reading {
  /** The words' vectors, with `SPAN` - 1 empty ones on either side. */
  inputs: Float64Array;
  answers: Float64Array;
  /** Where in `inputs` each filter answered strongest. */
  strongest: Int32Array;
}

function readWords(network: Network, { words, classes }: Sight): Reading {
  const inputs = new Float64Array((words.length + 2 * (SPAN - 1)) * VECTOR);
  for (let at = 0; at < words.length; at++) {
    const to = (at + SPAN - 1) * VECTOR;
    add(inputs, to, network.vectors, (words[at] ?? 0) * VECTOR, VECTOR, 1);
    add(inputs, to, network.openings, Math.min(at, OPENINGS - 1) * VECTOR, VECTOR, 1);
    const kind = classes[at] ?? -1;
    if (kind >= 0) add(inputs, to, network.vectors, kind * VECTOR, VECTOR, 1);
  }
  const answers = new Float64Array(FILTERS);
  const strongest = new Int32Array(FILTERS);
  const sums = new Float64Array(FILTERS);
  for (let from = 0; from + SPAN * VECTOR <= inputs.length; from += VECTOR) {
    sums.set(network.filterStarts);
    for (let k = 0; k < SPAN * VECTOR; k++) {
      const value = inputs[from + k] ?? 0;
      if (value !== 0) add(sums, 0, network.filters, k * FILTERS, FILTERS, value);
    }
    for (let k = 0; k < FILTERS; k++) {
      if ((sums[k] ?? 0) <= (answers[k] ?? 0)) continue; // also what is below zero
      answers[k] = sums[k] ?? 0;
      strongest[k] = from;
    }
  }
  return { inputs, answers, strongest };
}

function backFromScores(
  network: Network,
  slopes: Network,
  { views, answers, places }: Trace,
  error: Float64Array,
  answerError: Float64Array,
): Float64Array {
  const viewErrors = new Float64Array(VIEWS);
  for (let k = 0; k < VIEWS; k++) {
    add(slopes.viewScores, k * ROLE_COUNT, error, 0, ROLE_COUNT, views[k] ?? 0);
    viewErrors[k] = product(network.viewScores, k * ROLE_COUNT, error);
  }
  for (let k = 0; k < FILTERS; k++) {
    add(slopes.filterScores, k * ROLE_COUNT, error, 0, ROLE_COUNT, answers[k] ?? 0);
    answerError[k] = (answerError[k] ?? 0) + product(network.filterScores, k * ROLE_COUNT, error);
  }
  for (const place of places) add(slopes.placeScores, place * ROLE_COUNT, error, 0, ROLE_COUNT, 1);
  return viewErrors;
}

function backFromViews(
  network: Network,
  slopes: Network,
  traces: readonly Trace[],
  answerErrors: readonly Float64Array[],
  at: number,
  error: Float64Array,
): void {
  add(slopes.viewStarts, 0, error, 0, VIEWS, 1);
  for (const place of traces[at]?.places ?? []) add(slopes.viewPlaces, place * VIEWS, error, 0, VIEWS, 1);
  for (let step = -REACH; step <= REACH; step++) {
    const own = answerErrors[at + step];
    traces[at + step]?.answers.forEach((value, k) => {
      if (value === 0 || !own) return;
      const row = ((step + REACH) * FILTERS + k) * VIEWS;
      add(slopes.views, row, error, 0, VIEWS, value);
      own[k] = (own[k] ?? 0) + product(network.views, row, error);
    });
  }
}

function backFromAnswers(
  network: Network,
  slopes: Network,
  { inputs, answers, strongest }: Reading,
  error: Float64Array,
  raised: number,
  { words, classes }: Sight,
  met: Set<number>,
): void {
  const inputErrors = new Float64Array(inputs.length);
  for (let k = 0; k < FILTERS; k++) {
    if (answers[k] === 0) continue;
    const own = (error[k] ?? 0) * raised;
    const from = strongest[k] ?? 0;
    slopes.filterStarts[k] = (slopes.filterStarts[k] ?? 0) + own;
    for (let n = 0; n < SPAN * VECTOR; n++) {
      const weight = n * FILTERS + k;
      slopes.filters[weight] = (slopes.filters[weight] ?? 0) + own * (inputs[from + n] ?? 0);
      inputErrors[from + n] = (inputErrors[from + n] ?? 0) + own * (network.filters[weight] ?? 0);
    }
  }
  for (let at = 0; at < words.length; at++) {
    const from = (at + SPAN - 1) * VECTOR;
    add(slopes.openings, Math.min(at, OPENINGS - 1) * VECTOR, inputErrors, from, VECTOR, 1);
    for (const row of [words[at] ?? 0, classes[at] ?? -1]) {
      if (row < 0) continue;
      add(slopes.vectors, row * VECTOR, inputErrors, from, VECTOR, 1);
      met.add(row);
    }
  }
}

function product(weights: Float64Array, from: number, error: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < error.length; k++) sum += (weights[from + k] ?? 0) * (error[k] ?? 0);
  return sum;
}
