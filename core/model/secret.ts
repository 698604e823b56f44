/** Parts of a key this long are taken out wherever they stand: a server may echo a key in pieces. */
const PIECE = 8;

/** Takes a key, and any longer part of it, out of a text that a server or the browser wrote. */
export function withoutKey(text: string, key: string | null): string {
  const secret = key?.trim() ?? '';
  if (secret === '') return text;
  if (secret.length < PIECE) return text.replaceAll(secret, '…');
  const hidden = new Set<number>();
  for (let at = 0; at + PIECE <= secret.length; at++) {
    const piece = secret.slice(at, at + PIECE);
    for (let found = text.indexOf(piece); found >= 0; found = text.indexOf(piece, found + 1)) {
      for (let offset = 0; offset < PIECE; offset++) hidden.add(found + offset);
    }
  }
  if (hidden.size === 0) return text;
  return Array.from({ length: text.length }, (_, at) => {
    if (!hidden.has(at)) return text[at];
    return hidden.has(at - 1) ? '' : '…';
  }).join('');
}
