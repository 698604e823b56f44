const FIRST = 0.9;
const SECOND = 0.999;

/** Numbers that follow their slopes by Adam (Kingma and Ba, 2015), with decoupled decay. */
export class Adam {
  /** Steps taken so far. */
  count = 0;
  private readonly means: Float64Array;
  private readonly squares: Float64Array;

  constructor(
    private readonly value: Float64Array,
    private readonly slope: Float64Array,
  ) {
    this.means = new Float64Array(value.length);
    this.squares = new Float64Array(value.length);
  }

  /** One step for `count` numbers from `from` on; their slopes are zero afterwards. */
  step({ rate, decay }: { rate: number; decay: number }, from: number, count: number): void {
    const firstShare = 1 - FIRST ** (this.count + 1);
    const secondShare = 1 - SECOND ** (this.count + 1);
    for (let k = from; k < from + count; k++) {
      const slope = this.slope[k] ?? 0;
      const value = this.value[k] ?? 0;
      const mean = FIRST * (this.means[k] ?? 0) + (1 - FIRST) * slope;
      const square = SECOND * (this.squares[k] ?? 0) + (1 - SECOND) * slope * slope;
      this.means[k] = mean;
      this.squares[k] = square;
      this.value[k] = value - rate * (mean / firstShare / (Math.sqrt(square / secondShare) + 1e-8) + decay * value);
      this.slope[k] = 0;
    }
  }
}
