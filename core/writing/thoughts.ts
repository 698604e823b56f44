const OPENING = /^<(think|thinking|thought|reasoning)>/i;
const CLOSING = /<\/(?:think|thinking|thought|reasoning)>/i;

/**
 * An answer without what its model thought before it spoke; null while it still thinks. A lone end of thinking, as some chat
 * templates leave, counts where it comes before `start`: the beginning of the answer proper.
 */
export function withoutThoughts(text: string, start: RegExp): string | null {
  let rest = text.replace(/^\uFEFF/, '').trimStart();
  for (let found = OPENING.exec(rest); found; found = OPENING.exec(rest)) {
    const end = rest.toLowerCase().indexOf(`</${(found[1] ?? '').toLowerCase()}>`);
    if (end === -1) return null;
    rest = rest.slice(end + found[0].length + 1).trimStart();
  }
  const stray = CLOSING.exec(rest);
  if (stray && stray.index < (start.exec(rest)?.index ?? rest.length)) {
    rest = rest.slice(stray.index + stray[0].length).trimStart();
  }
  return rest;
}
