export function isFailure(_markdown: string): boolean {
  return false;
}
