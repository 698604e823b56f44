/**
 * A short fingerprint of a text (FNV-1a, 32 bits, base 36): the layout of a report names papers and texts by it, since it
 * may not repeat them.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
