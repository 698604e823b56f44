import { add } from './add';
import { FILTERS, type Network, OPENINGS, type Sight, SPAN, VECTOR } from './network';

const NOTHING = new Float32Array(SPAN * FILTERS); // stands twice before and twice after a sentence

/**
 * The filters of a network. What a word adds to each of them at each place of their span is worked out when the word is
 * first met and kept, since the same few hundred words make up most of every abstract.
 */
export class FilterBank {
  private readonly known = new Map<number, Float32Array>();

  constructor(private readonly network: Network) {}

  /** The strongest answer of each filter in a sentence; 0 where it is below that. */
  answer({ words, classes }: Sight): Float64Array {
    const line: Float32Array[] = [NOTHING, NOTHING];
    for (let at = 0; at < words.length; at++) {
      line.push(this.filtered(words[at] ?? 0, classes[at] ?? -1, Math.min(at, OPENINGS - 1)));
    }
    line.push(NOTHING, NOTHING);
    const answers = new Float64Array(FILTERS).fill(-Infinity);
    for (let from = 0; from + SPAN <= line.length; from++) {
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

  /** Place by place, what a word of a class adds that stands at an opening. */
  private filtered(word: number, kind: number, opening: number): Float32Array {
    const key = (word * 2 ** 16 + kind + 1) * OPENINGS + opening;
    const known = this.known.get(key);
    if (known) return known;
    const { vectors, openings, filters } = this.network;
    const vector = vectors.slice(word * VECTOR, (word + 1) * VECTOR);
    if (kind >= 0) add(vector, 0, vectors, kind * VECTOR, VECTOR, 1);
    add(vector, 0, openings, opening * VECTOR, VECTOR, 1);
    const sums = new Float64Array(SPAN * FILTERS);
    for (let k = 0; k < SPAN * VECTOR; k++) {
      const place = Math.floor(k / VECTOR);
      add(sums, place * FILTERS, filters, k * FILTERS, FILTERS, vector[k % VECTOR] ?? 0);
    }
    const filtered = Float32Array.from(sums);
    this.known.set(key, filtered);
    return filtered;
  }
}
