export function guessBasis(_m: string, _s: unknown, _a: string): 'unknown' {
  return 'unknown';
}
