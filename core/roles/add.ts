/** Adds `count` numbers of `source` from `from` on, `times` over, to those of `target` from `to` on. */
export function add(
  target: Float64Array,
  to: number,
  source: Float64Array,
  from: number,
  count: number,
  times: number,
): void {
  for (let k = 0; k < count; k++) target[to + k] = (target[to + k] ?? 0) + times * (source[from + k] ?? 0);
}
