/** Text as one line of a prompt, of so many characters at most. */
export function cutLine(text: string, longest: number): string {
  // What is cut off need not be looked at.
  const line = text
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  // Half a surrogate pair is no character.
  return `${line
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
