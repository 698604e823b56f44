import type { Measure } from './measures';

/** `step` is what one unit of the last written digit is worth: 0.1 for 89.3, 10,000 for 132 万; 0 where the value is exact. */
export interface Quantity {
  value: number;
  step: number;
  /** Significant digits as written, without zeros at the end of a whole number. */
  digits: number;
}

/**
 * A number where it stands in a text. `values` holds one quantity, the ends of a range, the factors of a product such as
 * `832×480`, or year, month and day of a date (0 where a part is not named). Of a percentage the value is 89.3, not 0.893.
 */
export interface Mention {
  start: number;
  end: number;
  kind: 'plain' | 'percent' | 'times' | 'date';
  shape: 'single' | 'range' | 'product' | 'ratio';
  values: Quantity[];
  sign: '+' | '-' | null;
  /** How loosely the text itself means it: 约 90, 超过 1000. */
  leeway: 'none' | 'about' | 'above';
  /** What stands behind it: a noun that is counted, or a unit of measure. */
  unit: 'none' | 'counted' | 'measure';
  measure: Measure | null;
  /** `points` behind a number: percentage points, mostly. */
  isPoints: boolean;
  /** Alone in the cell of a table, where units are left to the head. */
  isCell: boolean;
  /** Of 566B or 566 bytes the 566, for what looks like billions may be bytes. */
  bytes: number | null;
}

export function mention(at: Pick<Mention, 'start' | 'end' | 'values'> & Partial<Mention>): Mention {
  return {
    kind: 'plain',
    shape: 'single',
    sign: null,
    leeway: 'none',
    unit: 'none',
    measure: null,
    isPoints: false,
    isCell: false,
    bytes: null,
    ...at,
  };
}

export function exactly(value: number): Quantity {
  return { value, step: 0, digits: 15 };
}
