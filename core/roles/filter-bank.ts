import { add } from './add';
import { FILTERS, type Network, OPENINGS, type Sight, SPAN, VECTOR } from './network';

const LATER = OPENINGS - 1;
const NOTHING = new Float32Array(SPAN * FILTERS);

/**
 * The filters of a network. What a word adds to each of them at each place of their span is worked out when the word is
 * first met and kept, since the same few hundred words make up most of every abstract.
 */
export class FilterBank {
  private readonly words = new Map<number, Float32Array>();
  /** What the first words add for standing there and not later. */
  private readonly openings: readonly Float32Array[];

  constructor(private readonly network: Network) {
    this.openings = Array.from({ length: LATER }, (_, at) => {
      const difference = network.openings.slice(at * VECTOR, (at + 1) * VECTOR);
      add(difference, 0, network.openings, LATER * VECTOR, VECTOR, -1);
      return this.filter(difference);
    });
  }

  /** The strongest answer of each filter in a sentence; 0 where it is below that. */
  answer({ words, classes }: Sight): Float64Array {
    const line = Array.from(words, (word, at) => this.word(word, classes[at] ?? -1, at));
    const answers = new Float64Array(FILTERS).fill(-Infinity);
    for (let from = 1 - SPAN; from < line.length; from++) {
      const first = line[from] ?? NOTHING;
      const second = line[from + 1] ?? NOTHING;
      const third = line[from + 2] ?? NOTHING;
      for (let k = 0; k < FILTERS; k++) {
        const sum = (first[k] ?? 0) + (second[FILTERS + k] ?? 0) + (third[2 * FILTERS + k] ?? 0);
        if (sum > (answers[k] ?? 0)) answers[k] = sum;
      }
    }
    for (let k = 0; k < FILTERS; k++) {
      answers[k] = Math.max(0, (answers[k] ?? 0) + (this.network.filterStarts[k] ?? 0));
    }
    return answers;
  }

  private word(word: number, kind: number, at: number): Float32Array {
    const key = word * 2 ** 16 + kind + 1;
    let filtered = this.words.get(key);
    if (!filtered) {
      const vector = this.network.vectors.slice(word * VECTOR, (word + 1) * VECTOR);
      if (kind >= 0) add(vector, 0, this.network.vectors, kind * VECTOR, VECTOR, 1);
      add(vector, 0, this.network.openings, LATER * VECTOR, VECTOR, 1);
      filtered = this.filter(vector);
      this.words.set(key, filtered);
    }
    const opening = this.openings[at];
    return opening ? filtered.map((value, k) => value + (opening[k] ?? 0)) : filtered;
  }

  /** Place by place. */
  private filter(vector: Float64Array): Float32Array {
    const filtered = new Float64Array(SPAN * FILTERS);
    for (let k = 0; k < SPAN * VECTOR; k++) {
      const place = Math.floor(k / VECTOR);
      add(filtered, place * FILTERS, this.network.filters, k * FILTERS, FILTERS, vector[k % VECTOR] ?? 0);
    }
    return Float32Array.from(filtered);
  }
}
