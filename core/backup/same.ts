/** Whether two JSON values say the same, in whatever order their fields stand; a field that is undefined is none. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSame(item, other[index]));
  }
  const [left, right] = [one, other] as Record<string, unknown>[]; // as: neither is null or an array
  return [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])].every((name) =>
    isSame(left?.[name], right?.[name]),
  );
}
